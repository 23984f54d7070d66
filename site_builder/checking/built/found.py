"""What was found on one file of the built site, before it is known who can mend it."""

from site_builder.model.value import Value


class Flaw(Value, frozen=True):
    """What is wrong with a page by itself. `written` is what to look for in the file that it was made of: an address, or a name."""

    code: str
    message: str
    mend: str
    written: str = ""


class Looked(Value, frozen=True):
    """What one file of the built site holds: the names of its elements, its links within the site, its flaws.

    `links` maps an address as it is written to where it leads, relative to the site and decoded, with `#name` where it names an element
    (`jobs/gardener/#pay`). `alternates` are its versions in other languages, as pairs of what `hreflang` says and an address as it is written;
    `language` is that of the page.
    """

    path: str
    ids: tuple[str, ...] = ()
    links: dict[str, str] = {}
    flaws: tuple[Flaw, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    language: str = ""
