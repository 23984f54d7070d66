"""What no field may hold, whatever it is: more than a person writes, or a value in a word processor's quotation marks."""

from site_builder.reading.wrong import Wrong, quotable, right_line, shown, within_quotes

MOST_CHARACTERS = 20_000
"""Of all texts in a field's value together."""
MOST_ITEMS = 2_000


def refuse_excess(value: object) -> None:
    """Raise Wrong for a field's value with more characters, or a longer list in it, than any field needs."""
    longest, characters = _size(value)
    if longest > MOST_ITEMS:
        raise Wrong(f"there are more than {MOST_ITEMS:,} items in the list", "Keep the few that matter to job seekers.")
    if characters > MOST_CHARACTERS:
        raise Wrong(
            f"the value has more than {MOST_CHARACTERS:,} characters",
            "Write it short; what takes long to say belongs into the text below the fields.",
        )


def refuse_quotes(value: object, name: str) -> None:
    """Raise Wrong for a field's value that stands in typographic quotation marks, as a whole or as an item of its list.

    YAML takes straight ones away; these would be shown. Quotation marks within a text are its own. `name` is the field's.
    """
    for text in value if isinstance(value, list) else [value]:
        inner = within_quotes(text) if isinstance(text, str) else None
        if inner:
            right = right_line(name, inner) if text is value else f"`{quotable(inner)}`"
            raise Wrong(
                f"{shown(text)} stands in typographic quotation marks, which would be shown",
                f"Take them away: {right}.",
            )


def _size(value: object) -> tuple[int, int]:
    """Return the length of the longest list in a value, and the characters of all its texts."""
    if isinstance(value, str):
        return 0, len(value)
    if not isinstance(value, list | dict):
        return 0, 0
    longest, characters = (len(value), 0) if isinstance(value, list) else (0, sum(len(str(key)) for key in value))
    for inner in value if isinstance(value, list) else value.values():
        inner_longest, inner_characters = _size(inner)
        longest = max(longest, inner_longest)
        characters += inner_characters
    return longest, characters
