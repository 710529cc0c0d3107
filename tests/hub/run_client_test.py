"""Runs hub_client_test.mjs with the official client against a loopback Hub of its own.

The client is installed with npm into a folder of the build directory, once. Exits with 77 (skip)
when node, npm or the package is not to be had.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

PACKAGE = "@huggingface/hub"
VERSION = "2.17.5"
SKIP = 77


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIP)


def install(work):
    """Makes sure that the package is below `work`."""
    if (work / "node_modules" / PACKAGE / "package.json").exists():
        return
    work.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(work), "--no-save", "--no-fund", "--no-audit",
               "--ignore-scripts", f"{PACKAGE}@{VERSION}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        skip(f"npm did not deliver {PACKAGE} in two minutes")
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        skip(f"npm could not install {PACKAGE}: {lines[-1]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hub", required=True, help="the oms_loopback_hub program")
    parser.add_argument("--work", required=True, type=pathlib.Path, help="where to install")
    arguments = parser.parse_args()
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            skip(f"no {program}")
    work = arguments.work.resolve()
    install(work)

    # The client follows the next link as it is, so it has to lead back to this server.
    command = [arguments.hub, "--models", "1300", "--token", "hf_invented", "--link-host", "self",
               "--until-stdin-closes", "--exit-after", "120"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as hub:
        url = hub.stdout.readline().removeprefix("listening on ").strip()
        script = pathlib.Path(__file__).with_name("hub_client_test.mjs")
        try:
            done = subprocess.run(["node", str(script), url, str(work)], timeout=100, check=False)
        finally:
            hub.stdin.close()
        sys.exit(done.returncode or hub.wait(timeout=10))


if __name__ == "__main__":
    main()
