#!/usr/bin/env python3
"""The real program killed, without power, or on a full disk, at any moment: the catalog is the former
one or the new one, never less.

Usage: crash_test.py --oms PATH --hub PATH --disk PATH [--long] [--seed N]. Everything stays on
127.0.0.1 and ends by itself.

Each operation is tried with faulty_disk.c in front of libc, at one call after the other that changes
files, and killed by SIGKILL at moments that a seed chooses. After each, every command must answer
from what stood before the operation or from what stands after it; then the operation is done again
and must succeed. Without --long, every seventh call and some dozens of moments. The last line counts.
"""
import argparse
import collections
import contextlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "fetch"))
from loopback import Hub, environment  # noqa: E402

OMS = DISK = ""
NOW, LATER = "2026-10-05T12:00:00Z", "2026-10-06T12:00:00Z"
NOBODY = "http://127.0.0.1:1"
MODES = ("kill", "power", "power-names", "power-current", "full", "error")
STEP = 7  # of all calls, so many apart are tried without --long
LAST = 2  # and so many at the end, where a snapshot becomes the current one
MOMENTS, MOST_MOMENTS = 40, 300


class Operation:
    """`words`, run in a copy of the cache that `begin` fills, change the cache at `place`."""

    def __init__(self, name, words, begin, place="cache", answers=False):
        self.name, self.words, self.begin, self.place = name, words, begin, place
        self.answers = answers  # it is a query: it answers even where nothing can be written


def filled(bench):
    bench.oms("fetch", "--only", "hub", "--top", "60")


def empty(bench):
    pass


def whole(bench):
    bench.oms("fetch", "--only", "hub", "--all")


def interrupted(bench):
    """A former catalog, and a walk that broke off behind its first page."""
    filled(bench)
    bench.hub.tell(fault={"kind": "status", "status": 500, "path": "/api/models", "page": 2,
                          "times": -1})
    bench.oms("fetch", "--only", "hub", "--all", code=4)
    bench.hub.tell(clear_faults=True)


def without_index(bench):
    filled(bench)
    for index in bench.cache.glob("index/*"):
        index.unlink()


def two(bench):
    """One cache to copy from and another to copy to."""
    filled(bench)
    shutil.copytree(bench.cache, bench.work / "other")
    shutil.rmtree(bench.cache)
    bench.oms("fetch", "--only", "hub", "--top", "20", "--by", "likes")


OPERATIONS = (
    Operation("first fetch", ("fetch", "--only", "hub", "--top", "60"), empty),
    Operation("refresh", ("fetch", "--only", "hub"), filled),
    Operation("resumed fetch", ("fetch", "--only", "hub"), interrupted),
    Operation("whole Hub", ("fetch", "--only", "hub", "--all"), filled),
    Operation("changes of the whole Hub", ("fetch", "--only", "hub"), whole),
    Operation("prices", ("fetch", "--only", "router"), filled),
    Operation("rebuilding the index", ("list", "-n", "1", "-q"), without_index, answers=True),
    Operation("cache clear", ("cache", "clear"), filled),
    Operation("cache import", ("cache", "import", "{work}/other"), two),
    Operation("cache export", ("cache", "export", "{work}/other"), two, place="other"),
)


class Failure(Exception):
    pass


