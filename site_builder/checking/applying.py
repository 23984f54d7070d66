"""Rules about the way to apply: an address that is real and leads to this job."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from site_builder.checking.rule import Found, Group, Rule, Subject, rule
from site_builder.checking.spots import in_field


@rule("apply-placeholder", Group.CONTENT)
def apply_placeholder(subject: Subject, _: date) -> Iterator[Found]:
    """The address to apply is a sample, which reaches nobody.

    example.com and its like are names for samples: nobody gets what is sent there. (A site that lies under such a name itself is a sample,
    and is not asked.) Give an address that reaches you.

    Source: https://www.rfc-editor.org/rfc/rfc2606 (reserved names)
    Wrong:
        apply_email: jobs@example.com
    Right:
        apply_email: jobs@rillmark.de
    """
    if _is_sample(urlsplit(subject.config.base_url).hostname or ""):
        return
    for name, address in (("apply_url", subject.posting.apply_url), ("apply_email", subject.posting.apply_email)):
        if address and _is_sample(_host_of(address)):
            yield in_field(subject, name, address).found(
                f'"{address}" is a sample address, which reaches nobody', f"Write your own address in `{name}`."
            )


@rule("apply-front-page", Group.CONTENT)
def apply_front_page(subject: Subject, _: date) -> Iterator[Found]:
    """The address to apply is the front page of a site.

    Who has to look for the job again on another site often gives up, and LinkedIn wants the final address. Lead applicants to this job, not
    to a front page.

    Source: https://learn.microsoft.com/linkedin/talent/job-postings/xml-feeds-development-guide (applyUrl)
    Wrong:
        apply_url: https://rillmark.de/
    Right:
        apply_url: https://rillmark.de/apply/gardener
    """
    url = subject.posting.apply_url
    parts = urlsplit(url) if url else None
    if url and parts and parts.path in ("", "/") and not parts.query and not parts.fragment:
        yield in_field(subject, "apply_url", url).found(
            f'"{url}" is the front page of a site, where applicants have to look for the job again',
            "Write the address of the form for this job, or `apply_email: …`.",
        )


@rule("apply-in-text", Group.CONTENT)
def apply_in_text(subject: Subject, _: date) -> Iterator[Found]:
    """The way to apply stands in the text alone.

    The button "Apply" on the page and in feeds comes from `apply_url` or `apply_email`. A program cannot tell which address in a text is
    meant for applications. Write the way to apply as a field, too.

    Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting (a way to apply)
    Wrong:
        Send your application to work@rillmark.de and tell us when you can begin.
    Right:
        apply_email: work@rillmark.de

        Tell us when you can begin.
    """
    posting = subject.posting
    if posting.apply_url or posting.apply_email or "@" not in subject.words:
        return
    addresses: dict[str, int] = {}
    for line, row in enumerate(subject.rows[subject.body_line - 1 :], subject.body_line):
        for found in _ADDRESS.finditer(row) if "@" in row else ():
            addresses.setdefault(found[0].casefold(), line)
    if len(addresses) == 1:
        ((address, line),) = addresses.items()
        yield Found(
            line,
            f'the text names the address "{address}", but the posting has no button to apply',
            f"If applications go there, add `apply_email: {address}`.",
            subject.rows[line - 1].casefold().find(address) + 1,
            len(address),
        )


@rule("apply-private", Group.CONTENT)
def apply_private(subject: Subject, _: date) -> Iterator[Found]:
    """The address to apply opens for its author alone.

    An address on a computer of one's own, in a shared drive's editing view or behind a board's employer pages opens for its author alone.
    Write the whole address of the form, not one of a file or of a signed-in page.

    Wrong:
        apply_url: http://localhost:8080/apply
    Right:
        apply_url: https://rillmark.de/apply/gardener
    """
    url = subject.posting.apply_url
    found = _OWN.match(url) if url else None
    if url and found:
        yield in_field(subject, "apply_url", url).found(
            f'"{url}" opens for you alone', "Write the address that applicants open; try it in a private window."
        )


def _host_of(address: str) -> str:
    return (urlsplit(address).hostname or "") if "://" in address else address.rpartition("@")[2]


def _is_sample(host: str) -> bool:
    return bool(_SAMPLE.search(host.casefold()))


_SAMPLE = re.compile(
    r"(?:^|\.)(?:example\.(?:com|org|net|edu)|(?:your|my)-?(?:company|domain|site|organi[sz]ation)\.\w+|company\.com|domain\.com)$|\.(?:example|invalid|test)$|^(?:example|invalid|test)$"
)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_OWN = re.compile(
    r"https?://(?:localhost|127\.\d|192\.168\.|10\.\d|0\.0\.0\.0|employers\.indeed\.com|docs\.google\.com/(?:forms|document)/[^?#]*/edit|(?:www\.)?linkedin\.com/(?:hiring|talent)/|app\.(?:greenhouse|lever)\.(?:io|co))",
    re.IGNORECASE,
)

RULES: tuple[Rule, ...] = (apply_placeholder, apply_front_page, apply_in_text, apply_private)
