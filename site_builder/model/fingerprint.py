"""One digest for any value of the model: equal values, equal fingerprints, on every machine."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import Any, get_args

from msgspec import msgpack
from msgspec.structs import astuple, fields

from site_builder.model.value import Shared, Value

_encoder = msgpack.Encoder(order="deterministic")


def fingerprint(*values: object) -> str:
    """Return the digest of some values: 32 hexadecimal digits.

    The values are encoded as MessagePack with the keys of mappings in order, so neither the order of insertion nor the
    process, the machine or Python's hash seed can change it.
    """
    return blake2b(_encoder.encode(values), digest_size=16).hexdigest()


class Keys:
    """Digests of values that have parts in common: a `Shared` part is looked through once, however many values it stands in."""

    def __init__(self, known: Callable[[Shared], str] = lambda _part: "") -> None:
        """`known` gives keys that parts have already, and "" for others: equal keys, equal parts."""
        self._known = known
        # By the part's identity, which is its own as long as it is kept here.
        self._digests: dict[int, tuple[Shared, bytes]] = {}

    def of(self, value: Value, *more: str) -> str:
        """Return the digest of a value and some texts, 32 hexadecimal digits: equal kinds, fields and texts, equal digests."""
        return blake2b(self._encoded(value, more), digest_size=16).hexdigest()

    def _encoded(self, value: Value, more: tuple[str, ...] = ()) -> bytes:
        parts = list(astuple(value))
        digests = self._digests
        for position in _shared_fields(type(value)):
            field = parts[position]
            if isinstance(field, tuple):
                # Most of what stands in a list stands in others too.
                parts[position] = [digests[id(one)][1] if id(one) in digests else self._part(one) for one in field]
            else:
                parts[position] = self._part(field)
        return _encoder.encode((type(value).__qualname__, more, parts))

    def _part(self, field: Any) -> Any:
        if isinstance(field, Shared):
            return self._digest(field)
        if isinstance(field, tuple):
            return [self._part(one) for one in field]
        return field

    def _digest(self, part: Shared) -> bytes:
        known = self._digests.get(id(part))
        if known is None:
            key = self._known(part).encode()
            known = self._digests[id(part)] = part, key or blake2b(self._encoded(part), digest_size=16).digest()
        return known[1]


@cache
def _shared_fields(kind: type[Value]) -> tuple[int, ...]:
    """Return the positions of the fields that may hold shared parts, alone or in a tuple."""
    return tuple(position for position, field in enumerate(fields(kind)) if _may_be_shared(field.type))


def _may_be_shared(kind: Any) -> bool:
    return any(map(_may_be_shared, get_args(kind))) or (isinstance(kind, type) and issubclass(kind, Shared))


def digest(data: bytes) -> str:
    """Return the digest of some bytes: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def reading_key(settings_key: str, path: str, data: bytes) -> str:
    """Return the key of the reading of a file: equal settings, path and bytes, equal readings."""
    return settings_key + fingerprint(path, digest(data))
