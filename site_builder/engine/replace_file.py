"""A file of somebody's replaced as a whole: a kill or a full disk leaves the old one."""

import os
import shutil
from pathlib import Path

from site_builder.engine.regular_file import read_start


def replace_file(file: Path, before: bytes, after: bytes) -> bool:
    """Put new bytes into a file that holds certain ones; False where it holds others by now, and is left alone.

    Its permissions stay, and a symbolic link leads to the new file as it did to the old. Raises OSError.
    """
    place = Path(os.path.realpath(file))
    part = place.with_name(f".{place.name}.part")
    part.unlink(missing_ok=True)
    with part.open("xb") as new:
        new.write(after)
    try:
        shutil.copymode(place, part)
        if read_start(place, len(before) + 1)[0] != before:
            return False
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
    return True
