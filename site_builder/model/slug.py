"""Names in addresses: from any text a short, readable, safe name of a file or folder."""

import re
import unicodedata
from hashlib import blake2b

LONGEST = 80
"""Characters of a slug. Its UTF-8 has at most `LONGEST_BYTES`: file systems take 255 bytes a name."""
LONGEST_BYTES = 240


def slugify(text: str) -> str:
    """Return the name under which a text stands in an address: lower case, words joined by `-`, never empty.

    Latin letters lose their accents (`é` -> `e`, `ß` -> `ss`), letters of other scripts stay as they are, emoji become
    their Unicode names, and signs that tell names apart become words (`c++` -> `c-plus-plus`, `c#` -> `c-sharp`, `.net`
    -> `dot-net`, `r&d` -> `r-and-d`). A slug is its own slug. It is never `.`, `..` or a name that Windows keeps for a
    device (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), but may be `page` or `index`: whoever has
    files of these names beside slugs keeps them apart. Different texts can have one slug.
    """
    if len(text) <= LONGEST and _PLAIN.fullmatch(text) and text not in _DEVICES:
        return text
    slug = _cut("-".join(_words(text[:_LONGEST_READ])))
    if not slug:
        return "x" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{slug}-x" if slug in _DEVICES else slug


def github_slug(words: str) -> str:
    """Return the id that GitHub gives to a heading of these words, by which authors link to it."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def is_device(name: str) -> bool:
    """Say whether Windows keeps a name (without its ending) for a device, so that no file can have it there."""
    return name.partition(".")[0].lower() in _DEVICES


_LONGEST_READ = 1_000
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
)
_LATIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ŧ": "t",
        "ƒ": "f",
        "ə": "e",
    }
)
_SIGNS = re.compile(r"(?P<plus>\+)|(?P<and>&)|(?<=\w)(?P<sharp>[#♯])|(?<![^\W_])(?P<dot>\.)(?=[^\W\d_])")
_REGIONAL_A = 0x1F1E6
_EMOJI = ((0x2300, 0x23FF), (0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F000, 0x1FAFF))


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).lower()
    if not text.isascii():
        text = _folded(text).translate(_LATIN)
    text = _SIGNS.sub(lambda sign: f"-{sign.lastgroup}-", text)
    if text.isascii():
        return re.findall("[a-z0-9]+", text)
    return "".join(char if char.isalnum() or _is_mark(char) else " " for char in text).split()


def _folded(text: str) -> str:
    """Take the accents off Latin letters, keep other scripts' marks, and write emoji as words."""
    folded: list[str] = []
    marks_stay = False
    for char in unicodedata.normalize("NFD", text):
        if _is_mark(char):
            if marks_stay:
                folded.append(char)
            continue
        marks_stay = char.isalpha() and not _is_latin(char)
        folded.append(_emoji_name(char) if unicodedata.category(char) == "So" else char)
    # Format characters (soft hyphens, zero-width joiners) are within words, where no one sees them.
    return "".join(char for char in unicodedata.normalize("NFC", "".join(folded)) if unicodedata.category(char) != "Cf")


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN ")


def _emoji_name(char: str) -> str:
    code = ord(char)
    if _REGIONAL_A <= code < _REGIONAL_A + 26:
        return chr(code - _REGIONAL_A + ord("a"))
    is_emoji = any(first <= code <= last for first, last in _EMOJI)
    return f" {unicodedata.name(char, '').lower()} " if is_emoji else " "


def _cut(slug: str) -> str:
    """Shorten a slug to what is allowed, at the end of a word unless its first word is too long alone."""
    short = slug[:LONGEST].encode()[:LONGEST_BYTES].decode(errors="ignore")
    if short == slug or slug[len(short)] == "-":
        return short.strip("-")
    whole_words = short.rpartition("-")[0]
    return (whole_words or short).strip("-")
