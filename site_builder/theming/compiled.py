"""Compiled templates kept from one build to the next: compiling takes a tenth of a second, loading what it made a few milliseconds."""

import marshal
import sys
from collections.abc import Callable
from hashlib import blake2b

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from site_builder.model.fingerprint import fingerprint

_DIGEST = 16


class CompiledTemplates(BytecodeCache):
    """The code of a theme's templates in a store of the caller's.

    `key` is the key of all templates with what they see (Project.templates_key): constants of the site stand in the code. The store's
    keys begin with it, so what begins otherwise is of no use any more. `load` returns what `store` was given under a key, or None.
    What is loaded is run, so the store must be the site's own, as its templates are; what is damaged is compiled anew.
    """

    def __init__(self, key: str, load: Callable[[str], bytes | None], store: Callable[[str, bytes], None]) -> None:
        """Keep code for these settings and this theme."""
        self._key, self._load, self._store = key, load, store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that was kept of it, if it is whole."""
        kept = self._load(self._key_of(bucket)) or b""
        code = kept[_DIGEST:]
        # `marshal` may crash on damaged code, and Jinja's own header would not tell.
        if code and _digest(code) == kept[:_DIGEST]:
            bucket.code = marshal.loads(code)  # noqa: S302

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        code = marshal.dumps(bucket.code)
        self._store(self._key_of(bucket), _digest(code) + code)

    def _key_of(self, bucket: Bucket) -> str:
        """Return the key of a template's code, which another source, another name or file, another Python or Jinja make another."""
        return self._key + fingerprint(bucket.key, bucket.checksum, sys.version, jinja2.__version__)


def _digest(code: bytes) -> bytes:
    return blake2b(code, digest_size=_DIGEST).digest()
