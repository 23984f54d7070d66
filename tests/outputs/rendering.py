"""What tests of outputs share: a rendering that holds texts alone, and a parser of what comes out."""

from typing import Any
from xml.etree import ElementTree as ET

from site_builder.model.config import Config
from site_builder.model.output import Output


class Texts(dict[str, str]):
    """A rendering for outputs that use neither a template nor a file: sanitised HTML by digest."""

    config = Config(title="Jobs", base_url="https://bakery.example/")

    def description(self, digest: str) -> str:
        """Return a posting's HTML."""
        return self[digest]

    def html(self, template: str, **context: Any) -> bytes:
        """No output under test renders a template."""
        raise NotImplementedError(template, context)

    def file(self, source: str) -> bytes:
        """No output under test reads a file."""
        raise NotImplementedError(source)


def xml(output: Output, texts: Texts) -> ET.Element:
    """Render an output and return its root; a document that is not well-formed XML raises `ParseError`."""
    return ET.fromstring(output.render(texts))
