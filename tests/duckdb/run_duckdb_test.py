"""DuckDB answers the questions of queries.mjs over exported tables just as oms does over its index.

The catalog is the bundled one and 20,000 invented models of a loopback Hub. DuckDB is installed with
npm into a folder of the build directory, once. Exits with 77 (skip) when node, npm or the package is
not to be had.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "fetch"))
from install import missing  # pylint: disable=wrong-import-position
from loopback import Hub, environment  # pylint: disable=wrong-import-position

SKIP = 77
MODELS = 20000
NOW = "2026-11-23T20:00:00Z"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    parser.add_argument("--hub", required=True, help="the oms_loopback_hub program")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="where to install")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    reason = missing(work)
    if reason:
        print(f"skipped: {reason}")
        sys.exit(SKIP)

    oms = str(arguments.oms.resolve())
    Hub.program = arguments.hub
    with tempfile.TemporaryDirectory(prefix="oms-duckdb-") as folder:
        cache = pathlib.Path(folder, "cache")
        exported = {form: pathlib.Path(folder, form) for form in ("ndjson", "csv")}
        world = environment(folder, cache, OMS_NOW=NOW)
        with Hub("--models", str(MODELS), "--seed", "7", "--quota", "0") as hub:
            subprocess.run([oms, "fetch", "--only", "hub", "--top", str(MODELS)], check=True,
                           env={**world, "HF_ENDPOINT": hub.url}, capture_output=True, timeout=300)
        for form, place in exported.items():
            subprocess.run([oms, "cache", "export", str(place), "--format", form], check=True,
                           env=world, capture_output=True, timeout=120)
        command = ["node", str(HERE / "compare.mjs"), str(work), oms,
                   str(exported["ndjson"]), str(exported["csv"])]
        sys.exit(subprocess.run(command, env=world, timeout=300, check=False).returncode)


if __name__ == "__main__":
    main()
