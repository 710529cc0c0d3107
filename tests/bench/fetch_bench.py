#!/usr/bin/env python3
"""What `oms fetch` costs beside curl alone for the same pages of the Hub on loopback.

Usage: fetch_bench.py --oms PATH --hub PATH [--models N] [--rounds N]

Each round fetches N models with oms and then the very same addresses with one curl process
(compressed, keep-alive, bodies thrown away), and prints the ratio. `pages` is the time until the
last page is in the cache, synced; `whole` includes the index. Memory is the anonymous part of the
process, at its highest while pages come in, for N models and a tenth of them. All is on 127.0.0.1.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "fetch"))
from loopback import Hub  # pylint: disable=wrong-import-position


def addresses(hub):
    return [f"{hub.url}{r['path']}?{r['query']}" for r in hub.listings() if r["status"] == 200]


def anonymous_kib(pid):
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    rows = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(rows.get("RssAnon", "0 kB").split()[0])


def fetch(oms, hub, cache, models, sample=False):
    """(seconds until the last page, seconds in all, highest anonymous memory in KiB until then)"""
    shutil.rmtree(cache, ignore_errors=True)
    environment = {"PATH": os.environ["PATH"], "HOME": cache, "OMS_CACHE_DIR": cache,
                   "HF_ENDPOINT": hub.url, "NO_PROXY": "127.0.0.1", "LC_ALL": "C.UTF-8"}
    start = time.monotonic()
    process = subprocess.Popen([oms, "fetch", "--only", "hub", "--top", str(models)],
                               env=environment, stderr=subprocess.PIPE, text=True)
    last, most = 0.0, 0
    for line in process.stderr:
        if line.startswith("hub: top"):
            last = time.monotonic() - start
            if sample:
                most = max(most, anonymous_kib(process.pid))
    if process.wait() != 0:
        raise SystemExit("oms fetch failed")
    return last, time.monotonic() - start, most


def curl(urls, folder):
    config = os.path.join(folder, "addresses")
    with open(config, "w", encoding="utf-8") as file:
        for address in urls:
            file.write(f'url = "{address}"\noutput = "/dev/null"\n')
    start = time.monotonic()
    subprocess.run(["curl", "-q", "--silent", "--fail", "--globoff", "--compressed", "--noproxy",
                    "127.0.0.1", "--config", config], check=True)
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", required=True)
    parser.add_argument("--models", type=int, default=20000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    Hub.program = options.hub
    rows = []
    with Hub("--models", str(options.models), "--seed", "7", "--quota", "0") as hub, \
            tempfile.TemporaryDirectory(prefix="oms-bench-") as folder:
        cache = os.path.join(folder, "cache")
        fetch(options.oms, hub, cache, options.models)  # the Hub sorts its records once
        for number in range(options.rounds):
            hub.tell(clear_log=True)
            pages, whole, _ = fetch(options.oms, hub, cache, options.models)
            alone = curl(addresses(hub), folder)
            rows.append((pages / alone, whole / alone))
            print(f"round {number + 1}: curl {alone:.2f} s, pages {pages:.2f} s "
                  f"(ratio {pages / alone:.2f}), whole {whole:.2f} s (ratio {whole / alone:.2f})")
        print(f"median ratio to curl alone: pages {statistics.median(r[0] for r in rows):.2f}, "
              f"whole {statistics.median(r[1] for r in rows):.2f}")
        for models in (options.models // 10, options.models):
            _, _, most = fetch(options.oms, hub, cache, models, sample=True)
            print(f"memory while pages come in, {models} models: {most / 1024:.1f} MiB")


if __name__ == "__main__":
    main()
