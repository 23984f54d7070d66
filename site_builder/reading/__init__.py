"""Text in, values and problems out."""
