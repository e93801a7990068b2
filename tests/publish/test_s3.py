"""S3 and stores that speak like it: how objects are delivered, and what is done about what is not as it should be."""

from pathlib import Path
from typing import Any

import pytest

from tests.publish.conftest import Place
from tests.publish.editions import assets_of, codes, edition, lay, publish
from tests.publish.servers import BUCKET, Reached, s3_client


@pytest.fixture
def store(s3: Reached, tmp_path: Path) -> Place:
    """A prefix of its own in the bucket."""
    return Place(f"s3://{BUCKET}/{tmp_path.name}", s3.variables, None, "")


def head(store: Place, path: str) -> dict[str, Any]:
    """Return what the store says of an object."""
    key = f"{store.target.rpartition('/')[2]}/{path}"
    return dict(s3_client(store.variables).head_object(Bucket=BUCKET, Key=key))


def names(store: Place) -> set[str]:
    """Return the names of all objects of the site."""
    prefix = f"{store.target.rpartition('/')[2]}/"
    pages = s3_client(store.variables).get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
    return {found["Key"].removeprefix(prefix) for page in pages for found in page.get("Contents", ())}


def test_objects_are_delivered_as_what_they_are(store: Place, site: Path) -> None:
    """Type with charset, how long they may be kept, and compressed ones as such."""
    files = edition("one") | {"index.html.br": b"compressed"}
    assert 0 == store.publish(lay(site, files)).returncode
    page, style = head(store, "index.html"), head(store, assets_of(files["index.html"])[0])
    assert ("text/html; charset=utf-8", "no-cache") == (page["ContentType"], page["CacheControl"])
    assert "ContentEncoding" not in page
    assert ("text/css; charset=utf-8", "public, max-age=31536000, immutable") == (
        style["ContentType"],
        style["CacheControl"],
    )
    assert "br" == head(store, "index.html.br")["ContentEncoding"]
    assert "no-store" == head(store, ".publish/state.json")["CacheControl"]


def test_old_assets_stay_for_a_while_and_pages_go(store: Place, site: Path) -> None:
    """Or everything at once if that is asked for; the lock is gone each time."""
    store.publish(lay(site, edition("one", 3)))
    old = set(assets_of(edition("one", 3)["index.html"]))
    new = edition("two", 2)
    store.publish(lay(site, new))
    kept = {"build-manifest.json", ".publish/state.json"}
    assert new.keys() | old | kept == names(store)
    store.publish(site, "--grace", "0")
    assert new.keys() | kept == names(store)


def test_an_object_that_somebody_has_changed_or_removed_is_sent_again(store: Place, site: Path) -> None:
    """The store's own marks tell."""
    files = edition("one")
    store.publish(lay(site, files))
    store.put("page-1/index.html", b"x" * len(files["page-1/index.html"]))
    s3_client(store.variables).delete_object(Bucket=BUCKET, Key=f"{store.target.rpartition('/')[2]}/data.json")
    again = store.publish(site)
    assert again.stdout.startswith("2 files sent ")
    assert names(store) >= files.keys()


def test_what_others_keep_below_the_same_prefix_is_left_alone(store: Place, site: Path) -> None:
    """It is neither listed in our manifest nor removed."""
    store.put("uploads/report.pdf", b"somebody else's")
    store.publish(lay(site, edition("one")))
    store.publish(lay(site, edition("two")))
    assert "uploads/report.pdf" in names(store)


@pytest.mark.parametrize(
    ("target", "without"),
    [("s3://there-is-no-such-bucket/site", ""), (f"s3://{BUCKET}/keyless", "AWS_SECRET_ACCESS_KEY")],
)
def test_what_a_store_refuses_is_told(s3: Reached, site: Path, target: str, without: str) -> None:
    """No bucket of that name; no keys."""
    variables = {name: value for name, value in s3.variables.items() if name != without}
    done = publish(target, "--output", str(lay(site, edition("one"))), AWS_EC2_METADATA_DISABLED="true", **variables)
    assert (3, ["cannot-publish"]) == (done.returncode, codes(done))
    assert "Traceback" not in done.stderr
