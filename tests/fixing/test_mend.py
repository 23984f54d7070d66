"""What `--fix` changes in a file, and what it leaves alone."""

import pytest

from site_builder.fixing.mend import mend
from site_builder.model.config import Markdown
from site_builder.model.posting import Organization
from site_builder.reading.html_links import Links
from site_builder.reading.posting import read
from site_builder.reading.reading_settings import ReadingSettings

NAMES_OF_ITS_OWN = {"category": "extra", "stelle": "title"}


def settings(zone: str = "UTC", names: dict[str, str] | None = None) -> ReadingSettings:
    """Return the settings of a site whose organization is known."""
    return ReadingSettings(
        "en", zone, Organization("Mill Ltd"), Markdown(), names or {}, {}, Links("https://mill.example")
    )


def mended(fields: str, **more: object) -> str:
    """Return the fields of a posting after they were mended."""
    data = f"---\n{fields}\n---\nWe bake.\n".encode()
    done = mend("content/a.md", data, settings(**more))  # type: ignore[arg-type]
    text = (done.data if done else data).decode()
    assert text.startswith("---\n")
    assert text.endswith("\n---\nWe bake.\n")
    return text[4:-14]


CHANGED = {
    "another system's name": ("jobTitle: Baker", "title: Baker"),
    "another spelling of ours": ("title: Baker\nDate Posted: 2026-11-02", "title: Baker\ndate_posted: 2026-11-02"),
    "a slip of one letter": ("title: Baker\nsalry: 60000 EUR per YEAR", "title: Baker\nsalary: 60000 EUR per YEAR"),
    "a name in quotes": ('"jobTitle": Baker', '"title": Baker'),
    "a comment stays": ("jobTitle:   Baker   # our first", "title:   Baker   # our first"),
    "a day in words": (
        "title: Baker\ndate_posted: 2 November 2026 # Monday",
        "title: Baker\ndate_posted: 2026-11-02 # Monday",
    ),
    "quotation marks stay": ("title: Baker\ndate_posted: '02.11.2026'", "title: Baker\ndate_posted: '2026-11-02'"),
    "seconds since 1970": ("title: Baker\ndate_posted: 1793577600", "title: Baker\ndate_posted: 2026-11-02"),
    "hashtags": ('title: Baker\ntags: "#bread,#C#"', "title: Baker\ntags: [bread, C#]"),
    "one tag": ("title: Baker\ntags: bread", "title: Baker\ntags: [bread]"),
    "tags twice in brackets": ("title: Baker\ntags: [bread, 'cake', Bread]", "title: Baker\ntags: [bread, 'cake']"),
    "tags twice below each other": (
        "title: Baker\ntags:\n- bread\n- bread\n- cake",
        "title: Baker\ntags:\n- bread\n- cake",
    ),
    "a kind of employment": ("title: Baker\nemployment_type: Full-time", "title: Baker\nemployment_type: FULL_TIME"),
    "two kinds in a text": (
        "title: Baker\ncontract: full time / part time",
        "title: Baker\nemployment_type: [FULL_TIME, PART_TIME]",
    ),
    "kinds in a list": (
        "title: Baker\nemployment_type: [Vollzeit, 'Intern']",
        "title: Baker\nemployment_type: [FULL_TIME, 'INTERN']",
    ),
    "a word for remote": ("title: Baker\nremote: yes", "title: Baker\nremote: full"),
    "a yes": ("title: Baker\ndraft: 'yes'", "title: Baker\ndraft: true"),
}


@pytest.mark.parametrize(("before", "after"), CHANGED.values(), ids=CHANGED)
def test_what_is_mended(before: str, after: str) -> None:
    """The smallest piece changes, and a second time nothing does."""
    assert mended(before) == after
    assert mended(after) == after


LEFT = {
    "a day that may be two": "title: Baker\ndate_posted: 06/05/2026",
    "a moment that is ISO 8601 already": "title: Baker\nvalid_through: 2027-01-31T12:00:00+01:00",
    "a slip of more letters": "title: Baker\nsalarry_x: 60000 EUR per YEAR",
    "a slip with a value that cannot be read": "title: Baker\nremot: perhaps",
    "two kinds as one item of a list": "title: Baker\nemployment_type: [full time / part time]",
    "two names for one field": "title: Baker\ncreated: 2026-11-02\ndate: 2026-11-02",
    "a name that stands beside ours": "title: Baker\njobTitle: Baker",
    "a name that is unknown": "title: Baker\nteam_size: 12",
    "a kind of employment with more to say": "title: Baker\nemployment_type: permanent full time",
    "a country": "title: Baker\napplicant_locations: [Germany]",
    "a tag twice with a comment": "title: Baker\ntags:\n- bread\n- bread # ours\n- cake",
    "an alias of YAML": "title: &t Baker\nworkHours: *t",
    "a name given twice": "jobTitle: Baker\njobTitle: Cook",
    "a value over two lines": "title: Baker\nemployment_type: Full\n  time",
    "a name without a value": "title: Baker\ncompany:",
    "YAML that cannot be read": "jobTitle: Baker: cakes",
}


