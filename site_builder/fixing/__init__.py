"""Files mended in place where that is certain: the fewest characters change, and what a posting says stays the same."""
