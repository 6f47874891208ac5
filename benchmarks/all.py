"""Every benchmark with its peers, one after another; the figures stand in RESULTS.md. Takes an hour or more.

python benchmarks/all.py                 # or: make bench
python benchmarks/all.py dates views     # some
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from harness import ROOT, bin_of

VENVS = {
    "dates": "bench", "ics": "bench-ics", "daily": "bench-daily", "views": "bench-views", "frames": "frames/venv",
}  # fmt: skip
"""Each benchmark and the folder below build/ that its peers are installed in."""


def install(name: str) -> None:
    """Make the venv of a benchmark; that of the tables is the one their tests use."""
    if name == "frames":
        subprocess.run(["make", "build/frames/ready", f"PYTHON={sys.executable}"], cwd=ROOT, check=True)  # noqa: S607
    else:
        subprocess.run([sys.executable, f"benchmarks/{name}.py", "--install"], cwd=ROOT, check=True)


def main() -> None:
    """Install and run those that are asked for; else all."""
    parser = argparse.ArgumentParser(description="Run the benchmarks and write benchmarks/RESULTS.md.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{', '.join(VENVS)} (default: all)")
    for name in parser.parse_args().names or VENVS:
        install(name)
        python = bin_of(ROOT / "build" / VENVS[name]) / "python"
        subprocess.run([python, f"benchmarks/{name}.py", "--write"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
