"""What everything that we talk about is made of: values that never change."""

from msgspec import Struct


class Value(Struct, frozen=True, gc=False):
    """A value: equal fields make equal values, and no field is ever set anew.

    Made of other values, it can never lead back to itself, so Python's cyclic garbage collector is told to pass it over
    (`gc=False`): a site of 10,000 postings is a million objects, through which it would go again and again.
    """


class Shared(Value, frozen=True):
    """A value that stands in many outputs, such as a posting's summary in nine lists, or whose digest is known: see fingerprint.Keys."""
