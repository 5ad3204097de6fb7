class CannotImport(Exception):
    """The archive cannot be brought in; the message says why and what to do, in one line."""