class Bench:
    """A Hub, and the cache of one operation before and after it."""

    def __init__(self, hub, operation, folder):
        self.hub, self.operation = hub, operation
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "work"
        self.cache = self.work / "cache"
        self.kept = self.folder / "kept"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.work.mkdir(parents=True)
        hub.reset()
        operation.begin(self)
        hub.tell(mutate={"downloads": 40, "license": 30})
        shutil.copytree(self.work, self.folder / "base")
        self.before = self.observe()
        began = time.monotonic()
        self.oms(*self.words(), now=LATER)
        self.seconds = time.monotonic() - began
        self.after = self.observe()

    def words(self):
        return [word.format(work=self.work) for word in self.operation.words]

    def begin(self):
        shutil.rmtree(self.work)
        shutil.copytree(self.folder / "base", self.work)
        shutil.rmtree(self.kept, ignore_errors=True)
        self.kept.mkdir()

    def environment(self, now, cache=None, **more):
        url = more.pop("url", self.hub.url)
        return environment(self.folder, cache or self.cache, OMS_NOW=now, HF_ENDPOINT=url,
                           OMS_ROUTER_ENDPOINT=url, **more)

    def oms(self, *words, now=NOW, code=0, **more):
        ran = subprocess.run([OMS, *words], env=self.environment(now, **more), text=True,
                             capture_output=True, timeout=120)
        if code is not None and ran.returncode != code:
            raise Failure(f"{words} ended with {ran.returncode}: {ran.stderr}")
        return ran

    def observe(self):
        """What commands say of the cache that the operation changes."""
        place = self.work / self.operation.place
        say = lambda *words: self.oms(*words, now=LATER, cache=place, url=NOBODY).stdout
        models = say("list", "-n", "0", "--all", "--gone", "--json")
        name = json.loads(models)[0]["id"]
        return models, say("licenses", "--json"), say("show", name, "--json")

    def count_calls(self):
        """How many calls of the operation change files."""
        self.begin()
        log = self.folder / "calls"
        self.oms(*self.words(), now=LATER, LD_PRELOAD=DISK, FAULTY_LOG=str(log),
                 FAULTY_DIR=str(self.work / self.operation.place), FAULTY_KEPT=str(self.kept))
        return int(log.read_text())

    def run_faulty(self, mode, at):
        self.begin()
        return self.oms(*self.words(), now=LATER, code=None, LD_PRELOAD=DISK, FAULTY_MODE=mode,
                        FAULTY_AT=str(at), FAULTY_DIR=str(self.work / self.operation.place),
                        FAULTY_KEPT=str(self.kept))

    def run_killed(self, wait):
        self.begin()
        process = subprocess.Popen([OMS, *self.words()], env=self.environment(LATER),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(wait)
        process.kill()
        return process.wait(60)

    def check(self, code, error=""):
        """What stands after a fault; the operation is whole when `code` is 0."""
        seen = self.observe()
        if seen not in (self.before, self.after):
            raise Failure("the catalog is neither the former one nor the new one")
        if code == 0 and seen != self.after:
            raise Failure("the operation said that it succeeded and the former catalog stands")
        if code > 0 and (code != 3 or len(
                [line for line in error.splitlines() if line.startswith("oms: error: ")]) != 1):
            raise Failure(f"exit code {code}: {error}")
        for words in ((), ("cache", "info"), ("sources",), ("doctor",)):
            self.oms(*words, now=LATER, url=NOBODY)
        self.oms(*self.words(), now=LATER)
        if self.observe() != self.after:
            raise Failure("done again, the operation does not make what it makes")
        self.oms("cache", "verify", cache=self.work / self.operation.place, now=LATER)
        left = [str(file) for file in self.work.rglob(".tmp-*")]
        if left and not self.operation.answers:
            raise Failure(f"temporary files stay: {left}")
        return seen == self.after


def main():
    global OMS, DISK
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", required=True)
    parser.add_argument("--disk", required=True)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="operations whose name holds this")
    options = parser.parse_args()
    OMS, DISK, Hub.program = options.oms, options.disk, options.hub
    chance = random.Random(options.seed)
    counts, problems = collections.Counter(), []

    def one(bench, name, run):
        counts["tried"] += 1
        try:
            ran = run()
            code, error = (ran, "") if isinstance(ran, int) else (ran.returncode, ran.stderr)
            counts["killed"] += code < 0
            counts["failed"] += code > 0
            if code > 0 and bench.operation.answers:
                raise Failure(f"a query ended with {code}: {error}")
            counts["new" if bench.check(code, error) else "former"] += 1
        except Failure as failure:
            problems.append(name)
            print(f"{name}: {failure}")

    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    operations = [o for o in OPERATIONS if options.only in o.name]
    moments = MOST_MOMENTS if options.long else MOMENTS
    with tempfile.TemporaryDirectory(prefix="oms-crash-", dir=memory) as folder, \
            Hub("--models", "60", "--seed", "7", "--quota", "0", "--page-rows", "20") as hub:
        for number, operation in enumerate(operations):
            bench = Bench(hub, operation, f"{folder}/{operation.place}")
            calls = bench.count_calls()
            for mode in MODES:
                every = range(1, calls + 1)
                some = {*every[(number + MODES.index(mode)) % STEP::STEP], *every[-LAST:]}
                for at in every if options.long else sorted(some):
                    one(bench, f"{operation.name}, {mode} at call {at} of {calls}",
                        lambda: bench.run_faulty(mode, at))
            for _ in range(moments // len(operations)):
                wait = chance.uniform(0, bench.seconds)
                one(bench, f"{operation.name}, killed after {wait:.4f} s",
                    lambda: bench.run_killed(wait))
    print(f"crash safety: {counts['tried']} crashes and failing disks in {len(operations)} operations "
          f"(seed {options.seed}): {counts['killed']} killed, {counts['failed']} refused with exit 3; "
          f"{counts['former']} left the former catalog, {counts['new']} the new one, "
          f"{len(problems)} neither")
    return 1 if problems or not counts["killed"] or not counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
