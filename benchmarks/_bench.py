"""What the benchmarks share: a site of their own, and writing down what they found."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BROADSHEET = Path(sys.executable).with_name("broadsheet")


@contextmanager
def temporary_site() -> Iterator[Path]:
    """A new, empty paper in a folder that goes away, opened in this process."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-bench-") as folder:
        site = Path(folder) / "paper"
        subprocess.run([BROADSHEET, "new", site], check=True, capture_output=True)
        yield site


def open_in_this_process(site: Path, **settings: str) -> None:
    from broadsheet.cli.site import open_site

    os.environ.update({f"BROADSHEET_{name}": value for name, value in settings.items()})
    open_site(site)


def write_down(name: str, results: Any, **about: Any) -> None:
    """Keep the results of one run beside the benchmark, with all that is needed to repeat it."""
    record = {
        "command": "python " + " ".join(["benchmarks/" + Path(sys.argv[0]).name, *sys.argv[1:]]),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": {
            package: version(package) for package in ("broadsheet", "django", "wagtail", "uvicorn")
        },
        **about,
        "results": results,
    }
    target = HERE / "results" / f"{name}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n")
    print(f"\nWritten to benchmarks/results/{target.name}")


def machine() -> dict[str, Any]:
    cpu = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line]
    return {
        "cores": os.cpu_count(),
        "cpu": cpu[0].partition(":")[2].strip() if cpu else platform.processor(),
        "python": platform.python_version(),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
    }
