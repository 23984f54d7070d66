from hypothesis import given
from hypothesis import strategies as some

from site_builder.model.listing import Listings
from site_builder.model.memory import Memory, differing, others
from site_builder.model.posting import JobPosting
from tests.model.test_listing import posting


def test_what_was_made_of_equal_inputs_is_not_made_again() -> None:
    """A result is recalled for equal inputs, made anew for others, and forgotten by a build that does not ask for it."""
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    memory = Memory()
    assert [memory.recall("a", (1, "x"), make), memory.recall("b", (1, "x"), make)] == [0, 1]
    memory.complete()
    memory.begin()
    assert [memory.recall("a", (1, "x"), make), memory.recall("a", (1, "x"), make)] == [0, 0]
    memory.complete()
    memory.begin()
    assert memory.recall("a", (2, "x"), make) == 2
    assert memory.recall("b", (1, "x"), make) == 3


def test_a_build_that_stopped_early_forgets_nothing() -> None:
    """What a build did not come to ask for, as a mistake in a posting stopped it, is still known when the mistake is mended."""
    memory = Memory()
    first = memory.recall("late", (), object)
    memory.complete()
    memory.begin()
    memory.recall("early", (), object)
    memory.begin()
    assert memory.recall("late", (), object) is first


@given(some.lists(some.lists(some.sampled_from("abcdef"), unique=True, max_size=6), min_size=2, max_size=5))
def test_values_are_kept_in_order(builds: list[list[str]]) -> None:
    """Values that come, go and change places come back in the order of their key."""
    memory, values = Memory(), {name: (name,) for name in "abcdef"}
    for names in builds:
        memory.begin()
        items = [values[name] for name in names]
        assert memory.in_order("some", items, lambda value: value[0]) == sorted(items)
        memory.complete()


@given(some.lists(some.sampled_from("abc"), max_size=8), some.lists(some.sampled_from("abc"), max_size=8))
def test_where_two_sequences_differ(before: list[str], now: list[str]) -> None:
    """What stands before and after the difference is the same, and the difference is the shortest that leaves it so."""
    start, end_before, end = differing(before, now)
    assert before[:start] == now[:start]
    assert before[end_before:] == now[end:]
    assert start <= min(end_before, end)
    assert before[start:end_before][:1] != now[start:end][:1] or (start == end_before == end)
    assert before[start:end_before][-1:] != now[start:end][-1:] or (start == end_before == end)
    if len(before) == len(now):
        assert others(before, now) == [place for place in range(len(now)) if before[place] != now[place]]


@given(some.lists(some.lists(some.sampled_from("abcdef"), unique=True, max_size=6), min_size=2, max_size=5))
def test_each_is_made_once_wherever_it_stands(builds: list[list[str]]) -> None:
    """What is made of a value is made anew only when the last build did not have that very value, or other inputs differ."""
    memory, values = Memory(), {name: (name,) for name in "abcdef"}
    before: set[str] = set()
    for number, names in enumerate(builds):
        made: list[str] = []

        def make(value: tuple[str], made: list[str] = made) -> str:
            made.append(value[0])
            return value[0].upper()

        memory.begin()
        items = [values[name] for name in names]
        assert memory.each("some", items, make, number // 3) == [name.upper() for name in names]
        assert set(made) == (set(names) if number % 3 == 0 else set(names) - before)
        before = set(names)
        memory.complete()


def test_a_memory_that_keeps_nothing() -> None:
    """What is needed once is made each time it is asked for, and not kept."""
    memory = Memory(keeps=False)
    made = [memory.recall("a", (), object), memory.recall("a", (), object)]
    memory.begin()
    assert memory.recall("a", (), object) not in made
    assert made[0] is not made[1]


def test_an_equal_value_is_the_one_of_before() -> None:
    """Of two equal values of one name the first is given, so that it is compared with itself from then on."""
    memory = Memory()
    first = memory.same("a", ("x", 1))
    memory.complete()
    memory.begin()
    assert memory.same("a", ("".join("x"), 1)) is first
    memory.begin()
    assert memory.same("a", ("x", 2)) == ("x", 2)


NAMES = some.sampled_from(["Python", "python", "PYTHON", "Go", "go", "page", "a.b", "a:b", "C", "C++"])
POSTINGS = some.dictionaries(
    some.sampled_from("abcdefgh"), some.tuples(some.lists(NAMES, max_size=3), NAMES), max_size=8
)


@given(some.lists(POSTINGS, min_size=2, max_size=5))
def test_listings_kept_up_to_date_are_those_made_anew(states: list[dict[str, tuple[list[str], str]]]) -> None:
    """Whatever comes, goes and changes, the listings are those of the postings that are there now."""
    kept = Listings({})
    before: dict[tuple[str, tuple[str, ...], str | None], JobPosting] = {}
    for state in states:
        now = {
            slug: before.get((slug, tuple(tags), department)) or posting(slug, tags=tuple(tags), department=department)
            for slug, (tags, department) in sorted(state.items())
        }
        before = {(slug, one.tags, one.department): one for slug, one in now.items()}
        assert kept.of(tuple(now.values())) == Listings({}).of(tuple(now.values()))


def test_parts_have_names_of_their_own() -> None:
    """What is remembered under a name in a part is another's; a part begins and ends its builds with the whole."""
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    memory = Memory()
    memory.begin()
    assert memory.part("") is memory
    assert [memory.recall("a", (), make), memory.part("de/").recall("a", (), make)] == [0, 1]
    memory.complete()
    memory.begin()
    assert [memory.part("de/").recall("a", (), make), memory.recall("a", (), make)] == [1, 0]
    memory.complete()
    memory.begin()
    memory.complete()
    memory.begin()
    assert memory.part("de/").recall("a", (), make) == 2
    assert not Memory(keeps=False).part("de/").keeps
