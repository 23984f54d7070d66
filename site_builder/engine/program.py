"""A digest of the program itself, so that results of another version are never taken for ours."""

import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
# Distributions whose version changes what we write. Their names as pip writes them into site-packages.
_LIBRARIES = frozenset(
    {"jinja2", "markdown", "comrak", "nh3", "babel", "msgspec", "pyyaml", "python_frontmatter", "markupsafe", "tzdata"}
)


@cache
def program_digest() -> str:
    """Return the digest of our own source, of the versions of the libraries that shape the output, and of Python's."""
    digest = blake2b(repr(sys.version_info[:2]).encode(), digest_size=16)
    for name in sorted(_installed_libraries()):
        digest.update(name.encode())
    for file in sorted(_PACKAGE.rglob("*.py")):
        digest.update(file.relative_to(_PACKAGE).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _installed_libraries() -> set[str]:
    """Return names such as `jinja2-3.1.6.dist-info`, read from folder names: importlib.metadata costs 35 ms of start."""
    found = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        found |= {
            name.lower()
            for name in names
            if name.endswith(".dist-info") and name.lower().partition("-")[0] in _LIBRARIES
        }
    return found
