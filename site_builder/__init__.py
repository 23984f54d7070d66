"""site-builder: a folder of job postings becomes a careers site."""

__version__ = "0.1.0"
