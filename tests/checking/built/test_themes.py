"""What the check says of themes: of a deliberately bad one everything, of the built-in ones nothing."""

import shutil
from pathlib import Path

import pytest

from site_builder.check import check
from site_builder.checking.built.explained_themes import RULES
from site_builder.engine.workers import Workers
from site_builder.model.problem import Problem
from tests.checking.built.small_site import page, site
from tests.example_site.building import ROOT
from tests.site_checks import write_files
from tests.sites import TODAY, load, write_site

# Each template breaks what the others keep, so that no rule hides behind another.
BAD = {
    "theme.toml": 'name = "bad"\ndescription = "Bad on purpose."\nextends = "base"\n',
    "assets/bad.css": """
body { color: #999; background: #fff }
a { outline: none }
a:focus { outline: 0 }
:focus-visible { outline: none }
button.x { width: 16px; height: 1rem; box-sizing: border-box }
@import "https://fonts.example.com/css";
.y { background: url(//cdn.example.com/x.png) }
""",
    "assets/bad.js": "// eval(here) is a comment\nconst f = new Function('return 1'); f()\n",
    "templates/listing.html": """<html><head><meta name="viewport" content="width=device-width, user-scalable=no">
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self' 'unsafe-inline'">
<link rel="stylesheet" href="{{ asset('bad.css') }}"><script src="{{ asset('bad.js') }}"></script></head>
<body><nav>One</nav><nav>Two</nav><div>Words in no part</div>
<h2></h2><h4 style="color: red">Deep</h4><a href="{{ url('') }}"></a><img src="{{ asset('favicon.svg') }}">
<input name="q" placeholder="Search"><button class="x" onclick="go()">x</button>
{% for job in page.jobs %}<a href="{{ url(job.path) }}">{{ job.title }}</a>{% endfor %}
<iframe src="https://player.example.com/1"></iframe></body></html>
""",
    "templates/page.html": "<p>No head at all</p>{{ description }}",
    "templates/404.html": '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>'
    '<meta name="viewport" content="width=device-width"></head><body><main><h1>x</h1>'
    "{% for number in range(20000) %}{{ number * 7919 % 100003 }} {% endfor %}</main></body></html>",
}  # fmt: skip


def told(folder: Path, only: str = "pages") -> list[Problem]:
    """Return what the check says of a site's pages."""
    with Workers(1) as workers:
        checked = check(load(folder), TODAY, workers)
    codes = {rule.code for rule in RULES if str(rule.group) == only}
    return [problem for problem in checked.problems if problem.code in codes]


def bad_site(folder: Path) -> Path:
    """Write a site with the bad theme."""
    write_site(folder, 3)
    write_files(folder / "themes/bad", BAD)
    write_files(folder, {"content/pages/about.md": "# About\n\nUs.\n"})
    with (folder / "site.toml").open("a") as file:
        file.write('[theme]\nname = "bad"\n')
    return folder


def test_a_bad_theme_breaks_every_rule(tmp_path: Path) -> None:
    """Each rule of themes finds something in a theme that breaks them all, and names the template or style sheet where it can."""
    found = told(bad_site(tmp_path))
    assert {problem.code for problem in found} == {rule.code for rule in RULES}
    places = {(problem.code, problem.path, problem.line) for problem in found}
    listing, sheet = "themes/bad/templates/listing.html", "themes/bad/assets/bad.css"
    assert ("handler-inline", listing, 6) in places
    assert ("style-inline", listing, 5) in places
    assert ("zoom-prevented", listing, 1) in places
    assert ("host-foreign", listing, 8) in places
    assert {("host-foreign", sheet, 7), ("host-foreign", sheet, 8)} <= places
    assert ("target-small", sheet, 6) in places
    assert ("focus-hidden", sheet, 3) in places
    assert [problem.message for problem in found if problem.code == "contrast-low"][:1] == [
        "in dark, text of `body` is #999999 on #ffffff, a contrast of 2.8 where it needs 4.5 (on / and 3 more)"
    ]
    # One theme is one place to mend: nothing is said for each page anew.
    assert len(found) < 60