@pytest.mark.parametrize("fields", LEFT.values(), ids=LEFT)
def test_what_is_left_alone(fields: str) -> None:
    """What is not certain, or said otherwise on purpose, stays."""
    assert mended(fields) == fields


def test_names_that_the_site_explains_stay() -> None:
    """[fields] may give a name another meaning, or none; the values below it are mended all the same."""
    assert mended("title: Baker\ncategory: a, b", names=NAMES_OF_ITS_OWN) == "title: Baker\ncategory: a, b"
    assert mended("stelle: Baker\nremote: yes", names=NAMES_OF_ITS_OWN) == "stelle: Baker\nremote: full"


def test_a_moment_keeps_its_meaning_in_the_site_s_zone() -> None:
    """A last day is written as a day, a moment with its time and offset."""
    fields = "title: Baker\nexpires: 31 January 2027"
    assert mended(fields, zone="Europe/Berlin") == "title: Baker\nvalid_through: 2027-01-31"
    fields = "title: Baker\nexpires: 31 January 2027 12:00"
    assert mended(fields, zone="Europe/Berlin") == "title: Baker\nvalid_through: 2027-01-31T12:00+01:00"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with a mark"])
def test_line_ends_and_the_mark_of_utf_8_stay(end: bytes, mark: bytes) -> None:
    """Nothing but the field changes in a file from Windows or an old Mac, with letters beyond ASCII before the field."""
    rows = [
        b"",
        b"---",
        "# Bäcker 日本".encode(),
        b"jobTitle: Baker",
        b"created: 2 November 2026",
        b"---",
        b"",
        b"We bake.",
        b"",
    ]
    new = [
        row.replace(b"jobTitle", b"title").replace(b"created: 2 November 2026", b"date_posted: 2026-11-02")
        for row in rows
    ]
    done = mend("content/a.md", mark + end.join(rows), settings())
    assert done is not None
    assert done.data == mark + end.join(new)


def test_pages_have_their_own_fields() -> None:
    """A page's `description` is its `summary`; a posting's names mean nothing there."""
    data = b"---\ntitle: Benefits\ndescription: What we offer.\ncompany: Mill\n---\nText.\n"
    done = mend("content/pages/benefits.md", data, settings())
    assert done is not None
    assert done.data == data.replace(b"description", b"summary")


def test_names_in_toml() -> None:
    """Of TOML front matter names are mended, those of tables too; values are left alone."""
    data = b'+++\njobTitle = "Baker" # jobTitle\nemployment_type = "Full-time"\n[jobLocation]\nlocality = "Berlin"\n+++\njobTitle = 1\n'
    done = mend("content/a.md", data, settings())
    assert done is not None
    assert done.data == data.replace(b'jobTitle = "', b'title = "').replace(b"jobLocation", b"locations")


@pytest.mark.parametrize(
    "text", ['{"jobTitle": "Baker"}\nWe bake.\n', "We bake.\n", '+++\ntitle = "Baker"\n+++\njobTitle = "x"\n']
)
def test_other_front_matter_is_left_alone(text: str) -> None:
    """JSON, files without fields, and TOML in which nothing is to be mended are not touched."""
    assert mend("content/a.md", text.encode(), settings()) is None


def test_what_was_done_is_said() -> None:
    """Names and values are named."""
    done = mend("content/a.md", b"---\njobTitle: Baker\nremote: yes\n---\nText.\n", settings())
    assert done is not None
    assert done.done == ("`jobTitle` is now `title`", "the value of `remote`")


def test_a_slip_makes_the_posting_whole() -> None:
    """A file that was refused for a slip is none any more."""
    data = b"---\ntilte: Baker\n---\nText.\n"
    assert read("content/a.md", data, settings()).facts.refused
    done = mend("content/a.md", data, settings())
    assert done is not None
    assert not read("content/a.md", done.data, settings()).facts.refused
