"""What a plan makes: one value for every file the site shall have."""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, Protocol

from msgspec import msgpack

from site_builder.model.config import Config
from site_builder.model.value import Value


class Rendering(Protocol):
    """What an output may use while it renders, beside its own fields. Everything here is part of an output's key."""

    @property
    def config(self) -> Config:
        """The site's settings."""

    def html(self, template: str, **context: Any) -> bytes:
        """Render a template of the theme to UTF-8. `config`, `theme` and the functions are added to the context."""

    def description(self, digest: str) -> str:
        """Return the sanitised HTML of a posting's or page's text."""

    def file(self, source: str) -> bytes:
        """Return the bytes of an asset, by its name (`site.css`)."""


class Output(Value, frozen=True, kw_only=True):
    """One file of the site.

    `path` is its place in the output folder, relative, with `/`. `origin` is the file (relative to the site's folder)
    that wants it, named when two outputs meet on one path. All that `render` reads are the fields and the `Rendering`,
    so equal fields make equal files. `tree` is the prefix of the tree (`de/`) with whose settings and words it is rendered,
    empty for the root's. `template` is the name of the template that a subclass renders, or empty.
    """

    path: str
    origin: str
    tree: str = ""

    template: ClassVar[str] = ""

    def __reduce__(self) -> tuple[Callable[[type["Output"], bytes], "Output"], tuple[type["Output"], bytes]]:
        """Travel to another process as MessagePack: a list of fifty postings takes a third of the time that pickling all its values takes."""
        return _decoded, (type(self), _encoder.encode(self))

    def render(self, rendering: Rendering) -> bytes:
        """Return the file's bytes."""
        raise NotImplementedError


_encoder = msgpack.Encoder()


@cache
def _decoder(kind: type[Output]) -> msgpack.Decoder[Output]:
    return msgpack.Decoder(kind)


def _decoded(kind: type[Output], data: bytes) -> Output:
    return _decoder(kind).decode(data)


class Address(Value, frozen=True):
    """What the sitemap wants to know of a page.

    Its address relative to the site, and the day it last changed, if known.
    """

    path: str
    last_modified: str | None = None


class Link(Value, frozen=True):
    """A link within the site: its text and the address (`tags/python/`), relative to the site or, in one of several languages, to its tree."""

    text: str
    path: str
    count: int = 0
