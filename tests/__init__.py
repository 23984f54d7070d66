"""The tests; they mirror the package. What several of them share is imported as `tests.…`."""
