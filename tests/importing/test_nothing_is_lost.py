"""Every word of a source's text is in the result, or named in the report."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from site_builder.importing.addresses import Addresses
from site_builder.importing.adopting import adopt
from site_builder.importing.sources import Source
from site_builder.model.config import Config
from site_builder.reading.document import parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.[!j]*"))
CONFIG = Config(title="Jobs", base_url="https://jobs.example/")
NOWHERE = Path(__file__).parent / "nowhere"


def words_of_source(name: str, text: str) -> set[str]:
    """Return the words that a person reads in a source: of a page without its programs, of a file with fields those below them."""
    if name.endswith(".html"):
        page = BeautifulSoup(text, "html5lib")
        for element in page.find_all(["script", "style", "head"]):
            element.decompose()
        return words(page.get_text(" "))
    return words(re.sub(r"<script>.*?</script>", "", parse(text).body))


def words(text: str) -> set[str]:
    """Return the words and numbers of a text."""
    return set(re.findall(r"\w+", text.replace("&nbsp;", " ").replace("\\", "")))


def lost(name: str, data: bytes) -> set[str]:
    """Return the words of a source that neither its result nor its report holds."""
    (posting,) = adopt(Source(name, "", data), CONFIG, Addresses(NOWHERE))
    kept = words(posting.text) | words("\n".join(note.message for note in posting.notes))
    return words_of_source(name, data.decode()) - kept


@pytest.mark.parametrize("case", [case for case in CASES if case.name != "published.html"], ids=lambda case: case.name)
def test_no_word_of_a_case_is_lost(case: Path) -> None:
    """What a reader of the source reads is in the file or in the report."""
    assert lost(case.name, case.read_bytes()) == set()


def test_a_published_description_is_whole() -> None:
    """Of a page that publishes a JobPosting the description is the text, and other properties that are texts stand below it."""
    case = next(case for case in CASES if case.name == "published.html")
    (posting,) = adopt(Source(case.name, "", case.read_bytes()), CONFIG, Addresses(NOWHERE))
    assert words("Du backst verkaufst für die ganze Stadt Deine Aufgaben Brot Süßes Gesellenbrief") <= words(
        posting.text
    )


pieces = st.sampled_from(
    "Bake Sell, Write! **bold** - * • 1. # ## Title: Location: Berlin Salary: 50 EUR per hour Type: full-time Apply by: 06/05/2027 <b> &amp; [x](y) http://x.example/a?b "
    "a@b.example LI-remote #LI-Hybrid weve \n \n\n \n- \n• The role of a Cook at Diner. About Diner --- === | ` ``` _ 日本".split(
        " "
    )
)
texts = st.lists(pieces, min_size=1, max_size=25).map(lambda parts: "Start " + " ".join(parts))


@given(text=texts)
def test_no_word_of_any_plain_text_is_lost(text: str) -> None:
    """Whatever looks like a label, a list, a heading or a tag of a board: its words are kept, among the fields or in the text."""
    assert lost("a.txt", text.encode()) == set()
