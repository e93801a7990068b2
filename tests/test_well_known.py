"""Files at places that programs know of any host: nothing in them that the settings do not say."""

import tomllib
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from tests.campaign import Tree
from tests.pages import document
from tests.sites import CAMPAIGN, built, plant, run, tree

SETTINGS = "-- content/site.yaml --\n"
SAID = """security:
  contacts: [mailto:safe@example.org, https://example.org/report]
  expires: 2027-06-01
  policy: https://example.org/policy
  languages: [ko, en]
carbon_txt:
  disclosures:
    - {type: web-page, address: https://example.org/carbon, title: {ko: '탄소 "공개"', en: Carbon}}
    - {type: certificate, address: https://example.org/proof.pdf, domain: example.org, valid_until: 2026-12-31}
  services:
    - {domain: host.example.net, type: [shared-hosting, cdn]}
    - {domain: other.example.net}
"""
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose settings say everything, at the root of a host."""
    planted = plant(tmp_path_factory.mktemp("known"), CAMPAIGN.replace(SETTINGS, SETTINGS + SAID, 1))
    built(planted, "--base-url", "https://example.org/")
    return planted


@pytest.fixture(scope="module")
def site(folder: Path) -> Tree:
    """Its finished files."""
    return tree(folder / "site")


def test_security_txt_is_as_rfc_9116_wants_it(site: Tree) -> None:
    """Fields by line, the contacts in their order, one moment from which nothing of it counts, its own address."""
    lines = site[".well-known/security.txt"].decode("utf-8").splitlines()
    fields = [tuple(line.split(": ", 1)) for line in lines]
    assert ["Contact", "Contact", "Expires", "Policy", "Preferred-Languages", "Canonical"] == [
        name for name, _ in fields
    ]
    said = dict(reversed(fields))
    assert "mailto:safe@example.org" == said["Contact"]
    assert "2027-06-01T00:00:00+09:00" == datetime.fromisoformat(said["Expires"]).isoformat()
    assert ("ko, en", "https://example.org/.well-known/security.txt") == (
        said["Preferred-Languages"],
        said["Canonical"],
    )


def test_below_a_path_it_does_not_say_that_it_is_where_programs_look(folder: Path) -> None:
    """They look at the root of the host."""
    site = built(folder, "--base-url", "https://example.org/a/b/")
    assert b"Canonical" not in site[".well-known/security.txt"]


def test_out_of_date_it_is_no_more(folder: Path) -> None:
    """From that very day."""
    for day, is_there in (("2027-05-31", True), ("2027-06-01", False)):
        run(folder, "build", "--as-of", day)
        assert is_there == (folder / "site/.well-known/security.txt").exists()


def test_carbon_txt_is_of_version_0_4(site: Tree) -> None:
    """As TOML that a parser reads back; each disclosure has a type and an address."""
    read = tomllib.loads(site["carbon.txt"].decode("utf-8"))
    assert {"version", "org", "upstream"} == read.keys()
    first, second = read["org"]["disclosures"]
    assert {"doc_type": "web-page", "url": "https://example.org/carbon", "title": '탄소 "공개"'} == first
    assert ("example.org", "2026-12-31") == (second["domain"], second["valid_until"])
    assert [
        {"domain": "host.example.net", "service_type": ["shared-hosting", "cdn"]},
        {"domain": "other.example.net"},
    ] == read["upstream"]["services"]


def test_what_nobody_says_is_not_there(campaign: Tree, published: Tree) -> None:
    """Neither file without settings."""
    assert [] == [path for path in (*campaign, *published) if "security" in path or "carbon.txt" in path]


@pytest.mark.parametrize(("root", "language"), [("", "ko"), ("en/", "en")])
def test_programs_learn_how_to_search(published: Tree, root: str, language: str) -> None:
    """In each language by full addresses, with names as long as they may be; every page says where that stands."""
    read = fromstring(published[f"{root}opensearch.xml"])
    found = {element.get("rel", "results"): element for element in read.iter(f"{OPENSEARCH}Url")}
    assert f"https://example.org/a/b/{root}search/?q={{searchTerms}}" == found["results"].get("template")
    assert f"https://example.org/a/b/{root}opensearch.xml" == found["self"].get("template")
    assert (language, True, True) == (
        _said(read, "Language"),
        0 < len(_said(read, "ShortName")) <= 16,
        0 < len(_said(read, "LongName")) <= 48,
    )
    page = f"{root}tasks/solar-roofs/"
    (link,) = document(published[f"{page}index.html"]).iterfind("head/link[@rel='search']")
    assert f"{root}opensearch.xml" == urljoin(f"/{page}", link.get("href") or "").removeprefix("/")
    assert "application/opensearchdescription+xml" == link.get("type")


def test_without_full_addresses_there_is_nothing_to_learn(campaign: Tree) -> None:
    """No program could use it."""
    assert [] == [path for path in campaign if "opensearch" in path]
    assert b"opensearch" not in campaign["index.html"]


def _said(read: Element, name: str) -> str:
    return read.findtext(f"{OPENSEARCH}{name}") or ""
