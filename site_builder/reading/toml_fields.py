"""TOML as values with their lines: front matter between lines of `+++`, and `site.toml`."""

import re
import tomllib
from typing import Any

from site_builder.model.toml_lines import lines_of
from site_builder.model.toml_mistakes import mistake_in
from site_builder.reading.plain_values import MOST_VALUES, too_complex
from site_builder.reading.wrong import Unreadable


def read_toml(text: str, first: int, whole: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return a TOML text's values and the line of every name, dotted within tables (`contact.email`, `locations.0.country`).

    `first` is the text's first line in its file; `whole` names the text for the author ("the front matter"). Raises Unreadable.
    """
    if text.count("\n") > MOST_VALUES or _MANY_DOTS.search(text):
        raise too_complex(first)
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise too_complex(first) from None
    except ValueError as error:  # TOMLDecodeError is one; so are numbers of more than 4,300 digits
        mistake = mistake_in(text, str(error))
        code, said = ("toml-syntax", f"{whole} cannot be read as TOML: {mistake.message}")
        if mistake.is_double:
            code, said = "field-repeated", mistake.message
        raise Unreadable(code, first + mistake.line, said, mistake.mend) from None
    return values, lines_of(text, first)


# tomllib takes time by the square of a name's parts: a megabyte of `a.a.a.` takes hours.
_MANY_DOTS = re.compile(r"^(?:[^\n.]*+\.){1000}", re.MULTILINE)
