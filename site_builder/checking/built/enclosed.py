"""Whether a page keeps to itself: its policy, no scripts and styles in attributes, no `eval`, no other host."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from site_builder.checking.built.found import Flaw


def flaws_of_page(data: bytes, html: LexborHTMLParser, own_host: str) -> Iterator[Flaw]:
    """Yield where a page of the site at `own_host` lets in what its policy has to keep out, or has no policy."""
    policy = html.css_first(_POLICY)
    text = (policy.attributes.get("content") or "") if policy is not None else ""
    yield from _of_policy(text, data)
    # Hardly a page has any, so the bytes are looked through before the elements are.
    if _IN_ATTRIBUTES.search(data):
        yield from _in_attributes(html)
    for script in html.css("script:not([src])"):
        if not (script.attributes.get("type") or "").endswith("json"):
            yield from flaws_of_script(script.text().encode())
    yield from flaws_of_hosts(html, own_host)


def flaws_of_hosts(html: LexborHTMLParser, own_host: str) -> Iterator[Flaw]:
    """Yield where a page asks another host for something that its policy does not allow; `own_host` is the site's."""
    policy = html.css_first(_POLICY)
    hosts = {own_host, *_hosts((policy.attributes.get("content") or "") if policy is not None else "")}
    for element in html.css(_FETCHING):
        attributes = element.attributes
        if element.tag == "link" and not _FETCHED.intersection((attributes.get("rel") or "").lower().split()):
            continue
        for name in ("src", "href", "xlink:href", "data", "poster", "action"):
            yield from _foreign(attributes.get(name) or "", hosts)
        for one in re.split(r"\s*,\s+", attributes.get("srcset") or ""):
            yield from _foreign(one.split(" ")[0], hosts)
    for style in html.css("style"):
        yield from flaws_of_sheet(style.text().encode(), hosts)


def flaws_of_sheet(data: bytes, hosts: Collection[str]) -> Iterator[Flaw]:
    """Yield where a style sheet asks another host for something; `hosts` are allowed."""
    for found in _OF_SHEETS.finditer(data):
        yield from _foreign(found[1].decode("utf-8", "replace"), hosts)


def flaws_of_script(data: bytes) -> Iterator[Flaw]:
    """Yield where a script makes code of text."""
    if found := _EVAL.search(_COMMENTS.sub(b"", data)):
        name = found[0].decode().rstrip("(\"'`").strip()
        yield Flaw(
            "script-eval",
            f"a script calls `{name}`, which the page's policy forbids",
            "Write it without: `JSON.parse` reads data.",
            name,
        )


def allowed_hosts(policy: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the hosts that site.toml lets pages ask, by its sources of each directive."""
    return _hosts(" ".join(source for sources in policy.values() for source in sources))


def allows(hosts: Collection[str], host: str) -> bool:
    """Say whether a host is among those that are allowed, `*.example.org` standing for all below it."""
    return any(host == one or (one.startswith("*.") and host.endswith(one[1:])) for one in hosts)


_IN_ATTRIBUTES = re.compile(rb"[\s\"'/](?:on[a-z]+|style)\s*=|javascript:", re.IGNORECASE)
_POLICY = "meta[http-equiv='Content-Security-Policy' i]"
_FETCHING = ":is(script, img, image, use, iframe, source, video, audio, track, embed, object, link, form, input)"
_FETCHED = frozenset(
    {
        "stylesheet",
        "icon",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "manifest",
        "apple-touch-icon",
    }
)
_OF_SHEETS = re.compile(rb"(?:@import\s+|url\(\s*)(?:\"|')?((?:https?:)?//[^\"')\s;]+)")
_EVAL = re.compile(rb"(?<![\w.$])(?:eval|Function)\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[\"'`]")
_COMMENTS = re.compile(rb"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_NOT_IN_PAGES = ("frame-ancestors", "report-uri", "sandbox")  # w3.org/TR/CSP3, section 3.3
_EARLY = re.compile(rb"<(?:script|style|link[^>]+stylesheet)", re.IGNORECASE)


def _of_policy(text: str, data: bytes) -> Iterator[Flaw]:
    first = _EARLY.search(data)
    if not text:
        yield Flaw(
            "policy-missing",
            "the page has no Content-Security-Policy",
            'Begin its head with `<meta charset="utf-8">`: the program puts it there.',
        )
        return
    if first and first.start() < data.lower().find(b"content-security-policy"):
        yield Flaw(
            "policy-missing",
            "the page's Content-Security-Policy comes after scripts or style sheets, which it does not rule",
            "Put it first.",
        )
    idle = sorted(one for one in _NOT_IN_PAGES if re.search(rf"(?:^|;)\s*{one}\b", text))
    if idle:
        names = " and ".join(f"`{one}`" for one in idle)
        yield Flaw(
            "policy-weak",
            f"{names} in the page's Content-Security-Policy {'does' if len(idle) == 1 else 'do'} nothing: it counts only as a header",
            "Take it out, and send it as a header where your host lets you; GitHub Pages does not.",
        )
    weak = [one for one in ("'unsafe-inline'", "'unsafe-eval'") if one in text]
    weak += ["*"] if re.search(r"(?:default|script|object)-src[^;]*\s(?:\*|https?:)(?=\s|;|$)", text) else []
    if weak or not re.search(r"(?:default|script)-src", text):
        what = f"allows {' and '.join(weak)}" if weak else "says nothing of scripts"
        yield Flaw(
            "policy-weak",
            f"the page's Content-Security-Policy {what}",
            "Take it out: the program writes a strict one. site.toml can allow single hosts.",
        )


def _in_attributes(html: LexborHTMLParser) -> Iterator[Flaw]:
    for element in html.css("*"):
        for name, value in element.attributes.items():
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                yield Flaw("handler-inline", f"`{name}` of a `{element.tag}` holds a script, which the page's policy forbids",
                           "Put it into a file of assets/, and give the element an attribute by which the script finds it.", name)  # fmt: skip
            elif name == "style":
                yield Flaw("style-inline", f"`style` of a `{element.tag}` does nothing: the page's policy forbids it",
                           "Give the element a class, and the class a rule in a style sheet.", "style=")  # fmt: skip


def _hosts(policy: str) -> frozenset[str]:
    return frozenset(urlsplit(one).netloc for one in policy.replace(";", " ").split() if "://" in one)


def _foreign(address: str, hosts: Collection[str]) -> Iterator[Flaw]:
    if not re.match(r"(?:https?:)?//", address.strip(), re.IGNORECASE):
        return
    host = urlsplit(address.strip()).netloc
    if host and not allows(hosts, host):
        yield Flaw("host-foreign", f"the page asks another host for something: “{address[:200]}”",
                   "Put the file into assets/, or allow the host in site.toml under [content_security_policy].", address)  # fmt: skip
