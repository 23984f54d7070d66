"""Links from texts to the source files of others: where the pages of those are, and the links written into HTML."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from html import escape, unescape
from urllib.parse import quote, unquote

from msgspec.structs import replace

from site_builder.model.file_links import MARK, LeadsTo
from site_builder.model.output import Rendering
from site_builder.model.posting import JobPosting, Page
from site_builder.model.problem import Problem, Severity
from site_builder.model.site import Site
from site_builder.model.slug import github_slug, slugify
from site_builder.outputs.addresses import job_path

One = JobPosting | Page


def with_file_links(sites: Sequence[Site], known: Iterable[str]) -> tuple[tuple[Site, ...], list[Problem]]:
    """Return the trees of a site, each knowing where the links of its texts to source files lead, and what is wrong with these links.

    `known` are the paths of all source files, those that have no page as well. A link leads to the version in the language of its own text,
    where there is one. Sites without such links are returned as they are.
    """
    shown: list[One] = []
    for site in sites:
        shown += site.own(site.open)
        shown += site.own(site.closed)
        shown += site.pages
    linking = {one.source: one for one in shown if one.file_links}
    if not linking:
        return tuple(sites), []
    there = {one.source: one for one in shown}
    hidden = {one.source: one for site in sites for one in (*site.upcoming, *site.drafts)}
    problems = list(_problems(linking.values(), there, hidden, set(known)))
    linked = tuple([replace(site, file_links=dict(_leads_of(site, linking.values(), there))) for site in sites])
    return linked, problems


def leads_of(site: Site, source: str) -> tuple[LeadsTo, ...]:
    """Return where the links of a text lead, by the path of its file."""
    return site.file_links.get(source, ())


def linker(leads: Sequence[LeadsTo], rendering: Rendering) -> Callable[[str], str]:
    """Return what writes the addresses of pages into HTML whose links lead to files; a link to what has no page becomes its words."""
    if not leads:
        return str
    by_target = {one.target: one for one in leads}

    def written(link: re.Match[str]) -> str:
        path, hash_mark, anchor = unescape(link["address"]).partition("#")
        target, question_mark, query = path.partition("?")
        lead = by_target.get(unquote(target))
        if lead is None or lead.path is None:
            return f"<a{link['before']}"
        if anchor and lead.text:
            anchor = quote(_anchor(unquote(anchor), lead.text, rendering.description(lead.text)), safe=_SAFE)
        rest = escape(question_mark + query + hash_mark + anchor)
        return f'<a{link["before"]} href="{rendering.config.url(lead.path)}{rest}"'

    return lambda html: _LINK.sub(written, html)


_LINK = re.compile(rf'<a(?P<before>(?: [a-z-]+="[^"]*")*?) href="{MARK}(?P<address>[^"]*)"')
"""The beginning of a link in sanitised HTML, in which `<` and `"` stand for nothing but tags and their attributes' ends."""
_SAFE = "/~!$&'()*+,;=:@-._?"
"""What stands in the part of an address behind `#` as it is (RFC 3986, 3.5)."""
_HEADING = re.compile(r"<(h[1-6]) [^>]*?id=\"([^\"]*)\"[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile("<[^>]*>")


def _leads_of(
    site: Site, linking: Iterable[One], there: Mapping[str, One]
) -> Iterator[tuple[str, tuple[LeadsTo, ...]]]:
    """Yield the sources of texts with such links, and where these lead as links of a tree have it."""
    for one in linking:
        anchored = {link.target for link in one.file_links if "#" in link.written}
        leads = []
        for target in sorted({link.target for link in one.file_links}):
            meant = _version(site, there[target], one, there) if target in there else None
            path = None if meant is None else site.config.path_to(site.config.home(meant.language), _path(meant))
            leads.append(LeadsTo(target, path, meant.description if meant is not None and target in anchored else ""))
        yield one.source, tuple(leads)


def _version(site: Site, target: One, linking: One, there: Mapping[str, One]) -> One:
    """Return the version of what a link leads to in the language of the text that has it, or else itself."""
    home = site.config.home(linking.language)
    versions = (there.get(one.source) for one in site.translations.get(target.source, ()))
    if site.config.home(target.language) == home:
        return target
    return next((one for one in versions if one is not None and site.config.home(one.language) == home), target)


def _path(one: One) -> str:
    if isinstance(one, JobPosting):
        return job_path(one)
    return "" if one.is_start else one.path


def _problems(
    linking: Iterable[One], there: Mapping[str, One], hidden: Mapping[str, JobPosting], known: set[str]
) -> Iterator[Problem]:
    for one in linking:
        for link in one.file_links:
            if link.target in there:
                continue
            name = link.written[:200]
            if link.target in known:
                reason = _why_hidden(hidden.get(link.target))
                yield Problem(
                    one.source,
                    link.line,
                    "file-link-hidden",
                    f"the link to {name} leads nowhere: {link.target} {reason}, so it has no page",
                    "Take the link out until it has one.",
                    Severity.WARNING,
                )
                continue
            yield Problem(
                one.source,
                link.line,
                "file-link-missing",
                f"the link to {name} leads nowhere: there is no file {link.target}",
                _mend(one.source, link.target, known),
                Severity.WARNING,
            )


def _why_hidden(one: JobPosting | None) -> str:
    if one is not None and not one.draft:
        return f"opens on {one.opens_on}"
    return "is a draft" if one is not None else "is left out of the site"


_MOST_COMPARED = 5_000
"""Names among which the nearest is sought: it takes a while where there are more."""


def _mend(source: str, target: str, known: set[str]) -> str:
    """Name the file that was probably meant: of the same name elsewhere, or of nearly that name."""
    name = posixpath.basename(target)
    meant = sorted(path for path in known if posixpath.basename(path) == name)
    if not meant and len(known) <= _MOST_COMPARED:
        meant = get_close_matches(target, known, 1, 0.8)
    if not meant:
        return "Write the path of the file as seen from this one: `[Benefits](pages/benefits.md)`."
    return f"Did you mean `{posixpath.relpath(meant[0], posixpath.dirname(source))}`?"


def _anchor(written: str, digest: str, html: str) -> str:
    """Return the id of what a link means in a text: an id of that text, or a heading by its words as we or GitHub write them."""
    anchors = _anchors(digest, html)
    return anchors.get(written) or anchors.get(slugify(written)) or written


@lru_cache(maxsize=256)
def _anchors(digest: str, html: str) -> dict[str, str]:  # noqa: ARG001  # the digest is found faster than the HTML
    """Return the ids of a text, and what else a link to one of its headings may be."""
    anchors: dict[str, str] = {}
    for _, identifier, words in _HEADING.findall(html):
        anchors.setdefault(github_slug(unescape(_TAG.sub("", words))), unescape(identifier))
    return anchors | {unescape(name): unescape(name) for name in re.findall(r' id="([^"]*)"', html)}
