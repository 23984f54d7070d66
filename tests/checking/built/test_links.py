"""Where the links of built pages lead."""

from pathlib import Path

import pytest

from tests.checking.built.small_site import page, problems, said

TARGETS = {
    "tags/index.html": page('<h2 id="pay">Pay</h2><a name="old"></a><h2 id="größe">G</h2>'),
    "about.html": page(""),
    "assets/logo.svg": "<svg/>",
    "tags/日本語/index.html": page(""),
}


@pytest.mark.parametrize(
    "address",
    [
        "/", "", "tags/", "./tags/", "/tags/", "/tags", "/tags/#pay", "/tags/#old", "/tags/#gr%C3%B6%C3%9Fe", "/about", "/about.html",
        "/assets/logo.svg", "/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E/", "/tags/日本語/", "/tags/?q=1", "#", "#top", "#here", "/#here", "#:~:text=x",
        "https://x.example/tags/", "//x.example/tags/", "HTTPS://X.EXAMPLE/tags/", "https://elsewhere.example/nothing/", "mailto:a@b.example",
        "tel:+49", "data:text/plain,x", "/tags/#",
    ],
)  # fmt: skip
def test_what_leads_somewhere(address: str, tmp_path: Path) -> None:
    """An address finds what GitHub Pages would show: a folder's page with or without its slash, a name without `.html`, an element."""
    assert problems(tmp_path, {**TARGETS, "index.html": page(f'<a id="here" href="{address}">x</a>')}) == []


@pytest.mark.parametrize(
    ("html", "code", "mend"),
    [
        ('<a href="/tag/">x</a>', "link-broken", "Did you mean `/tags/`?"),
        ('<a href="/Tags/">x</a>', "link-broken", "Did you mean `/tags/`?"),
        ('<a href="/about/">x</a>', "link-broken", "Did you mean `/about.html`?"),
        ('<img src="assets/logo.png">', "link-broken", "Did you mean `/assets/logo.svg`?"),
        ('<img srcset="/assets/logo.svg 1x, /qqqqqq.jpg 2x">', "link-broken", "Mend the address, or take the link out."),
        ('<a href="/.git/config">x</a>', "link-broken", "Mend the address, or take the link out."),
        ('<a href="/tags//">x</a>', "link-broken", "Did you mean `/tags/`?"),
        ('<meta http-equiv="refresh" content="0; url=/tagz/">', "link-broken", "Did you mean `/tags/`?"),
        ('<meta property="og:url" content="https://x.example/tagz/">', "link-broken", "Did you mean `/tags/`?"),
        ('<link rel="canonical" href="https://x.example/tagz/">', "link-broken", "Did you mean `/tags/`?"),
        ('<form action="/apply-here-now"></form>', "link-broken", "Mend the address, or take the link out."),
        ('<a href="/tags/#pays">x</a>', "anchor-missing", "Did you mean `#pay`?"),
        ('<a href="#pay">x</a>', "anchor-missing", "Mend what stands behind the `#`, or leave it out."),
        ('<a href="http://localhost:8000/">x</a>', "link-local", "Write the address at which everybody finds it, or take the link out."),
        ('<a href="http://192.168.0.7/">x</a>', "link-local", "Write the address at which everybody finds it, or take the link out."),
        ('<a href="http://[::1]/">x</a>', "link-local", "Write the address at which everybody finds it, or take the link out."),
        ('<a href="https://intranet/">x</a>', "link-local", "Write the address at which everybody finds it, or take the link out."),
        ('<a href="https://nas.local/">x</a>', "link-local", "Write the address at which everybody finds it, or take the link out."),
        ('<a href="https:///about/">x</a>', "link-without-host", "Write the whole address, such as `https://example.org/page/`."),
        ('<a href="https:about">x</a>', "link-without-host", "Write the whole address, such as `https://example.org/page/`."),
        ('<a href="http://[x/">x</a>', "link-without-host", "Write the whole address, such as `https://example.org/page/`."),
        ('<i id="a"></i><b id="a"></b>', "id-doubled", "Give each heading words of its own, or each element its own `id`."),
    ],
)  # fmt: skip
def test_what_leads_nowhere(html: str, code: str, mend: str, tmp_path: Path) -> None:
    """Each address that leads nowhere is one problem, which says what was probably meant."""
    found = problems(tmp_path, {**TARGETS, "index.html": page(html)})
    assert [(one.code, one.mend) for one in found] == [(code, mend)]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/repo/tags/", None), ("/repo", None), ("/repo/", None), ("tags/", None), ("https://x.example/other/", None),
        ("/tags/", "link-outside-site"), ("/repository/", "link-outside-site"), ("/repo/tag/", "link-broken"),
        ("https://x.example/repo/tag/", "link-broken"),
    ],
)  # fmt: skip
def test_a_site_below_a_path(address: str, code: str | None, tmp_path: Path) -> None:
    """What is not below the site's path is none of its pages; with its host written out, it is another site's."""
    built = {**TARGETS, "index.html": page(f'<a href="{address}">x</a>')}
    assert [one.code for one in problems(tmp_path, built, base_url="https://x.example/repo/")] == (
        [code] if code else []
    )


def test_the_page_of_errors_answers_anywhere(tmp_path: Path) -> None:
    """On 404.html an address without `/` leads somewhere else on every path, so it is broken; its own anchors are not."""
    body = '<main id="main"></main><a href="#main">x</a><a href="/tags/">x</a>'
    assert problems(tmp_path, {**TARGETS, "404.html": page(body)}) == []
    assert said(problems(tmp_path, {**TARGETS, "404.html": page('<a href="tags/">x</a>')})) == [
        ("site.toml", 0, "link-broken")
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sitemap.xml", "<urlset><url><loc>https://x.example/tagz/</loc></url></urlset>"),
        ("feed.xml", "<rss><channel><link>https://x.example/tagz/</link></channel></rss>"),
        ("feed.xml", '<rss><channel><atom:link rel="self" href="https://x.example/tagz/"/></channel></rss>'),
        ("feed.json", '{"items": [{"url": "https://x.example/tagz/"}]}'),
        ("robots.txt", "User-agent: *\nSitemap: https://x.example/tagz/\n"),
        ("assets/site.css", "body { background: url('../tagz/') }"),
    ],
)
def test_what_is_no_page_has_links_too(name: str, text: str, tmp_path: Path) -> None:
    """Sitemap, feeds, robots.txt and style sheets lead to what is there."""
    (found,) = problems(tmp_path, {**TARGETS, name: text})
    assert (found.code, found.mend) == ("link-broken", "Did you mean `/tags/`?")
    assert problems(tmp_path, {**TARGETS, name: text.replace("tagz", "tags")}) == []
