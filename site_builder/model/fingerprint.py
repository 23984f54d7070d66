"""One digest for any value of the model: equal values, equal fingerprints, on every machine."""

from hashlib import blake2b

from msgspec import msgpack

_encoder = msgpack.Encoder(order="deterministic")


def fingerprint(*values: object) -> str:
    """Return the digest of some values: 32 hexadecimal digits.

    The values are encoded as MessagePack with the keys of mappings in order, so neither the order of insertion nor the
    process, the machine or Python's hash seed can change it.
    """
    return blake2b(_encoder.encode(values), digest_size=16).hexdigest()


def digest(data: bytes) -> str:
    """Return the digest of some bytes: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def reading_key(settings_key: str, path: str, data: bytes) -> str:
    """Return the key of the reading of a file: equal settings, path and bytes, equal readings."""
    return settings_key + fingerprint(path, digest(data))
