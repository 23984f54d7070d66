"""Every page carries a strict Content-Security-Policy, which allows what the page was built with and what the settings name."""

import re
from pathlib import Path

import pytest

from site_builder.theming.policy import PagePolicy, extended, hash_of, with_embedded, with_policy
from tests.site_checks import write_files
from tests.sites import build_site, published, write_site

PAGE = '<!doctype html><html lang="en"><head>\n<meta charset="utf-8">\n<title>x</title>{head}</head><body>{body}</body></html>'


def directives(html: str) -> dict[str, list[str]]:
    """Return the policy of a page."""
    (text,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return {name: sources.split() for name, _, sources in (one.strip().partition(" ") for one in text.split(";"))}


def policy_of(head: str = "", body: str = "") -> dict[str, list[str]]:
    """Return the policy that a page gets."""
    return directives(with_policy(PAGE.format(head=head, body=body), {}))


def test_only_the_site_itself() -> None:
    """A page may load files of its own site; nothing is allowed that is not named, and nothing inline."""
    policy = policy_of()
    assert policy.pop("default-src") == ["'none'"]
    assert policy.pop("base-uri") == ["'none'"]
    assert set(map(tuple, policy.values())) == {("'self'",)}
    assert policy.keys() >= {"script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"}


def test_it_stands_before_what_it_rules() -> None:
    """It follows the declaration of the encoding; without one, the beginning of the head."""
    html = with_policy(PAGE.format(head='<script src="x.js"></script>', body=""), {})
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<title>")
    assert "<head>\n<meta http-equiv" in with_policy("<html><head><title>x</title></head></html>", {})
    assert with_policy("<html><body>no head</body></html>", {}) == "<html><body>no head</body></html>"


def test_what_a_page_holds_is_allowed_by_its_hash() -> None:
    """Scripts and styles of templates run by the hashes of their very texts; data and files need none."""
    policy = policy_of("<style>p { color: red }</style>", '<SCRIPT type="module">go()</SCRIPT><script>Grüße()</script>')
    assert policy["style-src"] == ["'self'", hash_of("p { color: red }")]
    assert policy["script-src"] == ["'self'", hash_of("go()"), hash_of("Grüße()")]
    # By `printf %s 'go()' | openssl dgst -sha256 -binary | base64`.
    assert hash_of("go()") == "'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"
    data = '<script type="application/ld+json">{}</script><script src="a.js"></script><script type="application/json">1</script>'
    assert policy_of(data) == policy_of()


OF_TEMPLATES = {
    "files and data": '<script src="a.js"></script><script defer src=b.js></script><script type="application/ld+json">{}</script>',
    "a script": "<script>go()</script>",
    "a script in capitals": "<SCRIPT type='module'>go()</SCRIPT>",
    "a style": "<style>p { color: red }</style>",
    "a picture": '<img src="data:image/png;base64,aa" alt="">',
    "a policy": '<meta http-equiv="Content-Security-Policy" content="default-src *">',
}


@pytest.mark.parametrize("of_template", OF_TEMPLATES)
def test_pages_of_a_theme_without_scripts_of_its_own_need_not_be_looked_through(of_template: str) -> None:
    """What is put into the pages of a theme is what each page by itself would get, whatever its templates hold."""
    html = PAGE.format(head=OF_TEMPLATES[of_template], body="")
    assert PagePolicy({}, ["<p></p>", html]).put_into(html) == with_policy(html, {})


def test_templates_that_print_what_they_are_given() -> None:
    """A template that prints a value as it is may print a script, so its pages are looked through."""
    html = PAGE.format(head="<script>go()</script>", body="")
    assert PagePolicy({}, ["{{ theme.settings.head | safe }}"]).put_into(html) == with_policy(html, {})
    assert PagePolicy({}, ["{{ theme.settings.head }}"]).put_into(html) != with_policy(html, {})


def test_pictures_within_pages_and_style_sheets() -> None:
    """`data:` is allowed where a page, or a style sheet, holds a picture or a font within itself."""
    assert policy_of(body='<img src="data:image/png;base64,aa" alt="">')["img-src"] == ["'self'", "data:"]
    sheets = [b"a { background: url('data:image/svg+xml,x') }", b"@font-face { src: url(data:font/woff2;base64,x) }"]
    assert with_embedded({"img-src": ("https://a.example",)}, sheets) == {
        "img-src": ("https://a.example", "data:"),
        "font-src": ("data:",),
    }
    assert with_embedded({}, [b"a { background: url(x.svg) }"]) == {}


def test_a_policy_of_its_own_stays() -> None:
    """A page whose template writes a policy keeps that one alone."""
    own = '<meta content="default-src *" http-equiv="content-security-policy">'
    assert with_policy(PAGE.format(head=own, body=""), {}).count("ecurity") == 1


def test_more_can_be_allowed_afterwards() -> None:
    """The dev server adds to a finished page's policy; what is allowed already is not said again, and 'none' gives way."""
    html = with_policy(PAGE.format(head="", body=""), {})
    more = directives(
        extended(
            html.encode(), {"default-src": ("'self'",), "connect-src": ("'self'", "ws:"), "frame-src": ("x:",)}
        ).decode()
    )
    assert (more["default-src"], more["connect-src"], more["frame-src"]) == (["'self'"], ["'self'", "ws:"], ["x:"])
    assert extended(b"<html></html>", {"frame-src": ("x:",)}) == b"<html></html>"


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_every_built_page_has_one(tmp_path: Path, theme: str) -> None:
    """All pages of a site have the policy, moved ones too, with what the settings add."""
    settings = f"""
[site]
title = "Jobs"
base_url = "https://mill.example/"
[theme]
name = "{theme}"
[redirects]
"/old/" = "/"
[content_security_policy]
frame-src = ["https://player.example.org"]
"""
    posting = "---\ntitle: Baker\norganization: Mill\ntags: [rye]\n---\nWe bake <script>evil()</script>.\n"
    site = write_files(
        tmp_path, {"site.toml": settings, "content/a.md": posting, "content/pages/b.md": "# About\n\nUs.\n"}
    )
    assert build_site(site).published
    pages = list((site / "output").rglob("*.html"))
    assert len(pages) > 5
    for page in pages:
        policy = directives(page.read_text())
        assert policy["script-src"] == ["'self'"], page
        assert policy["frame-src"] == ["https://player.example.org"], page


def test_another_setting_makes_the_pages_anew(tmp_path: Path) -> None:
    """What is allowed is part of what pages are made of: a change of it reaches all of them."""
    site = write_site(tmp_path, 1)
    published(site)
    with (site / "site.toml").open("a") as file:
        file.write('[content_security_policy]\nimg-src = ["data:"]\n')
    published(site)
    assert directives((site / "output/index.html").read_text())["img-src"] == ["'self'", "data:"]
