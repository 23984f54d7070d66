"""The commands, a subject a module. They and cli.py alone print, exit, read the clock and the environment."""
