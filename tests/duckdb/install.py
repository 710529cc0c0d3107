"""DuckDB for node, from npm: for the test beside this file and for the benchmark of the catalog."""

import pathlib
import shutil
import subprocess

PACKAGES = pathlib.Path(__file__).with_name("package.json")


def missing(work):
    """Makes sure that the packages are below `work`; says why not, or "" when they are."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"no {program}"
    wanted = PACKAGES.read_text(encoding="utf-8")
    done_file = work / "installed.json"
    if done_file.exists() and done_file.read_text(encoding="utf-8") == wanted:
        return ""
    work.mkdir(parents=True, exist_ok=True)
    (work / "package.json").write_text(wanted, encoding="utf-8")
    command = ["npm", "install", "--prefix", str(work), "--no-package-lock", "--no-fund",
               "--no-audit", "--ignore-scripts"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        return "npm did not deliver DuckDB in three minutes"
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        return f"npm could not install DuckDB: {lines[-1]}"
    done_file.write_text(wanted, encoding="utf-8")
    return ""
