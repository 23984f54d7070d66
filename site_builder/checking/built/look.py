"""One file of the built site looked at by itself: its links, its names, and what is wrong whatever the other files hold."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from sys import intern
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.addresses import Base, Beyond, nearest
from site_builder.checking.built.appearance import flaws_of_look
from site_builder.checking.built.enclosed import flaws_of_page, flaws_of_script, flaws_of_sheet
from site_builder.checking.built.found import Flaw, Looked
from site_builder.checking.built.held import Held, held_by
from site_builder.checking.built.markup import flaws_of_frame, flaws_of_text
from site_builder.checking.built.other_files import SCRIPTS as _SCRIPTS
from site_builder.checking.built.other_files import addresses_in
from site_builder.checking.built.seen import Unseen, unseen
from site_builder.checking.built.shown import Shown
from site_builder.checking.built.structured_data import job_postings
from site_builder.checking.built.style_sheets import Rule, rules
from site_builder.checking.built.visible import hiding_selectors, without_hidden
from site_builder.checking.built.weights import compressed, flaws_of_weight
from site_builder.model.value import Value


class Page(Value, frozen=True):
    """A file to look at: its path in the built site, and whether it is the page of an open job.

    The rules of themes are asked of a page that a template made: `kind` is its kind (`page.kind` in templates; empty for any other file), `budget` the
    bytes that it may take over the wire (0: any number). Of a `sample` all is looked at that does not come of a text: what templates make, and how it looks.
    """

    path: str
    is_open_job: bool = False
    kind: str = ""
    budget: int = 0
    is_sample: bool = False


class LookTask:
    """Look at one file of the built site. Picklable.

    What comes of it depends on the file's bytes, its page's style sheets, `is_open_job` and what the task is made of, and on nothing else.
    """

    def __init__(
        self,
        folder: Path,
        base_url: str,
        words: Mapping[str, str],
        words_of_trees: Mapping[str, Mapping[str, str]] | None = None,
        hosts: Collection[str] = (),
    ) -> None:
        """Look at files below a folder, built for an address; `words` are the interface's, by dotted keys (`salary.YEAR`).

        `words_of_trees` are those of other languages, by the folders of their pages (`de/`); `hosts` are those that the settings let pages ask.
        """
        self._folder, self._base_url, self._words, self._hosts = folder, base_url, dict(words), tuple(hosts)
        self._words_of_trees = {prefix: dict(own) for prefix, own in (words_of_trees or {}).items()}
        self._base, self.host = Base(base_url), urlsplit(base_url).netloc
        self._hiding = cache(self._hidden_by)
        self._rules = cache(self._rules_of)
        self._size = cache(self._size_of)
        self._is_file = cache(lambda path: (self._folder / path).is_file())

    def __reduce__(self) -> tuple[type["LookTask"], tuple[Any, ...]]:
        """Travel without what has been found out."""
        return LookTask, (self._folder, self._base_url, self._words, self._words_of_trees, self._hosts)

    def __call__(self, page: Page) -> Looked:
        """Return what the file holds. Raises OSError."""
        data = (self._folder / page.path).read_bytes()
        notes = _Notes(self._base, self._base.page_url(page.path))
        if not page.path.endswith((".html", ".htm")):
            for address in addresses_in(page.path, data):
                notes.link(address)
            if page.path.endswith(".css"):
                notes.flaws.extend(flaws_of_sheet(data, (*self._hosts, self.host)))
            elif page.path.endswith(_SCRIPTS):
                notes.flaws.extend(flaws_of_script(data))
            return Looked(page.path, (), notes.links, tuple(notes.flaws))
        html = LexborHTMLParser(data)
        held = held_by(html)
        names = dict.fromkeys((*held.ids, *held.names))
        notes.flaws.extend(_doubled(held.ids))
        for address in held.addresses:
            if address.startswith("#"):
                notes.own_anchor(address, names)
            else:
                notes.link(address)
        if page.kind:
            self._of_theme(html, data, held, page, notes)
        if held.structured or page.is_open_job:
            self._structured_data(html, held, page, notes)
        language = next(iter(held.languages), "")
        return Looked(page.path, tuple(names), notes.links, tuple(notes.flaws), tuple(held.alternates), language)

    def _of_theme(self, html: LexborHTMLParser, data: bytes, held: Held, page: Page, notes: "_Notes") -> None:
        """Note what is wrong with a page that a template made, whatever it says."""
        sheets = [file for file in (self._file(notes.page_url, one) for one in held.sheets) if file]
        notes.flaws.extend(flaws_of_text(html))
        scripts = [file for file in (self._file(notes.page_url, one) for one in held.scripts) if file]
        notes.flaws.extend(flaws_of_weight(data, [*sheets, *scripts], self._size, page.budget))
        if page.is_sample:
            notes.flaws.extend(flaws_of_frame(html))
            notes.flaws.extend(flaws_of_page(data, html, self.host))
            own = [rule for style in html.css("style") for rule in rules(style.text())]
            notes.flaws.extend(flaws_of_look(html, [*(rule for sheet in sheets for rule in self._rules(sheet)), *own]))

    def _file(self, page_url: str, written: str) -> str:
        """Return the path of a file of the site that a page asks for; empty where it is none."""
        target = self._base.target(page_url, written)
        return target if isinstance(target, str) and self._is_file(target) else ""

    def _rules_of(self, sheet: str) -> list[Rule]:
        return rules((self._folder / sheet).read_text("utf-8", "replace"))

    def _size_of(self, file: str) -> int:
        return compressed((self._folder / file).read_bytes())

    def _structured_data(self, html: LexborHTMLParser, held: Held, page: Page, notes: "_Notes") -> None:
        """Note what is wrong with a page's structured data. It takes what is hidden out of the page."""
        postings: list[dict[str, Any]] = []
        for text in held.structured:
            try:
                postings += job_postings(msgspec.json.decode(text))
            except msgspec.DecodeError as error:
                notes.flaws.append(Flaw("json-ld-unreadable", f"its structured data is no JSON: {error}", _OURS))
        notes.flaws.extend(_count_flaws(len(postings), page, held))
        if len(postings) != 1 or not page.is_open_job:
            return
        posting = postings[0]
        organization = posting.get("hiringOrganization")
        for holder in (posting, organization if isinstance(organization, dict) else {}):
            for name in ("url", "logo", "image"):
                if isinstance(address := holder.get(name), str):
                    notes.link(address)
        hiding = [
            selector for sheet in held.sheets for selector in self._hiding(self._base.target(notes.page_url, sheet))
        ]
        languages = tuple(dict.fromkeys(held.languages))
        folder = f"{page.path.partition('/')[0]}/"
        words = self._words_of_trees.get(folder, self._words)
        shown = Shown(without_hidden(html, hiding), self._base, notes.page_url, languages, words)
        notes.flaws.extend(map(_unseen_flaw, unseen(posting, shown)))

    def _hidden_by(self, sheet: str | Beyond) -> tuple[str, ...]:
        """Return the selectors that a style sheet of the site hides."""
        file = self._folder / str(sheet)
        return hiding_selectors(file.read_text("utf-8", "replace")) if isinstance(sheet, str) and file.is_file() else ()


