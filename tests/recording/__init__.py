"""The recording in README.md: a real session in a real terminal, as an SVG that plays by itself."""
