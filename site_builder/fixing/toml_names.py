"""New names in the place of old ones in site.toml and theme.toml: comments and layout stay."""

import tomllib
from collections.abc import Iterable, Iterator

from site_builder.fixing.mend import Mended
from site_builder.model.deprecated import Deprecated, Kind, of_kinds
from site_builder.model.old_names import renewed, with_new_names

SITE, THEME = "site.toml", "theme.toml"

_PLACES = {
    (Kind.SETTING, SITE): ("",),
    (Kind.THEME_SETTING, SITE): ("theme.settings.", "languages.*.theme.settings."),
    (Kind.FIELD, SITE): ("defaults.", "defaults.*."),
    (Kind.THEME, THEME): ("",),
    (Kind.THEME_SETTING, THEME): ("settings.", "choices.", "kinds."),
}
"""Where names of a kind stand in a file: what their dotted names begin with."""


def mend_names(path: str, data: bytes, told: Iterable[str]) -> Mended | None:
    """Return a site.toml or theme.toml with new names; None where there is nothing to do, or where it is not certain.

    `told` are the messages of what was found in that file, for only such names are mended.
    """
    olds = list(_olds(path, set(told)))
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text.removeprefix("\ufeff"))
        new, done = with_new_names(text, table, olds)
        is_same = renewed(table, {}, olds).table == renewed(tomllib.loads(new.removeprefix("\ufeff")), {}, olds).table
    except ValueError:
        return None
    return Mended(new.encode(), tuple(done)) if done and is_same else None


def _olds(path: str, told: set[str]) -> Iterator[Deprecated]:
    file = path.rpartition("/")[2]
    for one in of_kinds(*Kind):
        for before in _PLACES.get((one.kind, file), ()) if one.message in told and one.instead else ():
            yield one._replace(name=before + one.name, instead=before + one.instead)
