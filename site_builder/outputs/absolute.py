"""Links in a posting's text made absolute, for readers that meet it away from its page: feeds and structured data."""

import re
from urllib.parse import urljoin

# Most texts hold no relative link, and one search tells. It begins with a literal, which `re` finds much faster than a
# pattern that begins with a choice. It may find one in mere text; then the careful way below changes nothing.
_PERHAPS_RELATIVE = re.compile(r'="(?:(?<=href=")|(?<=src=")|(?<=cite="))(?!https?:|mailto:|tel:)')
_TAG = re.compile(r'<[a-z][^">]*(?:"[^"]*"[^">]*)+>')
_ATTRIBUTE = re.compile(r'([^\s"=<>]+)="([^"]*)"')
_ADDRESSES = frozenset({"href", "src", "cite"})


def absolute_links(html: str, page_url: str) -> str:
    """Return sanitised HTML with the addresses in `href`, `src` and `cite` resolved against the page's absolute URL.

    `/benefits/` becomes `https://org.example/benefits/`, `#pay` the page's own URL with `#pay`; what has a scheme stays
    (RFC 3986, 5.2). The HTML is as nh3 writes it: attributes in double quotes, `"` in a value and `<` and `>` in text
    as character references. Text that merely shows markup (`<code>href="/x"</code>`) is left alone.
    """
    if not _PERHAPS_RELATIVE.search(html):
        return html

    def resolved(attribute: re.Match[str]) -> str:
        name, value = attribute.groups()
        return f'{name}="{_resolve(page_url, value)}"' if name in _ADDRESSES else attribute[0]

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(resolved, tag[0]), html)


def _resolve(page_url: str, address: str) -> str:
    try:
        return urljoin(page_url, address)
    except ValueError:  # `//[` and the like: no address at all, so there is nothing to make whole
        return address
