"""Addresses within the site: those of pages are read, those that lead elsewhere refused."""

import pytest

from site_builder.reading.site_paths import read_site_path, read_site_paths
from site_builder.reading.wrong import Wrong


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/careers/gardener/", "/careers/gardener/"),
        ("careers/gardener.html", "/careers/gardener.html"),
        ("/stellen/g%C3%A4rtner/", "/stellen/gärtner/"),
        ("/データ/", "/データ/"),
    ],
)
def test_read(text: str, path: str) -> None:
    """An address begins with a slash, and is decoded."""
    assert read_site_path(text) == path


@pytest.mark.parametrize(
    "text",
    [
        "/", "", "//example.com/", "https://example.com/a", "mailto:a@b", "/../a", "/a/../b", "/a/./b", "/a//b", "/.git/config", "/a\\b", "/%2e%2e/a",
        "/a%00b", "/a%0Ab", "/a%5Cb", "/a%ff", "/a?b=c", "/a?", "/a#b", "//[", "/" + "x" * 300, "/x" * 1_000, ["/a"], {"a": 1}, None, True,
    ],
    ids=lambda text: repr(text)[:30],
)  # fmt: skip
def test_refused(text: object) -> None:
    """What leaves the site, hides, or cannot be a file's name is refused."""
    with pytest.raises(Wrong):
        read_site_path(text)


def test_lists() -> None:
    """One address or a list of them, each once."""
    assert read_site_paths("/a/") == ("/a/",)
    assert read_site_paths(["/a/", "/b", "a/"]) == ("/a/", "/b")
