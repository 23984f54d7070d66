"""Which names a host on the web can have."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1024)  # the postings of a site link to few hosts
def is_host(name: str) -> bool:
    """Say whether a browser can look a host up: a name of labels, of any script, or an IP address (IPv6 in brackets).

    A label has 1 to 63 characters, letters, digits and hyphens between them (RFC 1123, section 2.1; RFC 5890, section 2.3); one
    that ends with digits alone must be an IPv4 address (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    """
    if name.startswith("["):
        # A zone ("%eth0") means something on one machine alone.
        return name.endswith("]") and "%" not in name and ":" in name and _is_address(name[1:-1])
    labels = name.removesuffix(".").split(".")
    if re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", labels[-1]):
        return _is_address(name)
    return len(name) <= _LONGEST_NAME and all(map(_is_label, labels))


_LONGEST_NAME = 253
_LONGEST_LABEL = 63
_MIDDLE_DOTS = "\u00b7\u30fb"  # within words of Catalan and Japanese (RFC 5892, appendix A)


def _is_address(name: str) -> bool:
    import ipaddress  # hardly a posting has one

    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_label(label: str) -> bool:
    if not label or len(label) > _LONGEST_LABEL or label[0] == "-" or label[-1] == "-":
        return False
    if label.isascii():
        is_written_right = re.fullmatch(r"[A-Za-z0-9-]+", label) is not None
        return is_written_right and (label[:4].lower() != _ACE or _is_punycode(label[4:]))
    is_written_right = label[:4].lower() != _ACE and all(map(_may_stand_in_label, label))
    return is_written_right and len(_ACE + label.encode("punycode").decode()) <= _LONGEST_LABEL


_ACE = "xn--"


def _is_punycode(code: str) -> bool:
    """Say whether what follows `xn--` stands for letters beyond ASCII (RFC 3492)."""
    try:
        label = code.encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return False
    return not label.isascii() and label.isprintable()


def _may_stand_in_label(char: str) -> bool:
    return char == "-" or char.isalnum() or char in _MIDDLE_DOTS or unicodedata.category(char)[0] == "M"
