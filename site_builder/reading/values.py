"""Simple values of front matter: text, yes or no, web and mail addresses, languages, slugs, who hires, whom to ask.

Every reader takes what YAML, TOML or JSON gave and returns the value, or raises `Wrong`.
"""

import math
import re
import unicodedata
from urllib.parse import urlsplit

from site_builder.model.posting import Contact, Organization
from site_builder.model.slug import LONGEST, LONGEST_BYTES, is_device, slugify
from site_builder.reading.hosts import is_host
from site_builder.reading.languages import language_tag
from site_builder.reading.mappings import read_keys
from site_builder.reading.wrong import Wrong, quotable, shown

_LARGEST_NUMBER = 10**30
_LONGEST_URL = 8_000  # RFC 9110, section 4.1: what every recipient should be able to take
_LONGEST_EMAIL = 254  # RFC 5321, section 4.5.3.1.3, without the angle brackets

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, lone surrogates, and overrides of the direction of writing, which disguise a text."""
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def read_text(value: object) -> str:
    """Return one line of text: stripped, with every run of white space as one space. Numbers count as their digits."""
    match value:
        case str():
            text = " ".join(value.split())
        case bool():
            raise Wrong(f"{shown(value)} is not a text", f'Write it in quotes if the word is meant: "{shown(value)}".')
        case int() if abs(value) < _LARGEST_NUMBER:
            return str(value)
        case float() if math.isfinite(value):
            return str(value)
        case _:
            raise Wrong(f"{shown(value)} is not a text", 'Write one line, in quotes if need be: "Data engineer".')
    if text and text.isprintable():  # nothing forbidden is, nor anything invisible
        return text
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        raise Wrong(
            f"{shown(value)} has the character U+{ord(forbidden[0]):04X}, which nobody sees",
            "Delete it, or type the text anew.",
        )
    if not text.strip(_INVISIBLE):
        raise Wrong("the text is empty", "Write a text, or delete the field.")
    return text


_BOOLEANS = {
    word: truth
    for truth, words in ((True, "true yes on oui ja"), (False, "false no off non nein"))
    for word in words.split()
}


def read_boolean(value: object) -> bool:
    """Return the truth of true or false, also as words: yes/no, on/off, oui/non, ja/nein."""
    if isinstance(value, bool):
        return value
    truth = _BOOLEANS.get(value.strip().casefold()) if isinstance(value, str) and len(value) < _FEW else None
    if truth is None:
        raise Wrong(f"{shown(value)} is neither true nor false", "Write true or false.")
    return truth


_FEW = 20


def read_url(value: object, example: str = "Write the whole address: https://example.com/apply.") -> str:
    """Return an absolute http or https URL (RFC 3986) without credentials, its scheme in lower case.

    Letters beyond ASCII stay as they are written (RFC 3987). `example` is the right form for the author. Raises Wrong for
    relative addresses and other schemes.
    """
    if not isinstance(value, str):
        raise Wrong(f"{shown(value)} is not a URL", example)
    url = value.strip()
    plain = _PLAIN_URL.fullmatch(url) if len(url) <= _LONGEST_URL else None
    if plain and is_host(plain[1]):
        return url
    if len(url) > _LONGEST_URL:
        raise Wrong(f"the URL {shown(url)} has more than {_LONGEST_URL} characters", "Write a shorter one.")
    if not url.isprintable() or _NOT_IN_URLS.search(url):
        strange = next(char for char in url if not char.isprintable() or _NOT_IN_URLS.match(char))
        raise Wrong(
            f"the URL {shown(url)} has the character U+{ord(strange):04X}, which no URL may have",
            "Delete it, or write its percent code (a space is %20).",
        )
    if re.match(r"www\.[^/.]+\.[^/]", url, re.IGNORECASE):
        raise Wrong(f"{shown(url)} is not a whole URL", f"Did you mean https://{quotable(url)}?")
    try:
        parts = urlsplit(url)
        host, credentials = parts.hostname, parts.username is not None
        port_is_real = parts.port != 0
    except ValueError:
        raise Wrong(f"{shown(url)} is not a URL", example) from None
    if parts.scheme not in ("http", "https") or not host:
        raise Wrong(f"{shown(url)} is not an http or https URL", example)
    if not is_host(f"[{host}]" if "[" in parts.netloc else host) or not port_is_real:
        raise Wrong(f"the URL {shown(url)} names no host that there can be", example)
    if credentials:
        raise Wrong(f"the URL {shown(url)} holds a user name", "Delete what stands before the @ of the host.")
    return parts.scheme + url[len(parts.scheme) :]


_PLAIN_URL = re.compile(r"https?://([a-z0-9.-]+)(?:/[A-Za-z0-9._~/?=&%#+-]*)?")
"""What nearly all addresses are: nothing in them has to be looked at again."""
_NOT_IN_URLS = re.compile(r'[\s<>"\\^`{|}]')  # RFC 3986, appendix A: these are in no rule of its grammar

_EMAIL = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,10}[^\W\d_](?:[\w-]{0,61}[^\W_])"
)
"""HTML's pattern (https://html.spec.whatwg.org/#valid-e-mail-address) with letters of any script and a dotted host."""


