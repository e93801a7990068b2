"""What the report says, in English; the catalogue has it in other languages."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.desk.findings import Sort
from sitegen.diagnostics import Translatable

SORTS: Mapping[Sort, Translatable] = MappingProxyType(
    {
        "breaking": Translatable("Will stop the build"),
        "overdue": Translatable("Overdue"),
        "review": Translatable("Review due"),
        "stale": Translatable("Translation out of date"),
        "edited": Translatable("Translation changed alone"),
        "missing": Translatable("Translation missing"),
        "silent": Translatable("No update"),
        "outcome": Translatable("Outcome missing"),
        "unstamped": Translatable("Translation not confirmed"),
        "review_soon": Translatable("Review soon"),
        "draft": Translatable("Draft"),
        "scheduled": Translatable("To be published"),
        "expiring": Translatable("To be taken down"),
        "new": Translatable("New"),
    }
)

BREAKING = Translatable(
    "The build will fail here from then on, and the site stay as it was: {problem}. What to do: {fix}"
)
BROKEN = Translatable("The build will fail here from then on, and the site stay as it was: {problem}")
LINKED = Translatable("The build will fail from then on, and the site stay as it was: links lead here from {places}")
OVERDUE = Translatable(
    "The due date ({due}) passed {days} days ago. "
    "Add a report to {log}, with the outcome or with a new due date and why."
)
SILENT = Translatable(
    "The last report ({last}) was {days} days ago; one is expected every {limit} days. Add one to {log}."
)
SILENT_SINCE = Translatable("There is no report yet, {days} days after the beginning ({last}). Add one to {log}.")
SILENT_EVER = Translatable("There is no report yet. Add one to {log}.")
OUTCOME = Translatable(
    "The event was over on that day, and readers are told that its outcome is not known. "
    "Write in outcome: what came of it, or what of that could not be found out."
)
REVIEW = Translatable("It was to be reviewed by then. Review it, and write a new review_by.")
REVIEW_SOON = Translatable("It is to be reviewed by then. Review it, and write a new review_by.")
STALE = Translatable(
    "The original ({original}) has changed since it was translated. "
    "Bring the translation up to date, then run: {command}"
)
PARTED = Translatable(
    "The translation and its original ({original}) have both changed since. Compare the two again, then run: {command}"
)
EDITED = Translatable(
    "The translation has changed, and its original ({original}) has not. "
    "See whether the original must change too, then run: {command}"
)
UNSTAMPED = Translatable(
    "There is no note that this says what its original ({original}) says. Compare the two, then run: {command}"
)
MISSING = Translatable("There is no text in this language. Write it in this file: {wanted}")
MISSING_WORDS = Translatable("In this language there are no words for {field}.")
DRAFT = Translatable("No reader sees this yet. Finish it and take out draft: true, or delete the file.")
DRAFT_RECORD = Translatable("No reader sees this yet. Finish it and take out draft: true, or remove it from the list.")
SCHEDULED = Translatable("It will be published with the first build from then on.")
EXPIRING = Translatable("It will be taken down with the first build from then on.")
NEW_TASK = Translatable("The task was newly identified at a meeting on that day.")
NEW = Translatable("It was published on that day.")

TITLE = Translatable("Editorial desk: {site}")
AS_OF = Translatable("as of {moment}")
NEXT = Translatable("next scheduled change at {moment}")
NEVER = Translatable("no scheduled change ahead")
NOBODY = Translatable("No agency is named")
TO_DO = Translatable("Things to do or to know: {count}")
NOTHING = Translatable("Nothing needs a person.")
HEAVIEST = Translatable("Heaviest pages")
WEIGHT = Translatable("{total} bytes, {html} of them HTML")
WEIGHED = Translatable("Compressed with gzip; total is all that a first visit transfers, styles and pictures included.")
UNWEIGHED = Translatable(
    "There are errors in the content, so that pages were not weighed and some things may be missing here."
)
INTERNAL = Translatable(
    "For the editorial desk only: this page names things that are not published yet. Do not put it on the site."
)
OWNER = Translatable("Agency")
SORT = Translatable("To do")
THING = Translatable("Title")
LANGUAGE = Translatable("Language")
FILE = Translatable("File")
WHEN = Translatable("Date")
WHAT = Translatable("Details")
PAGE = Translatable("Page")
TOTAL = Translatable("Total")
HTML = Translatable("HTML")
