"""Entering claims while writing: a form that opens over the editor, filled in from the paragraph."""