def read_email(value: object) -> str:
    """Return one e-mail address; `mailto:` before it and a name around it (`Jobs <jobs@example.com>`) are taken off."""
    example = "Write one address: jobs@example.com."
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{shown(value)} is not an e-mail address", example)
    text = value.strip()
    if len(text) <= 2 * _LONGEST_EMAIL and text.endswith(">") and text.count("<") == 1:
        text = text[text.index("<") + 1 : -1].strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if len(text) <= _LONGEST_EMAIL and _EMAIL.fullmatch(text) and ".." not in text and not text.startswith("."):
        return text
    if text.count("@") > 1:
        raise Wrong(f"{shown(value)} holds more than one e-mail address", example)
    meant = re.sub(r" ?[(\[]at[)\]] ?| at ", "@", " ".join(text[:_LONGEST_EMAIL].split()))
    meant = re.sub(r" ?[(\[]dot[)\]] ?| dot ", ".", meant)
    if meant != text and _EMAIL.fullmatch(meant):
        raise Wrong(f"{shown(value)} is not an e-mail address", f"Did you mean {meant}?")
    raise Wrong(f"{shown(value)} is not an e-mail address", example)


def is_email(text: str) -> bool:
    """Say whether a text is one e-mail address."""
    try:
        read_email(text)
    except Wrong:
        return False
    return True


def read_language(value: object) -> str:
    """Return a language as a BCP 47 tag in the case that RFC 5646, section 2.1.1, recommends: `de-AT`, `zh-Hant`."""
    if not isinstance(value, str) or len(value) > 2 * _FEW:
        raise Wrong(f"{shown(value)} is not a language tag", "Write a BCP 47 tag: en, de-AT or pt-BR.")
    return language_tag(value.strip())


def read_slug(value: object) -> str:
    """Return a slug as written, in NFC: letters and digits of any script, `-` and `_`, at most 80 characters.

    A dot would make a file's name of it, such as `feed.xml`.
    """
    text = unicodedata.normalize("NFC", read_text(value)[: 10 * LONGEST])
    fits = len(text) <= LONGEST and len(text.encode()) <= LONGEST_BYTES
    is_name = fits and all(map(_may_stand_in_slug, text)) and any(map(str.isalnum, text))
    if is_name and not is_device(text):
        return text
    raise Wrong(
        f"{shown(value)} cannot be an address: a slug has letters, digits, - and _, at most {LONGEST} characters",
        f"Write {slugify(text)}.",
    )


def _may_stand_in_slug(char: str) -> bool:
    return char.isalnum() or char in "-_" or unicodedata.category(char)[0] == "M"


_ORGANIZATION = {
    "name": "name",
    "legalname": "name",
    "url": "url",
    "website": "url",
    "logo": "logo",
    "sameas": "same_as",
}


def read_organization(value: object) -> Organization:
    """Return who hires: a name, or a mapping of `name`, `url`, `logo` (URL or an asset's name) and `same_as` (URLs)."""
    if not isinstance(value, dict):
        return Organization(name=read_text(value))
    given = read_keys(value, _ORGANIZATION, "an organization")
    if "name" not in given:
        raise Wrong("the organization has no name", "Write its name: {name: Example Ltd, url: https://example.com/}.")
    same_as = given.get("same_as", [])
    return Organization(
        name=read_text(given["name"]),
        url=read_url(given["url"]) if "url" in given else None,
        logo=read_logo(given["logo"]) if "logo" in given else None,
        same_as=tuple(map(read_url, same_as if isinstance(same_as, list) else [same_as])),
    )


def read_logo(value: object) -> str:
    """Return a logo: an absolute http or https URL, or what may be the name of an asset (`posting` knows the assets)."""
    logo = read_text(value)
    return read_url(logo) if ":" in logo or logo.startswith("//") else logo


_CONTACT = {
    "name": "name",
    "email": "email",
    "mail": "email",
    "telephone": "telephone",
    "phone": "telephone",
    "tel": "telephone",
    "url": "url",
    "web": "url",
    "website": "url",
    "homepage": "url",
}


def read_contact(value: object) -> Contact:
    """Return whom to ask: an e-mail address, a name, `Name <address>`, or a mapping of `name`, `email`, `telephone`, `url`."""
    if isinstance(value, dict):
        given = read_keys(value, _CONTACT, "a contact")
        return Contact(
            name=read_text(given["name"]) if "name" in given else None,
            email=read_email(given["email"]) if "email" in given else None,
            telephone=read_text(given["telephone"]) if "telephone" in given else None,
            url=read_url(given["url"]) if "url" in given else None,
        )
    text = read_text(value)
    if "@" not in text:
        return Contact(name=text)
    name = text.partition("<")[0].strip(' "') if text.endswith(">") else ""
    return Contact(name=name or None, email=read_email(text))
