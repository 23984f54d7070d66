"""What we talk about: frozen values without input or output."""
