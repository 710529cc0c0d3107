"""Holds reports in every format against published schemas: prints them, has oms print some, runs validate.mjs.

The packages of package.json are installed with npm into a folder of the build directory, once.
Exits with 77 (skip) when node, npm or a package is not to be had.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

SKIP = 77
HERE = pathlib.Path(__file__).parent
FORMATS = ["json", "sarif", "junit", "gitlab", "cyclonedx"]
REPORTS = ["small", "rich", "hostile"]


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIP)


def install(work):
    """Makes sure that the packages of package.json are below `work`."""
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    done_file = work / "installed.json"
    if done_file.exists() and done_file.read_text(encoding="utf-8") == wanted:
        return
    work.mkdir(parents=True, exist_ok=True)
    (work / "package.json").write_text(wanted, encoding="utf-8")
    command = ["npm", "install", "--prefix", str(work), "--no-package-lock", "--no-fund",
               "--no-audit", "--ignore-scripts", "--legacy-peer-deps", "--omit=optional"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        skip("npm did not deliver the packages in three minutes")
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        skip(f"npm could not install the packages: {lines[-1]}")
    done_file.write_text(wanted, encoding="utf-8")


def print_real_reports(oms, reports):
    """What the program says of models that pass, fail, fail by a base, and are not known."""
    models = ("# ours\nallenai/OLMo-7B\nmeta-llama/Llama-2-7b-hf\n"
              "m-a-p/OpenCodeInterpreter-CL-70B\nupstage/Solar-Open-100B\nnobody/none\n")
    policy = HERE.parent.parent / "cli" / "check" / "osi.toml"
    environment = {"OMS_CACHE_DIR": "/nowhere", "HOME": "/nowhere", "LC_ALL": "C.UTF-8",
                   **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
    for name in FORMATS:
        done = subprocess.run([oms, "check", "-f", "-", "--policy", policy, "--format", name],
                              input=models.encode(), capture_output=True, env=environment,
                              timeout=60, check=False)
        if done.returncode != 3:
            sys.exit(f"oms check --format {name} ended with {done.returncode}: {done.stderr}")
        (reports / f"real.{name}").write_bytes(done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--print-report", required=True, help="the oms_print_report program")
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    parser.add_argument("--schema", required=True, help="data/schema/check.schema.json")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="where to install")
    arguments = parser.parse_args()
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            skip(f"no {program}")
    work = arguments.work.resolve()
    install(work)

    reports = work / "reports"
    reports.mkdir(exist_ok=True)
    for report in REPORTS:
        for name in FORMATS:
            done = subprocess.run([arguments.print_report, report, name], capture_output=True,
                                  timeout=60, check=True)
            (reports / f"{report}.{name}").write_bytes(done.stdout)
    print_real_reports(arguments.oms.resolve(), reports)
    command = ["node", str(HERE / "validate.mjs"), str(work), str(reports), arguments.schema]
    sys.exit(subprocess.run(command, timeout=200, check=False).returncode)


if __name__ == "__main__":
    main()
