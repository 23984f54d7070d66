"""Postings that were written elsewhere become canonical postings in `content/`: what is certain is filled in, the rest is asked."""
