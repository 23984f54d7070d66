"""A file's TOML front matter with the place of every name in the file."""

import re

from site_builder.fixing.front_matter import Edit, Field
from site_builder.model.toml_lines import Name, names_in


class TomlMatter:
    """The names of a file's fields, and where they stand in its text as it is on the disk."""

    def __init__(self, data: bytes) -> None:
        """Find the names of a file that reading did not refuse. There are none where its front matter is no TOML."""
        self.text = data.decode("utf-8")
        found = _MATTER.match(self.text)
        self._start = found.start(1) if found else 0
        names = names_in(found[1]) if found else ()
        self.fields = tuple(Field(name.dotted, name, None) for name in names if "." not in name.dotted)

    def written(self, node: Name) -> str:
        """Return a name as it stands in the file."""
        return self.text[self._start + node.start : self._start + node.end]

    def edit(self, node: Name, text: str) -> Edit:
        """Return the edit that puts a text in a name's place."""
        return Edit(self._start + node.start, self._start + node.end, text)


_MATTER = re.compile(r"\ufeff?\s*\+{3,}[ \t]*\r?\n(.*?)^\+{3,}[ \t]*\r?$", re.DOTALL | re.MULTILINE)
