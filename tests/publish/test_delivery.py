"""How objects are delivered: type, how long they may be kept, how they are compressed."""

import pytest

from sitegen.publish.delivery import Delivery, delivery
from tests.publish.editions import named

FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", Delivery("text/html; charset=utf-8", "no-cache")),
        ("assets/site.094d64b458.css", Delivery("text/css; charset=utf-8", FOR_GOOD)),
        ("assets/site.094d64b458.css.br", Delivery("text/css; charset=utf-8", FOR_GOOD, "br")),
        ("index.html.gz", Delivery("text/html; charset=utf-8", "no-cache", "gzip")),
        ("feed.xml", Delivery("application/atom+xml", "no-cache")),
        ("en/feed.xml", Delivery("application/atom+xml", "no-cache")),
        ("sitemap.xml", Delivery("application/xml", "no-cache")),
        ("events/arbor-day.ics", Delivery("text/calendar; charset=utf-8", "no-cache")),
        ("indicators/a.csv", Delivery("text/csv; charset=utf-8", "no-cache")),
        ("assets/images/a-640.0123456789.avif", Delivery("image/avif", FOR_GOOD)),
        ("papers.tar.gz", Delivery("application/octet-stream", "no-cache")),
        ("what-is-this", Delivery("application/octet-stream", "no-cache")),
        ("build-manifest.json", Delivery("application/json", "no-cache")),
    ],
)
def test_a_name_says_how_a_file_is_delivered(path: str, expected: Delivery) -> None:
    """Browsers keep for good only what never changes under its name."""
    assert expected == delivery(path)


def test_names_with_a_digest_are_known_as_such() -> None:
    """As builds make them."""
    assert FOR_GOOD == delivery(named("assets/site.css", b"x")[0]).cache_control
