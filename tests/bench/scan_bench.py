#!/usr/bin/env python3
"""What `oms scan` costs beside `grep -rE` over the same files.

Usage: scan_bench.py --oms PATH [--files N] [--seed N] [--rounds N]

Writes a repository of N invented files (10 KiB each on average; code, configuration and text in the
shares of a real one) from a seed, scans it and greps it, each warm and best of the rounds, and prints
both times and their ratio. A plain read of all files by `cat` is the floor.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

WORDS = ("batch buffer cache client config cursor data device encoder entry error field file filter "
         "format graph handler header index item job key layer limit line loader logger map mask "
         "message model name node offset option order output page parser path policy pool port query "
         "queue reader record request result row schema scope score server session shape size source "
         "state store stream table task tensor text thread token tree type value vector view width "
         "window worker").split()
IDS = ["mistralai/Mistral-7B-v0.1", "Qwen/Qwen3-8B", "BAAI/bge-m3", "acme/house-model", "google/gemma-2b"]


def python(rng):
    a, b, c = rng.choices(WORDS, k=3)
    kind = rng.randrange(12)
    if kind == 0:
        return f'    {a} = AutoModel.from_pretrained("{rng.choice(IDS)}")\n'
    if kind < 3:
        return f"def {a}_{b}(self, {c}: int = {rng.randrange(99)}) -> None:\n"
    if kind < 5:
        return f'    """The {a} of the {b}."""\n'
    if kind < 7:
        return f"    # {a} before {b} and/or {c}\n"
    return f'    self.{a} = {b}({c}["{a}"], "{b}/{c}.json", {rng.random():.3f})\n'


def script(rng):
    a, b, c = rng.choices(WORDS, k=3)
    if rng.randrange(40) == 0:
        return f"  const {a} = await pipeline('{b}', '{rng.choice(IDS)}');\n"
    return f"  const {a} = {b}.map(({c}) => `${{{c}.{a}}}/x`).filter(Boolean) ?? '{a}/{b}'; // {c}\n"


def yaml(rng):
    a, b, c = rng.choices(WORDS, k=3)
    if rng.randrange(40) == 0:
        return f"  model_id: {rng.choice(IDS)}\n"
    return f"{'  ' * rng.randrange(4)}{a}_{b}: {rng.choice([c, 7, b + '/' + c, 'true'])}\n"


def prose(rng):
    if rng.randrange(60) == 0:
        return f"See https://huggingface.co/{rng.choice(IDS)} for more.\n"
    return " ".join(rng.choices(WORDS, k=12)) + ".\n"


def data(rng):
    a, b, c = rng.choices(WORDS, k=3)
    return f'  {{"{a}": "{b}/{c}", "{b}": {rng.random():.4f}, "{c}": ["{a}", "{b}"]}},\n'


KINDS = [(".py", python, 45), (".ts", script, 20), (".yaml", yaml, 8), (".md", prose, 10),
         (".json", data, 7), (".txt", prose, 5), (".cpp", script, 5)]


def write(folder, files, seed):
    rng = random.Random(seed)
    size = 0
    for number in range(files):
        ending, line, _ = rng.choices(KINDS, weights=[share for *_, share in KINDS])[0]
        text = []
        left = int(rng.expovariate(1 / 10240)) + 200
        while left > 0:
            text.append(line(rng))
            left -= len(text[-1])
        place = pathlib.Path(folder, f"part{number % 40}", f"{WORDS[number % len(WORDS)]}")
        place.mkdir(parents=True, exist_ok=True)
        content = "".join(text)
        (place / f"f{number}{ending}").write_text(content)
        size += len(content)
    return size


def best(command, rounds, **more):
    times = []
    for _ in range(rounds):
        start = time.monotonic()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, **more)
        times.append(time.monotonic() - start)
    return min(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        size = write(folder, arguments.files, arguments.seed)
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"}
        oms = os.path.abspath(arguments.oms)
        pattern = r"from_pretrained\(|pipeline\(|huggingface\.co/|[\"'][A-Za-z0-9._-]+/[A-Za-z0-9._-]+[\"']"
        cat = best(["sh", "-c", f"find {folder} -type f -exec cat {{}} +"], arguments.rounds)
        grep = best(["grep", "-rnE", pattern, folder], arguments.rounds, env=environment)
        scan = best([oms, "scan", folder], arguments.rounds, env=environment)
        print(f"seed {arguments.seed}: {arguments.files} files, {size / 1e6:.1f} MB")
        print(f"cat   {cat * 1000:7.0f} ms")
        print(f"grep  {grep * 1000:7.0f} ms")
        print(f"scan  {scan * 1000:7.0f} ms  {size / 1e6 / scan:.0f} MB/s  {scan / grep:.2f} of grep")
    return 0


if __name__ == "__main__":
    sys.exit(main())
