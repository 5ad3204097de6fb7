"""The command `broadsheet`."""

import sys

from broadsheet.cli.commands import broadsheet
from broadsheet.cli.errors import plainly


def main() -> None:
    with plainly():
        broadsheet(sys.argv[1:], prog_name="broadsheet", standalone_mode=False)
