"""Addresses within the site: those of pages are read, those that lead elsewhere refused."""

from itertools import count

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
        ("/jobs/release-1.2", "/jobs/release-1.2"),
        ("/jobs/node.next/gardener.HTM", "/jobs/node.next/gardener.HTM"),
        ("/404/", "/404/"),
        ("/old/assets/", "/old/assets/"),
        ("/old/index.html", "/old/index.html"),
        ("/console/", "/console/"),
        ("/" + "x" * 100 + "/", "/" + "x" * 100 + "/"),
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
        "/con/", "/a/NUL.html", "/aux.b/c/", "/com1 .txt/", "/a./", "/a%20/", "/a%3Ab", "/a<b", "/a>b", '/a"b', "/a|b", "/a%3Fb", "/a*b", "/a%1Fb",
        "/a%E2%80%AEb", "/a%E2%81%A6b", "/a%C2%85b", "/" + "x" * 101, "/" + "ü" * 101, "/x" * 251, "/データベース管理" * 45,
        "/assets/", "/Assets/logo.html", "/assets", "/%61ssets/x/", "/index.html", "/INDEX.html", "/404.html", "/index.html/a/", "/404.html/",
        "/robots.txt", "/robots.txt/", "/sitemap.xml", "/sitemap-1.xml", "/sitemap-1.xml/a/", "/feed.xml", "/feed.json", "/a/feed.xml", "/feed.json/a",
        "/a.html/b/", "/a.htm/", "/a.css/b", "/x.php", "/x.aspx", "/logo.svg", "/a.pdf",
    ],
    ids=map(str, count()),
)  # fmt: skip
def test_refused(text: object) -> None:
    """What leaves the site, hides, or cannot be a file's name is refused."""
    with pytest.raises(Wrong):
        read_site_path(text)


def test_lists() -> None:
    """One address or a list of them, each once."""
    assert read_site_paths("/a/") == ("/a/",)
    assert read_site_paths(["/a/", "/b", "a/"]) == ("/a/", "/b")
    assert len(read_site_paths([f"/{number}/" for number in range(100)])) == 100


def test_too_many() -> None:
    """No page had thousands of addresses."""
    with pytest.raises(Wrong, match="there are 101 addresses"):
        read_site_paths([f"/{number}/" for number in range(101)])


def test_why_not() -> None:
    """An address of a program says why it is refused; one that the site needs does too."""
    with pytest.raises(Wrong, match=r"ends in \.php, and a site of files cannot lead on from there"):
        read_site_path("/careers.php")
    with pytest.raises(Wrong, match=r'"/index.html" is an address that the site itself needs'):
        read_site_path("/index.html")
