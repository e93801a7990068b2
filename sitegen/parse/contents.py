"""What one file says, whatever it is."""

from sitegen.files import File
from sitegen.parse.charts import parse_chart
from sitegen.parse.datasets import parse_dataset
from sitegen.parse.documents import parse_document
from sitegen.parse.languages import Languages
from sitegen.parse.names import Name, parse_name
from sitegen.parse.parsed import Parsed, encode
from sitegen.parse.reading import Reading
from sitegen.parse.records import parse_records
from sitegen.parse.seals import parse_seal
from sitegen.parse.string_files import parse_strings
from sitegen.parse.updates import parse_updates
from sitegen.parse.whereabouts import RECORDS, STRINGS, is_chart, is_log, is_seal
from sitegen.results import Result


def read(reading: Reading) -> Result:
    """Return what a file says and what is wrong with it; the rest is the Markdown of a document."""
    file, languages = reading.file, reading.languages
    name = parse_name(file.path, languages) if file.path.endswith(".md") else None
    if isinstance(name, Name):
        parsed, body = parse_document(file, name, reading.bearer, languages)
        return Result(encode(parsed), body.encode(errors="surrogatepass"))
    return Result(encode(_parsed(file, languages)))


def _parsed(file: File, languages: Languages) -> Parsed:
    """Return what a file that is no document says."""
    if file.path in RECORDS:
        return parse_records(file, languages)
    if STRINGS.fullmatch(file.path):
        return parse_strings(file)
    if is_chart(file.path):
        return parse_chart(file, languages)
    if is_seal(file.path):
        return parse_seal(file, languages)
    return parse_updates(file, languages) if is_log(file.path) else parse_dataset(file)
