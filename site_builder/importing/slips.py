"""Words that lost their punctuation on the way: `weve` was `we've`, `andor` was `and/or`. They are named, never mended."""

import re
from collections.abc import Iterator

from site_builder.importing.found import Note

_CONTRACTIONS = (
    "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't wouldn't i'm i've they'll they're they've that's there's "
    "we've we'd what's who's you'd you'll you're you've here's"
)
# Only forms that are no words themselves: "were", "well", "its", "wed" and "ill" are.
_LOST = {word.replace("'", ""): word for word in _CONTRACTIONS.split()} | {"andor": "and/or"}
_LOST |= {
    "bachelors degree": "bachelor's degree",
    "bachelors level": "bachelor's level",
    "masters degree": "master's degree",
}
_WORDS = re.compile(
    rf"(?<![\w'’./@-])(?:{'|'.join(sorted(_LOST, key=len, reverse=True))})(?![\w'’@-]|\.\w)", re.IGNORECASE
)
_UP_TO = re.compile(r"\btravel(?:ling)? (?:of )?up to \d{1,3}(?=[ \t]*(?:$|[.;,]\s))", re.IGNORECASE | re.MULTILINE)
_STRAY = re.compile(r"\A\s*(?P<stray>[a-z])(?P<word>[A-Z][a-z]+)(?= [a-z])")
_ENGLISH = re.compile(r"\b(?:the|and|you|with|our|for|are|is)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:le|la|les|des|une|et|pour|und|der|die|das|mit|für|el|los|las|het|een|voor)\b", re.IGNORECASE
)
_BRANDS = frozenset(
    {
        "iOS",
        "eBay",
        "eCommerce",
        "eLearning",
        "iPhone",
        "iPad",
        "eHealth",
        "eSports",
        "mHealth",
        "iGaming",
        "eLearner",
        "dApp",
    }
)


def slips_in(text: str, first: int) -> Iterator[Note]:
    """Yield each kind of slip in a text once, on its line; `first` is the line of the file on which the text begins (0: it has no lines)."""
    if len(_ENGLISH.findall(text)) <= len(_OTHERS.findall(text)):  # French has the word "dont"
        return
    seen: set[str] = set()
    stray = _STRAY.match(text)
    if stray and stray[0].strip() not in _BRANDS:
        yield _note(
            text,
            stray.start("stray"),
            first,
            f"“{stray[0].strip()}” begins with a letter too many",
            f"Write “{stray['word']}” if that is meant.",
        )
    for found in _WORDS.finditer(text):
        word = found[0]
        if word.casefold() not in seen and word not in ("IM", "LETS"):
            seen.add(word.casefold())
            right = _LOST[word.casefold()]
            right = right.capitalize() if word[0].isupper() else right
            yield _note(
                text, found.start(), first, f"“{word}” has lost its punctuation", f"Write “{right}” if that is meant."
            )
    for found in _UP_TO.finditer(text):
        yield _note(
            text, found.start(), first, f"“{found[0]}” does not say of what", f"Write “{found[0]} %” if that is meant."
        )


def _note(text: str, start: int, first: int, message: str, mend: str) -> Note:
    return Note(first + text.count("\n", 0, start) if first else 0, "word-lost-punctuation", message, mend)
