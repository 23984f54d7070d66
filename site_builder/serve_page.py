"""What the dev server's pages say beside the site: the problems that keep the last change from being shown."""

from collections.abc import Sequence
from html import escape

from site_builder.model.problem import Problem
from site_builder.theming.policy import extended, hash_of
from site_builder.wording import number_of

MOST_SHOWN = 20
"""Problems in a page; the terminal names them all."""


def with_extras(html: bytes, errors: Sequence[Problem], script: str) -> bytes:
    """Return a page of the site with the element `script` at its end and, where there are errors, a panel of them.

    The page's policy lets the panel have its style, and the script its connection. The panel has a shadow root, so that neither the site's style sheet nor the panel's reaches the other.
    """
    panel = ""
    if errors:
        panel = (
            f'<site-builder-problems><template shadowrootmode="open"><style>{_STYLE_OF_PANEL}</style>'
            f'<details open role="alert"><summary>{number_of(len(errors), "error")}. The page is that of the last good site.</summary>'
            f"{_list(errors)}</details></template></site-builder-problems>"
        )
    more = {"script-src": ("'self'",), "connect-src": ("'self'", "ws:"), "style-src": (hash_of(_STYLE_OF_PANEL),)}
    html = extended(html, more)
    head, body_end, tail = html.rpartition(b"</body>")
    if not body_end:
        head, tail = html, b""
    return head + (panel + script).encode() + body_end + tail


def problems_page(errors: Sequence[Problem], script: str) -> bytes:
    """Return the page that stands in for every other while there is no good site yet."""
    return _page("This site cannot be built yet", f"<h1>{number_of(len(errors), 'error')}</h1>{_list(errors)}", script)


def elsewhere_page(base_path: str, script: str) -> bytes:
    """Return the page for addresses outside the site's own path, such as `/` + anything but `/repo/`."""
    link = escape(base_path)
    return _page("Not part of the site", f'<h1>The site is at <a href="{link}">{link}</a></h1>', script)


def _page(title: str, body: str, script: str) -> bytes:
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_PAGE_STYLE}{_LIST_STYLE}</style>\n<body>{body}{script}</body>\n</html>\n"
    ).encode()


def _list(errors: Sequence[Problem]) -> str:
    items = "".join(_item(problem) for problem in errors[:MOST_SHOWN])
    more = f"<p>{len(errors) - MOST_SHOWN} more stand in the terminal.</p>" if len(errors) > MOST_SHOWN else ""
    return f"<ul>{items}</ul>{more}"


def _item(problem: Problem) -> str:
    # A problem quotes what the posting says, and a posting may say anything.
    return (
        f"<li><code>{escape(problem.place)}</code> <b>{escape(problem.message)}</b> "
        f"<small>{escape(problem.code)}</small><br>{escape(problem.mend)}</li>"
    )


_LIST_STYLE = """
ul { margin: 0; padding: 0; list-style: none }
li { padding: .6em 0; overflow-wrap: anywhere }
li + li { border-top: 1px solid #e5b4ae }
code { font: inherit; font-family: ui-monospace, monospace; font-weight: bold }
small { color: #6b4b48 }
p { margin: .6em 0 }
"""
# What is important within wins over the site's own style for the element.
_PANEL_STYLE = """
:host {
  all: initial !important; position: fixed !important; inset: auto 0 0 0 !important; z-index: 2147483647 !important;
}
details {
  font: 15px/1.45 system-ui, sans-serif; color: #3a0b06; background: #fff3f1; border-top: 4px solid #b3261e;
  box-shadow: 0 -2px 12px #0003; padding: .7em 1.2em; max-height: 60vh; overflow: auto; box-sizing: border-box;
}
summary { cursor: pointer; font-weight: bold }
@media print { :host { display: none !important } }
"""
_STYLE_OF_PANEL = f"{_PANEL_STYLE}{_LIST_STYLE}"
_PAGE_STYLE = """
body {
  font: 16px/1.5 system-ui, sans-serif; color: #3a0b06; background: #fff3f1;
  max-width: 50em; margin: 2em auto; padding: 0 1em;
}
"""
