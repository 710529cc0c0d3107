#!/usr/bin/env python3
"""Holds `oms scan` against files that were labeled by hand.

Usage: corpus_test.py --oms PATH [--show]

labels.tsv says for each file of corpus/ where a model of the Hub is referred to (line and column of
the id's first byte), which one, and whether the place itself says so (strong) or only the catalog
(weak). Whatever else is printed is an error. The bundled catalog decides what is known. Prints recall
and precision by kind of file; fails below 95 % recall or 98 % precision. --show lists every error.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LEAST_RECALL = 0.95
LEAST_PRECISION = 0.98


def labels():
    lines = (HERE / "labels.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["file", "line", "column", "id", "strength"]
    found = {}
    for line in lines[1:]:
        file, number, column, name, strength = line.split("\t")
        found[(file, int(number), int(column), name)] = strength
    return found


def scanned(oms):
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8"}
        done = subprocess.run([oms, "scan", ".", "--no-ignore", "--json"], cwd=HERE / "corpus",
                              env=environment, capture_output=True, text=True, check=True)
    return {(row["file"], row["line"], row["column"], row["id"]): row["strength"]
            for row in json.loads(done.stdout) if row["strength"] != "dynamic"}


def ratio(part, whole):
    return part / whole if whole else 1.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    right, found = labels(), scanned(os.path.abspath(arguments.oms))

    counts = collections.defaultdict(lambda: [0, 0, 0])  # right, found, both
    for where in set(right) | set(found):
        for group in (where[0].split("/")[0], "all"):
            row = counts[group]
            row[0] += where in right
            row[1] += where in found
            row[2] += where in right and where in found
    print(f"{'kind':<8} {'labels':>6} {'found':>6} {'right':>6} {'recall':>8} {'precision':>9}")
    for group in sorted(counts, key=lambda name: (name == "all", name)):
        labeled, printed, both = counts[group]
        print(f"{group:<8} {labeled:>6} {printed:>6} {both:>6} {ratio(both, labeled):>8.1%}"
              f" {ratio(both, printed):>9.1%}")
    both = set(right) & set(found)
    agree = sum(right[where] == found[where] for where in both)
    print(f"strength as labeled: {agree} of {len(both)}")

    labeled, printed, hits = counts["all"]
    good = ratio(hits, labeled) >= LEAST_RECALL and ratio(hits, printed) >= LEAST_PRECISION
    if arguments.show or not good:
        for word, places in (("missed", set(right) - set(found)), ("wrong", set(found) - set(right))):
            for file, line, column, name in sorted(places):
                print(f"{word}: {file}:{line}:{column}:{name}")
    if arguments.show:
        for where in sorted(both):
            if right[where] != found[where]:
                print(f"strength: {':'.join(map(str, where))} is {right[where]}, not {found[where]}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
