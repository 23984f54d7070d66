"""New redirects put into the section [redirects] of site.toml; everything else in the file stays as it is."""

import json
import re
from collections.abc import Mapping

_SECTION = re.compile(r"^[ \t]*\[[ \t]*redirects[ \t]*\][ \t]*(?:#.*)?$", re.MULTILINE)


def as_lines(redirects: Mapping[str, str]) -> list[str]:
    """Return redirects as lines of TOML."""
    return [f"{_toml(old)} = {_toml(new)}" for old, new in redirects.items()]


def with_redirects(text: str, redirects: Mapping[str, str]) -> str:
    """Return the text of a site.toml with more redirects, below the section's head, or in a new section at the end."""
    end = "\r\n" if "\r\n" in text else "\n"
    rows = "".join(f"{line}{end}" for line in as_lines(redirects))
    if found := _SECTION.search(text):
        after = text.find("\n", found.end()) + 1 or len(text)
        head = text[:after] if text[:after].endswith("\n") else text[:after] + end
        return head + rows + text[after:]
    gap = "" if not text or text.endswith("\n") else end
    return f"{text}{gap}{end}[redirects]{end}{rows}"


def _toml(text: str) -> str:
    """Return a text as TOML's basic string: JSON's, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
