"""The example in docs/importing.md is what `import` does."""

import re
from pathlib import Path

import pytest

from site_builder.importing.addresses import Addresses
from site_builder.importing.adopting import adopt
from site_builder.importing.sources import Source
from site_builder.model.config import Config
from site_builder.model.posting import Organization

DOCUMENT = Path(__file__).parents[2] / "docs/importing.md"
CONFIG = Config(title="Jobs", base_url="https://clinic.example/", organization=Organization(name="Clinic"))


def test_the_example_is_true(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The text becomes the posting, and the report the line, that the document shows; `--update-docs` writes them anew."""
    document = DOCUMENT.read_text("utf-8")
    (before,) = re.findall(r"```text\n(.*?)```", document, re.DOTALL)
    (posting,) = adopt(Source("nurse.txt", "", before.encode()), CONFIG, Addresses(tmp_path))
    report = f"({posting.facts} facts, {posting.proposals} to check, {posting.questions} to answer)"
    wanted = re.sub(r"(?<=```markdown\n).*?(?=```)", lambda _: posting.text, document, flags=re.DOTALL)
    wanted = re.sub(r"(?<=written from nurse.txt )\(.*\)", report, wanted)
    if request.config.getoption("--update-docs"):
        DOCUMENT.write_text(wanted, "utf-8")
    assert DOCUMENT.read_text("utf-8") == wanted
