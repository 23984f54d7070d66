"""Any text as XML text: what XML 1.0 cannot hold is left out, what means markup is escaped."""

# XML 1.0 (fifth edition), 2.2, production Char: of the control characters below the space only tab, line feed and
# carriage return; neither surrogates nor U+FFFE and U+FFFF.
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_NOT_CHARACTERS = ("\ufffe", "\uffff")


def allowed(text: str) -> str:
    """Return a text without the characters that no XML 1.0 document may hold."""
    # Nearly every title, name and address is printable, which none of these is.
    if text.isprintable():
        return text
    # The control characters by way of UTF-8, where each is one byte: faster than a regular expression.
    text = text.encode("utf-8", "ignore").translate(None, _CONTROLS).decode()
    for character in _NOT_CHARACTERS:
        text = text.replace(character, "")
    return text


def escape(text: str) -> str:
    """Return a text for use between tags or in an attribute in double quotes."""
    return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def cdata(text: str) -> str:
    """Return a text as a CDATA section; a `]]>` in it is divided between two sections."""
    return "<![CDATA[" + allowed(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"
