"""Which laws on pay hold for a posting: those of the places where the applicant may live or the work is done."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from site_builder.checking.pay_table import LAWS, Law
from site_builder.checking.rule import Subject
from site_builder.model.posting import Place, RemoteRule

ADVICE = "This is not legal advice."
"""Ends what each rule about law tells."""


def laws_for(subject: Subject, asks: Callable[[Law], bool] = lambda _: True) -> list[Law]:
    """Return the laws of the places where the job may be done, as far as they ask for something."""
    posting = subject.posting
    places = posting.applicant_locations + posting.locations
    return list(filter(asks, _of_places(places, posting.remote is RemoteRule.FULL))) if places else []


def named(laws: Sequence[Law]) -> str:
    """Name laws' places, the first three of them, with the size of employers that they mean."""
    names = [
        f"{law.name} (from {law.employees} employees on)" if law.employees > 1 else law.name for law in laws[:_NAMED]
    ]
    if len(laws) > _NAMED:
        names.append(f"{len(laws) - _NAMED} more {'places' if len(laws) > _NAMED + 1 else 'place'}")
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def ask(laws: Sequence[Law]) -> str:
    """Return the verb for laws: one asks, several ask."""
    return "asks" if len(laws) == 1 else "ask"


@lru_cache(maxsize=4_096)  # the offices of an employer stand in many postings, and several rules ask
def _of_places(places: tuple[Place, ...], everywhere: bool) -> tuple[Law, ...]:  # noqa: FBT001
    return tuple(law for law in LAWS if any(_holds(law, place, everywhere) for place in places))


def _holds(law: Law, place: Place, everywhere: bool) -> bool:  # noqa: FBT001
    """Say whether a law holds at a place; in all states of a country where one may work `everywhere` in it."""
    if place.country != law.country:
        return False
    if not law.codes:
        return True
    return place.region.casefold() in law.codes if place.region else everywhere and not place.locality


_NAMED = 3
