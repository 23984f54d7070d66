"""What a page shows, in the forms that its structured data is looked for in; each is made when it is first asked for."""

from collections.abc import Collection, Mapping
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.addresses import Base
from site_builder.checking.built.forms import Languages, holds
from site_builder.checking.built.visible import text_of


class Shown:
    """What a page shows."""

    def __init__(
        self, page: LexborHTMLParser, base: Base, url: str, languages: Languages, words: Mapping[str, str]
    ) -> None:
        """Take a page without what is hidden in it, its address, the languages of the page and its parts, and the interface's words."""
        self._page, self._base = page, base
        self.url, self.languages, self.words = url, languages, words

    @cached_property
    def text(self) -> str:
        """The visible text, white space and the borders of elements as single spaces."""
        return text_of(self._page)

    @cached_property
    def _folded(self) -> str:
        return self.text.casefold()

    def has(self, value: str) -> bool:
        """Say whether the page shows a text as words of its own, in small letters or capitals; its white space is single spaces."""
        # Nearly all is shown as it is written.
        return holds(self.text, value) or holds(self._folded, value.casefold())

    def has_one(self, values: Collection[str], beside: Collection[str] = ()) -> bool:
        """Say whether the page shows one of some texts, and near to it one of those that shall stand `beside` it, if any shall."""
        return any(holds(self.text, value, beside) for value in values) or any(
            holds(self._folded, value.casefold(), [one.casefold() for one in beside]) for value in values
        )

    @cached_property
    def squeezed(self) -> str:
        """The visible text without any white space."""
        return self.text.replace(" ", "")

    @cached_property
    def times(self) -> dict[str, str]:
        """The texts of the `<time>` elements by their `datetime`."""
        times = self._page.css("time[datetime]")
        return {time.attributes.get("datetime") or "": " ".join(time.text().split()) for time in times}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Where links lead and images come from: absolute, without a slash at the end."""
        written = [element.attributes.get("href") for element in self._page.css("a[href]")]
        written += [element.attributes.get("src") for element in self._page.css("img[src]")]
        found = set()
        for address in filter(None, written):
            target = self._base.target(self.url, address)
            found.add((self._base.url + target if isinstance(target, str) else address).rstrip("/"))
        return frozenset(found)