@pytest.mark.parametrize("theme", ["base", "studio"])
def test_the_built_in_themes_break_none(tmp_path: Path, theme: str) -> None:
    """Of the example with either theme, and its pages of every kind, nothing is said."""
    for name in ("content", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "site.toml").read_text("utf-8").replace('[theme]\nname = "base"', f'[theme]\nname = "{theme}"')
    (tmp_path / "site.toml").write_text(settings, "utf-8")
    assert told(tmp_path) == []


def test_unchanged_pages_are_not_judged_again(tmp_path: Path) -> None:
    """What is known of a page is taken as it is; the settings' hosts are part of what it is known under."""
    folder = bad_site(tmp_path)
    first = told(folder)
    assert told(folder) == first
    with (folder / "site.toml").open("a") as file:
        file.write(
            '[content_security_policy]\nframe-src = ["https://player.example.com"]\nimg-src = ["https://cdn.example.com"]\n'
        )
    hosts = {problem.message.split("“")[1].split("/")[2] for problem in told(folder) if problem.code == "host-foreign"}
    # The page keeps its own policy, which does not know the player.
    assert hosts == {"fonts.example.com", "player.example.com"}


GOOD = '<header><nav aria-label="Main">x</nav></header><main><h1>x</h1>{}</main>'
HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src https://pictures.example">'
)


