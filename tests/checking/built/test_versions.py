"""The versions of a page in other languages that built pages name."""

from pathlib import Path

import pytest

from tests.checking.built.small_site import page, problems, said


def named(**versions: str) -> str:
    """Return what a page's head says of its versions, by language."""
    return "".join(
        f'<link rel="alternate" hreflang="{language.replace("_", "-")}" href="{address}">'
        for language, address in versions.items()
    )


BOTH = named(en="https://x.example/", de="https://x.example/de/", x_default="https://x.example/")


def built(root: Path, english: str, german: str, language: str = "de") -> list[tuple[str, int, str]]:
    """Return what is said of two pages with these heads."""
    return said(problems(root, {"index.html": page("", english), "de/index.html": page("", german, language)}))


def test_versions_that_name_each_other(tmp_path: Path) -> None:
    """All is well, with relative addresses and another form of the language too."""
    assert built(tmp_path, BOTH, BOTH) == []
    assert built(tmp_path, BOTH, named(en="/", de_AT="./"), "de-CH") == []


@pytest.mark.parametrize(
    ("english", "german", "codes"),
    [
        (BOTH, "", ["hreflang-one-sided"]),
        (BOTH, named(de="/de/"), ["hreflang-one-sided"]),
        (named(de="/de/"), BOTH, ["hreflang-one-sided"]),
        (named(en="/", fr="/de/"), BOTH, ["hreflang-wrong"]),
        (BOTH + named(de="/"), BOTH, ["hreflang-wrong"]),
        (named(en="/", de="/ed/"), "", ["link-broken"]),
        (named(en="/", de="https://elsewhere.example/"), "", []),
    ],
    ids=["none", "itself-alone", "not-itself", "other-language", "two", "broken", "elsewhere"],
)  # fmt: skip
def test_versions_that_do_not(english: str, german: str, codes: list[str], tmp_path: Path) -> None:
    """Each mistake is told once; what leads nowhere is a broken link, and of other sites nothing is known."""
    assert [code for _, _, code in built(tmp_path, english, german)] == codes