class _Notes:
    """What is noted of one file: each of its links once, and its flaws."""

    def __init__(self, base: Base, page_url: str) -> None:
        self.page_url, self.links, self.flaws = page_url, dict[str, str](), list[Flaw]()
        self._base, self._seen = base, set[str]()

    def link(self, written: str) -> None:
        """Note an address: as a link within the site, as a flaw, or not at all where it leads elsewhere."""
        if written in self._seen:
            return
        self._seen.add(written)
        target = self._base.target(self.page_url, written)
        if isinstance(target, str):
            # Equal texts of many pages travel between processes as one, when they are one.
            self.links[intern(written)] = target
        elif target is not Beyond.ELSEWHERE:
            code, message, mend = _BEYOND[target]
            self.flaws.append(Flaw(code, message.format(shown=written[:200]), mend, written))

    def own_anchor(self, written: str, names: Collection[str]) -> None:
        """Note a link to an element of the page itself, if there is no such element."""
        if written not in self._seen and (flaw := anchor_flaw(unquote(written[1:]), names, "the page")):
            self.flaws.append(replace(flaw, written=written))
        self._seen.add(written)


def anchor_flaw(name: str, names: Collection[str], where: str) -> Flaw | None:
    """Return what is wrong with a link to an element of a page, which has these names; `name` is what stands behind the `#`."""
    name = name.partition(":~:")[0]
    if name in names or name.lower() in ("", "top"):  # both lead to the page's beginning
        return None
    near = nearest(name, sorted(names))
    mend = f"Did you mean `#{near}`?" if near is not None else "Mend what stands behind the `#`, or leave it out."
    return Flaw("anchor-missing", f"{where} has no heading or element called “{name}”", mend)


# Said of the program and its themes, by which all structured data is made.
_OURS = "This is no mistake of the posting's: mend the theme's templates, or tell the makers of site-builder."

_BEYOND = {
    Beyond.OUTSIDE: (
        "link-outside-site",
        "“{shown}” is not below the path at which the site lies",
        'Write it in the template as `{{ url("…") }}`, which knows that path.',
    ),
    Beyond.LOCAL: (
        "link-local",
        "“{shown}” is known to your own machine or network alone, so visitors get nowhere",
        "Write the address at which everybody finds it, or take the link out.",
    ),
    Beyond.NO_HOST: (
        "link-without-host",
        "“{shown}” names no host, so it leads nowhere",
        "Write the whole address, such as `https://example.org/page/`.",
    ),
}


def _doubled(ids: list[str]) -> Iterator[Flaw]:
    if len(set(ids)) == len(ids):
        return
    for name, count in Counter(ids).items():
        if count > 1:
            yield Flaw(
                "id-doubled",
                f"{count} elements of the page are called “{name}”, so a link to `#{name}` finds the first alone",
                "Give each heading words of its own, or each element its own `id`.",
                f"#{name}",
            )


def _count_flaws(count: int, page: Page, held: Held) -> Iterator[Flaw]:
    if page.is_open_job and count == 0:
        yield Flaw(
            "json-ld-missing", "the page of an open job has no JobPosting, so Google for Jobs cannot show it", _OURS
        )
    elif page.is_open_job and count > 1:
        yield Flaw("json-ld-doubled", f"the page holds {count} JobPostings, and has to hold one", _OURS)
    elif count and not page.is_open_job:
        yield Flaw("json-ld-misplaced", "a page that is not that of one open job holds a JobPosting", _OURS)
    elif count and any("noindex" in asked for asked in held.robots):
        yield Flaw("json-ld-misplaced", "a page that search engines may not show holds a JobPosting", _OURS)


def _unseen_flaw(one: Unseen) -> Flaw:
    message = f"its structured data says `{one.name}`: “{one.value[:200]}”, which the page does not show"
    return Flaw("json-ld-unseen", message, _OURS)