def codes_of(root: Path, body: str, head: str = HEAD, sheet: str = "") -> list[str]:
    """Return the codes of what is wrong with a single page that a template made."""
    built = site(root, {"p/index.html": page(body, head + '<link rel="stylesheet" href="/s.css">'), "s.css": sheet})
    from msgspec.structs import replace

    from site_builder.checking.built.pages import problems_of_pages

    judged = replace(built, kinds={"p/index.html": "page"}, samples=frozenset({"p/index.html"}))
    return sorted({problem.code for problem in problems_of_pages(judged)[0]})


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<h2>a</h2><h3>b</h3><h2>c</h2>", ""),
        ("<h2>a</h2><h4>b</h4>", "heading-gap"),
        ("<h1>again</h1>", "heading-main"),
        ('<h2><img src="data:," alt="Words"></h2>', ""),
        ('<a href="#top"><img src="data:," alt="Home"></a><a id="x"></a>', ""),
        ('<a href="#top"><svg><title>Home</title></svg></a>', ""),
        ('<a href="#top"><img src="data:," alt=""></a>', "name-missing"),
        ('<a href="#top" aria-label="Home"></a><button title="Close"></button>', ""),
        ("<button><span></span></button>", "name-missing"),
        ('<label for="a">A</label><input id="a"><label>B <select></select></label><input type="hidden" name="c">', ""),
        ('<label for="a"></label><input id="a">', "label-missing"),
        ('<textarea aria-labelledby="b"></textarea><p id="b">Words</p>', ""),
        ('<label>B</label><input name="b">', "label-missing"),
        ('<img src="data:,">', "alt-missing"),
        ('<img src="https://pictures.example/x.png" alt="">', ""),
        ('<img src="https://other.example/x.png" alt="">', "host-foreign"),
        ('<a href="https://other.example/">x</a><cite>javascript:</cite>', ""),
        ('<a href="javascript:void(0)">x</a>', "handler-inline"),
        ('<p data-style="x" data-one="y">style=x</p>', ""),
        ('<nav aria-label="Main">x</nav>', "landmark-unnamed"),
        ('<nav aria-label="Pages">x</nav>', ""),
        ("<script>window.evaluate(1); x.eval(2)</script>", ""),
        ("<script>eval('1')</script>", "script-eval"),
        ('<script type="application/json">{"a": "eval(1)"}</script>', ""),
    ],
)  # fmt: skip
def test_what_is_told_of_markup(body: str, code: str, tmp_path: Path) -> None:
    """Markup that is right is left alone, and what is wrong is told by its code."""
    assert codes_of(tmp_path, GOOD.format(body)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        ("default-src 'none'; frame-ancestors 'none'", "policy-weak"),
        ("default-src 'none';sandbox", "policy-weak"),
        ("default-src 'none'; img-src https://sandbox.example", ""),
    ],
)
def test_what_counts_only_as_a_header(policy: str, code: str, tmp_path: Path) -> None:
    """A directive that does nothing in a page is named; a host of that name is none."""
    head = HEAD.replace("default-src 'none'; img-src https://pictures.example", policy)
    assert codes_of(tmp_path, GOOD.format(""), head) == ([code] if code else [])


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (":root { --ink: #595959 } p { color: var(--ink) }", ""),
        (":root { --ink: #999 } p { color: var(--ink) }", "contrast-low"),
        ("p { color: var(--none, #999) }", "contrast-low"),
        ("p { color: #999; font-size: 1.5rem }", "contrast-low"),
        ("p { color: #949494; font-size: 1.5rem }", ""),
        ("p { color: #949494; font: bold 19px/1.2 serif }", ""),
        ("p { color: #949494; font: 19px/1.2 serif }", "contrast-low"),
        ("p { color: #999; background: #000 }", ""),
        ("main { background: #333 } p { color: #eee }", "contrast-low"),  # the h1 stays black
        ("main { background: #333; color: #eee }", ""),
        ("main { background: #333 linear-gradient(red, blue); color: #444 }", ""),
        ("p { color: #999 } p { color: #333 }", ""),
        ("p { color: #333 } .a, p { color: #999 }", "contrast-low"),
        ("p { color: #999 } main p { color: #333 } p { color: #999 }", ""),
        ("p { color: #333 !important } main p { color: #999 }", ""),
        ("p:hover { color: #eee }", ""),
        ("@media (prefers-color-scheme: dark) { :root { color-scheme: dark; } body { background: #111 } }", ""),
        ("@media (prefers-color-scheme: dark) { body { background: #111 } }", "contrast-low"),
        (":root { color-scheme: light dark } p { color: light-dark(#333, #ccc) }", ""),
        (":root { color-scheme: light dark } p { color: light-dark(#333, #555) }", "contrast-low"),
        ("@media print { p { color: #999 } }", ""),
        ("@media (max-width: 30rem) { p { color: #999 } }", ""),
        ("@media (min-width: 30rem) { p { color: #999 } }", "contrast-low"),
        ("p { color: rgb(0 0 0 / 40%) }", "contrast-low"),
        ("p { color: color-mix(in srgb, black 40%, white) }", "contrast-low"),
        ("p { color: hsl(0 0% 60%) }", "contrast-low"),
        ("p { color: oklch(70% 0 0) }", "contrast-low"),
        ("p { color: lab(70% 0 0) }", ""),
        ("p { color: #999; display: none }", ""),
        (":focus { outline: none }", "focus-hidden"),
        ("a:focus { outline: none; box-shadow: 0 0 0 3px blue }", ""),
        ("a { outline: 0 } a:focus-visible { outline: 2px solid }", ""),
        (".k { outline: 0 } :focus-visible { outline: 2px solid; outline-offset: 2px }", ""),
        (".k.k { outline: 0 } :focus-visible { outline: 2px solid; border-radius: 2px }", "focus-hidden"),
        ("a:focus:not(:focus-visible) { outline: none }", ""),
        (".k:focus-visible { outline: none } .k:focus-visible::after { outline: 3px solid }", ""),
        ("a { height: 20px }", ""),
        ("a { display: inline-block; height: 20px }", "target-small"),
        ("a { display: flex; height: 20px; min-height: 24px }", ""),
        ("a { display: block; height: 20px; padding: 4px }", ""),
        ("a { display: block; box-sizing: border-box; height: 20px; padding: 4px }", "target-small"),
        ("a { display: block; width: 1px; clip-path: inset(50%) }", ""),
    ],
)  # fmt: skip
def test_what_is_told_of_style_sheets(sheet: str, code: str, tmp_path: Path) -> None:
    """Contrast in both schemes, focus and the size of targets, as the rules that win have them."""
    found = codes_of(
        tmp_path, GOOD.format('<p>Words</p><a class="k" href="#top">Link</a>'), sheet="a { color: inherit }" + sheet
    )
    assert found == ([code] if code else [])
