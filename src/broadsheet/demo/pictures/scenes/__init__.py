"""The scenes, one to a file, each with its own parts below its `draw`."""
