"""The generators that are compared, each laid out from the same postings."""
