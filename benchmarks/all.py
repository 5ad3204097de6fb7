"""Run every benchmark, one after the other, and write the results page anew.

Some ten minutes on two cores. Needs wrk and nginx; WordPress only for one of the comparisons.
"""

import subprocess
import sys
from pathlib import Path

import page

HERE = Path(__file__).resolve().parent


def main() -> None:
    for name in page.BENCHMARKS:
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, HERE / f"{name}.py"], check=True)
    page.main()


if __name__ == "__main__":
    main()
