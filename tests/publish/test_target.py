"""The address of a target: what it names, and what is refused without being repeated."""

import pytest

from sitegen.diagnostics import RefusedError
from sitegen.publish.target import Bucket, Folder, Server, Target, target


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("/srv/www", Folder("/srv/www")),
        ("www", Folder("www")),
        (r"C:\www", Folder(r"C:\www")),
        ("C:/www", Folder("C:/www")),
        ("file:///srv/%EA%B0%80", Folder("/srv/가")),
        ("sftp://example.org/srv/www/", Server("example.org", "/srv/www")),
        ("SFTP://www@example.org:2222/srv/www", Server("example.org", "/srv/www", "www", 2222)),
        ("sftp://example.org/~/www", Server("example.org", "~/www")),
        ("sftp://[::1]:22/www", Server("::1", "/www", "", 22)),
        ("s3://bucket", Bucket("bucket")),
        ("s3://bucket/a/b/", Bucket("bucket", "a/b/")),
    ],
)
def test_an_address_names_a_place(text: str, names: Target) -> None:
    """A folder, a folder on a server, a bucket with a prefix."""
    assert names == target(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ftp://example.org/www",
        "https://example.org/",
        "sftp://example.org",
        "sftp:///srv/www",
        "sftp://example.org:port/www",
        "sftp://example.org:99999/www",
        "sftp://[::1/www",
        "sftp://www:secret@example.org/www",
        "sftp://:secret@example.org/www",
        "sftp://example.org/www?password=secret",
        "s3://key:secret@bucket/a",
        "s3://key@bucket/a",
        "s3:///a",
        "s3://bucket/a#b",
        "www@example.org:/srv/www",
        "file://host/srv/www",
    ],
)
def test_what_names_none_is_refused(text: str) -> None:
    """And a password is not repeated."""
    with pytest.raises(RefusedError) as caught:
        target(text)
    assert "secret" not in repr(caught.value)
