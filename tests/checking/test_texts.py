"""What the rules about texts tell, and the small differences that they know."""

import pytest

from site_builder.checking import lost_punctuation, text_remains, texts, title_manner
from tests.rule_subjects import TEXT, TODAY, hits, subject_of

JAPANESE = "私たちは川の水位を測る機械を作っています。雨の日も外で働くことが好きな方を探しています。"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{{ name }}", "{{ name }}"),
        ("We have ____ days.", "____"),
        ("[Insert the pay]", "[Insert the pay]"),
        ("Pay: TBD", "TBD"),
        ("XXX", "XXX"),
        ("INSERT NAME HERE", "INSERT NAME HERE"),
        ("Please insert your address here.", "insert your address here"),
        ("lorem ipsum", "lorem ipsum"),
        ("todo tbd xxx", None),
        ("[1] and [sic]", None),
        ("a_b and __bold__", None),
    ],
)
def test_each_remark_alone_is_found(row: str, words: str | None) -> None:
    """A single sign is enough, whichever it is; small letters and other brackets are words."""
    subject = subject_of(f"---\ntitle: Baker\n---\n{TEXT}\n{row}\n")
    found = [
        subject.rows[hit.line - 1][hit.column - 1 :][: hit.length] for hit in hits([text_remains.text_remark], subject)
    ]
    assert found == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Weâ€™re here", 'Write "’" instead.'),
        ("MÃ¼nster", 'Write "ü" instead.'),
        ("A\ufffdB", "Write the letters that stood there."),
        ("Â© Rillmark", 'Write "©" instead.'),
    ],
)
def test_garbled_letters_are_repaired(text: str, mend: str) -> None:
    """What was meant is told, where decoding anew gives it."""
    (one,) = text_remains.text_garbled.finder(subject_of(f"---\ntitle: Baker\n---\n{text}\n"), TODAY)
    assert one.mend == mend


@pytest.mark.parametrize(("text", "shown"), [("Bread &amp;amp; rolls", "&amp;"), ("&lt;br&gt; bread &lt;/p&gt;", "<br>"), ("Bread </ rolls", None), ("a & b", None)])  # fmt: skip
def test_html_that_readers_see(text: str, shown: str | None) -> None:
    """Entities and tags that stand on the page are named; other signs are words."""
    found = [one.message for one in text_remains.text_entities.finder(subject_of(f"---\ntitle: Baker\n---\n**A** {text}\n"), TODAY)]  # fmt: skip
    assert found == ([f'readers see "{shown}", which is HTML'] if shown else [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (JAPANESE * 3, "the text has only 132 characters: less than a job needs"),
        (JAPANESE * 6, None),
        ("word " * 59, "the text has only 59 words: less than a job needs"),
        ("word " * 60, None),
        ("A text of less than a hundred characters, which boards refuse anyway.", None),
    ],
)
def test_what_is_too_short(text: str, message: str | None) -> None:
    """Words count, or characters where words have no spaces; below a hundred characters another rule speaks."""
    found = [one.message for one in texts.text_short.finder(subject_of(f"---\ntitle: Baker\n---\n{text}\n"), TODAY)]
    assert found == ([message] if message else [])


@pytest.mark.parametrize(("text", "is_title"), [("Baker", True), ("baker.", True), ("Bakery", False), ("Baker who bakes", False), ("Cooks", False)])  # fmt: skip
def test_what_is_the_title_again(text: str, is_title: bool) -> None:  # noqa: FBT001
    """Case and a full stop make no difference; any other word does."""
    assert bool(list(texts.text_is_title.finder(subject_of(f"---\ntitle: Baker\n---\n{text}\n"), TODAY))) is is_title


def test_paragraphs_that_stand_twice_are_told_once() -> None:
    """The first is named, the others are counted; three times the same are two too many."""
    one, two = f"One {'bakes bread ' * 10}", f"Two {'bakes rolls ' * 10}"
    source = f"---\ntitle: Baker\n---\n{one}\n\n{two}\n\n{one}\n\n{two}\n"
    (found,) = texts.text_repeated.finder(subject_of(source), TODAY)
    assert found.message == 'the paragraph "One bakes bread bakes bread bakes …", and 1 more stands in the text twice'
    assert found.line == 8
    (alone,) = texts.text_repeated.finder(subject_of(f"---\ntitle: Baker\n---\n{one}\n\n{two}\n\n{two}\n"), TODAY)
    assert alone.message == 'the paragraph "Two bakes rolls bakes rolls bakes …" stands in the text twice'


@pytest.mark.parametrize(
    ("title", "mend"),
    [
        ("SENIOR DATA ENGINEER (M/W/D)", "`title: Senior Data Engineer (M/W/D)`"),
        ("IT MANAGER, SPECIAL PROJECTS", "`title: IT Manager, Special Projects`"),
    ],
)
def test_capitals_become_ordinary_letters(title: str, mend: str) -> None:
    """Words of up to three letters stay as they are: they are mostly abbreviations."""
    (one,) = title_manner.title_capitals.finder(subject_of(f"---\ntitle: '{title}'\n---\n{TEXT}"), TODAY)
    assert mend in one.mend


@pytest.mark.parametrize("title", ["Senior Data Engineer", "SENIOR Data ENGINEER", "senior engineer", "SAP HANA", "データエンジニア"])  # fmt: skip
def test_ordinary_letters_are_left_alone(title: str) -> None:
    """A single word in ordinary letters is enough, and scripts without capitals have none."""
    assert list(title_manner.title_capitals.finder(subject_of(f"---\ntitle: {title}\n---\n{TEXT}"), TODAY)) == []


def test_code_keeps_its_words() -> None:
    """What stands between lines of ``` is no text of the posting."""
    rows = "```\ndont\n```\nWe dont bake.\n"
    found = hits([lost_punctuation.text_lost_signs], subject_of(f"---\ntitle: Baker\n---\n{TEXT}\n{rows}"))
    assert [hit.line for hit in found] == [16]


def test_a_title_that_is_the_first_heading_has_its_place() -> None:
    """Without a field the title is found in the text."""
    found = hits(title_manner.RULES, subject_of(f"# Baker wanted!\n\n{TEXT}"))
    assert [str(hit) for hit in found] == ["1:9+6 title-call", "1:15+1 title-signs"]
