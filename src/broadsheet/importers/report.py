"""What became of every row of an archive. The sums must be right, or the import says so."""

import json
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from broadsheet.importers.errors import CannotImport


class Outcome(StrEnum):
    """What became of one row. KEPT is an article that was worked on here since it came."""

    IMPORTED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept as edited here"
    LEFT_OUT = "left out"


class Report:
    """The tally of one run. A row of the file is found once and has one outcome."""

    def __init__(self, *, dry_run: bool = False) -> None:
        self.dry_run = dry_run
        self.found: Counter[str] = Counter()
        self.outcomes: Counter[tuple[str, Outcome]] = Counter()
        self.reasons: Counter[tuple[str, str]] = Counter()
        self.notes: Counter[str] = Counter()
        self.warnings: list[str] = []

    def count(self, row: str, outcome: Outcome, number: int = 1) -> None:
        self.outcomes[row, outcome] += number

    def leave_out(self, row: str, reason: str, number: int = 1) -> None:
        self.count(row, Outcome.LEFT_OUT, number)
        self.reasons[row, reason] += number

    def total(self, outcome: Outcome) -> int:
        return sum(number for (_, each), number in self.outcomes.items() if each == outcome)

    @property
    def changed_nothing(self) -> bool:
        return not self.total(Outcome.IMPORTED) and not self.total(Outcome.UPDATED)

    def check(self) -> None:
        """Raises CannotImport when a row has no outcome, or more than one."""
        handled: Counter[str] = Counter()
        for (row, _), number in self.outcomes.items():
            handled[row] += number
        wrong = [
            f"{row}: {self.found[row]} in the file, {handled[row]} accounted for"
            for row in sorted({*self.found, *handled})
            if self.found[row] != handled[row]
        ]
        if wrong:
            raise CannotImport(
                f"The report does not add up ({'; '.join(wrong)}). That is a mistake of the "
                "importer, not of your file: please report it. What was written is whole."
            )

    def as_json(self) -> dict[str, object]:
        return {
            "dry_run": self.dry_run,
            "rows": [
                {"row": row, "found": self.found[row]}
                | {outcome.name.lower(): self.outcomes[row, outcome] for outcome in Outcome}
                | {"reasons": dict(self.reasons_of(row))}
                for row in self.found
            ],
            "notes": dict(self.notes),
            "warnings": self.warnings,
        }

    def write(self, path: Path) -> None:
        path.write_text(json.dumps(self.as_json(), indent=1, ensure_ascii=False) + "\n")

    def show(self, console: Console) -> None:
        console.print(Group(*self.parts()))

    def parts(self) -> Iterator[RenderableType]:
        for warning in self.warnings:
            yield Text(f"Warning: {warning}", style="yellow")
        yield self.table()
        if self.reasons:
            yield Text("\nLeft out:")
        for row in self.found:
            for reason, number in self.reasons_of(row):
                yield Text(f"  {row}: {number:,} {reason}")
        if self.notes:
            yield Text("\nAlso:")
        for note, number in sorted(self.notes.items()):
            yield Text(f"  {note}: {number:,}")
        yield Text(f"\n{self.verdict()}", style="bold")

    def table(self) -> Table:
        columns = [each for each in Outcome if self.total(each) or each is Outcome.IMPORTED]
        table = Table(box=None, pad_edge=False)
        for header in ("", "in the file", *columns):
            table.add_column(header, justify="right" if header else "left", no_wrap=True)
        for row in self.found:
            numbers = [self.outcomes[row, column] for column in columns]
            shown = (f"{number:,}" if number else "-" for number in numbers)
            table.add_row(row, f"{self.found[row]:,}", *shown)
        return table

    def reasons_of(self, row: str) -> list[tuple[str, int]]:
        return [(reason, n) for (each, reason), n in self.reasons.most_common() if each == row]

    def verdict(self) -> str:
        if self.dry_run:
            return "This was a dry run: nothing was written."
        if self.changed_nothing:
            return "All of this was here already: nothing was changed."
        return "Every row is accounted for. The same command again would change nothing."
