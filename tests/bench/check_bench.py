#!/usr/bin/env python3
"""What `oms check` of 100 models with their lineage costs beside `oms --version`.

Usage: check_bench.py --oms PATH [--models N] [--rounds N]

Takes the N most downloaded models of the bundled catalog that have a base model, checks them by a
policy and from a lock, each beside `oms --version`, and prints medians and their ratio. No network.
"""
import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time


def milliseconds(command, **options):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                   **options)
    return 1000 * (time.perf_counter() - start)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    parser.add_argument("--models", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    oms = options.oms.resolve()
    with tempfile.TemporaryDirectory(prefix="oms-bench-") as folder:
        where = {"cwd": folder, "env": {"HOME": folder, "OMS_CACHE_DIR": folder + "/cache"}}
        pathlib.Path(folder, "oms-policy.toml").write_text('[license]\nmin_class = "open-other"\n')
        listed = subprocess.run([oms, "list", "--all", "-n", str(options.models), "-q", "--sort",
                                 "downloads", "--where", "not license_verdict=no-lineage"],
                                capture_output=True, text=True, check=True, **where)
        models = listed.stdout.split()
        pathlib.Path(folder, "models.txt").write_text("\n".join(models) + "\n")
        subprocess.run([oms, "check", "-f", "models.txt", "--lock", "oms.lock", "-q"],
                       capture_output=True, check=False, **where)
        commands = {"--version": [oms, "--version"],
                    "check -f models.txt": [oms, "check", "-f", "models.txt"],
                    "check --locked": [oms, "check", "--locked"]}
        times = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                times[name].append(milliseconds(command, **where))
        floor = statistics.median(times["--version"])
        print(f"{len(models)} models with base models, medians of {options.rounds} rounds")
        for name, values in times.items():
            median = statistics.median(values)
            print(f"{name:20} {median:6.1f} ms  {median - floor:+6.1f} ms  ratio {median / floor:.2f}")


if __name__ == "__main__":
    main()
