from site_builder.engine.shares import Shares


def test_each_process_goes_through_its_own_share_in_order() -> None:
    """Neighbours meet in one process."""
    shares = Shares(items=10, processes=2, size=2)
    first = [shares.next_for(0) for _ in range(3)]
    second = [shares.next_for(1) for _ in range(3)]
    assert first == [range(2), range(2, 4), range(4, 5)]
    assert second == [range(5, 7), range(7, 9), range(9, 10)]


def test_who_is_done_takes_from_the_end_of_the_largest_share() -> None:
    """The owner of a share goes on at its beginning meanwhile."""
    shares = Shares(items=12, processes=3, size=2)
    assert [shares.next_for(0) for _ in range(2)] == [range(2), range(2, 4)]
    assert shares.next_for(1) == range(4, 6)
    assert shares.next_for(0) == range(10, 12)
    assert shares.next_for(2) == range(8, 10)
    assert shares.next_for(2) == range(6, 8)


def test_all_are_handed_out_once() -> None:
    """However fast a process is, and however few items there are."""
    for items in (0, 1, 2, 7, 101):
        for order in ([0] * items, [0, 1, 2] * items, [2, 2, 1] * items):
            shares = Shares(items, processes=3, size=4)
            chunks = [shares.next_for(process) for process in [*order, 0, 0, 0]]
            assert sorted(position for chunk in chunks for position in chunk or ()) == list(range(items))
            assert chunks[-1] is None
