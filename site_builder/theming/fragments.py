"""Parts of pages that are rendered once for equal values, in each process: a job's card stands in nine lists."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from markupsafe import Markup
from msgspec import Struct, msgpack

MOST_BY_VALUE = 20_000
"""Parts that are kept with the values they were made of; a job's card takes about 2 kB."""
MOST_BY_DIGEST = 100_000
"""Further parts that are kept with the digest of the values alone, which takes longer to work out and half the memory."""

_encoder = msgpack.Encoder()


class Fragments:
    """The parts that a process has rendered.

    The first stay: lists come in rounds through all jobs, in which the last used is the last to come again.
    """

    def __init__(self, render: Callable[..., str]) -> None:
        """Keep what `render(template, **values)` gives for hashable values."""
        self._render = render
        self._by_value: dict[tuple[Any, ...], Markup] = {}
        self._by_digest: dict[bytes, Markup] = {}

    def of(self, template: str, **values: Any) -> Markup:
        """Return the HTML of a template with some values."""
        key = (template, *values.items())
        html = self._by_value.get(key)
        if html is not None:
            return html
        if len(self._by_value) < MOST_BY_VALUE:
            html = self._by_value[key] = self._rendered(template, values)
            return html
        digest = _digest(template, values)
        html = self._by_digest.get(digest)
        if html is None:
            html = self._rendered(template, values)
            if digest and len(self._by_digest) < MOST_BY_DIGEST:
                self._by_digest[digest] = html
        return html

    def _rendered(self, template: str, values: dict[str, Any]) -> Markup:
        return Markup(self._render(template, **values))  # noqa: S704  # escaped by its template


def _digest(template: str, values: dict[str, Any]) -> bytes:
    """Return a digest of a template's name and the values' types and fields; empty where the types of their parts are not known from theirs."""
    if not all(isinstance(value, Struct | str) for value in values.values()):
        return b""
    typed = [(name, type(value).__qualname__, value) for name, value in values.items()]
    return blake2b(_encoder.encode((template, typed)), digest_size=16).digest()
