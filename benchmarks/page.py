"""Write the results into benchmarks/README.md, below the line that says so."""

import ast
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PAGE = HERE / "README.md"
BELOW = "<!-- Below this line: written by page.py from results/ -->\n"
BENCHMARKS = (
    "reading",
    "posting",
    "missing",
    "rebuilding",
    "starting",
    "first_visit",
    "importing",
    "claims_rule",
    "claims_map",
    "claims_rebuild",
    "claims_patterns",
)
# Figures of a run that are told in words below its table.
ABOUT = {"command", "date", "machine", "versions", "results"}


def main() -> None:
    above = PAGE.read_text().partition(BELOW)[0]
    found = [name for name in BENCHMARKS if (HERE / f"results/{name}.json").exists()]
    PAGE.write_text(above + BELOW + "".join(section(name) for name in found))
    print(f"{PAGE.name}: {len(found)} results")


def section(name: str) -> str:
    record = json.loads((HERE / f"results/{name}.json").read_text())
    question, _, rest = docstring(name).partition("\n\n")
    parts = [f"\n## {name.replace('_', ' ').capitalize()}", f"**{one_line(question)}**"]
    if rest:
        parts.append(one_line(rest))
    parts += [table(rows_of(record["results"])), circumstances(record)]
    return "\n\n".join(parts) + "\n"


def docstring(name: str) -> str:
    return ast.get_docstring(ast.parse((HERE / f"{name}.py").read_text())) or ""


def one_line(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def rows_of(results: Any) -> list[dict[str, Any]]:
    """Rows of a table, whichever of three shapes a benchmark wrote."""
    if isinstance(results, list):
        return results
    if all(isinstance(value, dict) for value in results.values()):
        return [
            {"case": case, "figure": ", ".join(f"{name} {figure}" for name, figure in row.items())}
            for case, row in results.items()
        ]
    return [{"what": name, "figure": figure} for name, figure in results.items()]


def table(rows: list[dict[str, Any]]) -> str:
    names = list(rows[0])
    lines = [[name.replace("_", " ") for name in names], ["---"] * len(names)]
    lines += [[spelled(row.get(name)) for name in names] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def spelled(value: Any) -> str:
    if isinstance(value, float) and value >= 1_000:
        value = round(value)
    return f"{value:,}" if isinstance(value, int) else str("" if value is None else value)


def circumstances(record: dict[str, Any]) -> str:
    machine, versions = record["machine"], record["versions"]
    more = {name: value for name, value in record.items() if name not in ABOUT}
    told = [
        f"`{record['command']}`, {record['date'][:10]}",
        f"{machine['cores']} cores {machine['cpu']}, {machine['system']}, Python {machine['python']}",
        *(f"{name} {value}" for name, value in (versions | more).items()),
    ]
    return f"<sub>{'; '.join(told)}</sub>"


if __name__ == "__main__":
    main()
