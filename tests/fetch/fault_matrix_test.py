#!/usr/bin/env python3
"""Every fault of fault_table.py at every stage of a fetch where it can happen, once and for good.

Usage: fault_matrix_test.py --oms PATH --hub PATH [--wide] [--row TEXT] [--stage TEXT]

A stage begins with a cache that holds a former catalog, and with a Hub that has changed since. Each
case copies that cache, spoils the answers that its row says, fetches, and compares: the catalog is
the one that a fetch without the fault makes, or that one but for the models that were named, or the
former one. Then the fault is over, and the same fetch again must make the catalog without it.

Without --wide each row is tried at some of its stages, together all of them. Everything stays on
127.0.0.1 and ends by itself. The last line counts the cases, those survived, and records lost.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error

from fault_table import FAULTS
from loopback import Hub, environment

OMS = ""
KEY = "aa_secretsecretsecret"
FIRST, LATER = "2026-10-03T00:00:00Z", "2026-10-04T12:00:00Z"
SOME = 7  # of so many stages of a row one is tried without --wide
MOST_OF_ONE = 4  # models whose figures may come from one record of a service
ROWS = "/rows"
NOBODY = "http://127.0.0.1:1"
# What of a model follows from others, which may be the ones that differ.
FOLLOWING = {"derivatives", "folded", "license_effective", "license_verdict", "family"}
# What differs between two fetches of the same.
MOMENTS = ("as_of", "fetched_at", "age_days", "error", "rejected")


class Stage:
    """Which request of which fetch meets the fault."""

    models, pages, row = 60, 20, 2
    now = (None, None)  # days of the former and of the tried fetch; else the clock's
    fields = {"id": "id", "number": "downloads", "text": "library_name", "object": "cardData"}
    source = ""
    healing = ()  # arguments for the fetch after the fault

    def __init__(self, name, kind, fetch, former, target, **more):
        self.name, self.kind, self.fetch, self.former = name, kind, fetch, former
        self.target = target
        for key, value in more.items():
            setattr(self, key, value)


def service(name, path, source, identifier, value, kind="service"):
    return Stage(name, kind, ("--only", name), ("--only", "hub", "--top", "60"), {"path": path},
                 source=source, row=1, fields={"id": identifier, "number": value, "text": value,
                                               "object": value})


def listing(name, page, kind="listing"):
    """A first walk of a ranking; of the former catalog is one model."""
    return Stage(name, kind, ("--only", "hub", "--top", "60"), ("--only", "hub", "{model}"),
                 {"path": "/api/models", "page": page})


STAGES = (
    listing("first page", 1, "first"), listing("middle page", 2), listing("last page", 3, "last"),
    Stage("full page", "full", ("--only", "hub", "--top", "2100"), ("--only", "hub", "{model}"),
          {"path": "/api/models", "page": 2}, models=2100, pages=1000),
    Stage("refresh", "listing", ("--only", "hub"), ("--only", "hub", "--top", "60"),
          {"path": "/api/models", "page": 2}),
    # What a whole walk or the changes since could not read comes with the model's next change, or
    # with another whole walk.
    Stage("whole Hub", "whole", ("--only", "hub", "--all"), ("--only", "hub", "{model}"),
          {"path": "/api/models", "page": 2}, healing=("--full",),
          fields={**Stage.fields, "object": "safetensors"}),
    Stage("changes", "changes", ("--only", "hub"), ("--only", "hub", "--all"),
          {"path": "/api/models", "page": 1, "expand_any": ["lastModified"]}, now=(FIRST, LATER),
          healing=("--all", "--full"),
          fields={**Stage.fields, "object": "safetensors"}),
    Stage("model", "detail", ("--only", "hub", "{model}"), ("--only", "hub", "{model}"),
          {"path": "/api/models/"}, row=0),
    service("router", "/v1/models", "router", "id", "providers"),
    service("openrouter", "/api/v1/models", "openrouter-prices", "id", "pricing"),
    service("openevals", ROWS, "hf-openevals", "model_name", "hle_score"),
    service("arena", ROWS, "lmarena", "model_name", "rating"),
    service("open-llm-leaderboard", ROWS, "open-llm-leaderboard-v2", "fullname", "Average \u2b06\ufe0f"),
    service("open-asr", "/huggingface/open_asr_leaderboard/", "open-asr-leaderboard", "", "", "table"),
    service("artificial-analysis", "/api/v2/", "artificial-analysis", "id", "evaluations"),
)


class Tried:
    """What one case came to."""

    def __init__(self, stage, fault, stays):
        self.stage, self.fault, self.stays = stage, fault, stays
        self.outcome, self.problems, self.lost = "", [], 0

    def __str__(self):
        return f"{self.fault.name}, {'stays' if self.stays else 'passes'}, {self.stage.name}"


def without_moments(value):
    if isinstance(value, dict):
        return {key: without_moments(entry) for key, entry in value.items()
                if not any(word in key for word in MOMENTS)}
    return value


class Bench:
    """One stage with a Hub, its former catalog, and the catalog that a fetch without faults makes."""

    def __init__(self, stage, folder):
        self.stage, self.folder = stage, pathlib.Path(folder)
        self.folder.mkdir()
        self.number = 0
        self.hub = Hub("--models", str(stage.models), "--seed", "7", "--quota", "0", "--page-rows",
                       str(stage.pages), "--token", KEY).__enter__()
        self.change_model = ""
        self.model = self.pick_model()
        before, after = stage.now
        self.after = after
        self.run("base", "fetch", *self.words(stage.former), now=before, code=0)
        self.former = self.catalog("base")
        self.change()
        self.copy("base", "clean")
        self.run("clean", "fetch", *self.words(stage.fetch), now=after, code=0)
        self.clean = self.catalog("clean")
        if self.clean == self.former:
            raise AssertionError(f"{stage.name}: a fetch that changes nothing shows nothing")

    def close(self):
        self.hub.__exit__()

    def pick_model(self):
        self.run("names", "fetch", "--only", "hub", "--top", "3", code=0)
        ran = self.run("names", "list", "-n", "1", "--all", "-q", "--search", "invented", code=0)
        return ran.stdout.strip()

    def change(self):
        self.hub.tell(mutate={"downloads": 60, "license": 30})
        if self.stage.kind == "detail":  # this one among the changed ones
            self.hub.tell(mutate={"downloads": 100, "license": 100})

    def words(self, words):
        return [word.format(model=self.model) for word in words]

    def copy(self, source, target):
        shutil.rmtree(self.folder / target, ignore_errors=True)
        shutil.copytree(self.folder / source, self.folder / target)

    def run(self, cache, *arguments, now=None, code=None, url=None):
        url = url or self.hub.url
        services = {f"OMS_{name}_ENDPOINT": url for name in (
            "ROUTER", "OPENROUTER", "DATASETS_SERVER", "OPEN_ASR", "ARTIFICIAL_ANALYSIS")}
        settings = {"HF_ENDPOINT": url, "ARTIFICIAL_ANALYSIS_API_KEY": KEY, **services}
        if now:
            settings["OMS_NOW"] = now
        ran = subprocess.run([OMS, *arguments], text=True, capture_output=True, timeout=300,
                             env=environment(self.folder, self.folder / cache, **settings))
        if code is not None and ran.returncode != code:
            raise AssertionError(f"{self.stage.name}: {arguments}: {ran.returncode} {ran.stderr}")
        return ran

    def catalog(self, cache):
        """id -> what the catalog says of it, and what it says of the source."""
        fields = () if self.stage.kind not in ("service", "table") else (
            "--fields", "id,scores,price_input,price_output,providers")
        ran = self.run(cache, "list", "-n", "0", "--all", "--gone", "--json", *fields, url=NOBODY, code=0)
        models = {record["id"]: without_moments(record) for record in json.loads(ran.stdout)}
        if self.stage.source:
            told = self.run(cache, "sources", self.stage.source, "--json", url=NOBODY, code=0)
            models[""] = without_moments(json.loads(told.stdout))
        return models

    def tell(self, **command):
        deadline = time.monotonic() + 20
        while True:
            try:
                return self.hub.tell(**command)
            except (urllib.error.URLError, ConnectionError):  # it does not listen for a while
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def try_fault(self, fault, stays):
        tried = Tried(self.stage, fault, stays)
        stage = self.stage
        spoiled = {"row": stage.row, "times": -1 if stays else 1, **stage.target, **fault.fault,
                   **(fault.staying if stays else {})}
        if "field" in spoiled:
            spoiled["field"] = spoiled["field"].format(**stage.fields)
        if "limit_above" in spoiled:
            spoiled.pop("page")
        self.copy("base", "tried")
        self.tell(clear_faults=True, clear_log=True, fault=spoiled)
        ran = self.run("tried", "fetch", *self.words(stage.fetch), *fault.flags, now=self.after)
        if not [request for request in self.seen() if request["fault"]]:
            tried.problems.append("the fault met no request")
        after = self.catalog("tried")
        self.judge(tried, ran, after)
        verified = self.run("tried", "cache", "verify")
        if verified.returncode != 0:
            tried.problems.append("cache verify: " + verified.stdout + verified.stderr)
        self.tell(clear_faults=True)
        if fault.changes_hub:
            self.hub.reset()
            self.change()
        elif after != self.clean:
            healed = self.run("tried", "fetch", *self.words(stage.fetch), *stage.healing, now=self.after)
            after = self.catalog("tried")
            tried.lost += len(self.clean.keys() - after.keys())
            if healed.returncode != 0 or after != self.clean:
                tried.problems.append(f"not healed: exit {healed.returncode}, "
                                      f"{self.differences(after)}\n{healed.stderr}")
        return tried

    def seen(self):
        deadline = time.monotonic() + 20
        while True:
            try:
                return self.hub.requests()
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def differences(self, after):
        return [(name, [key for key in (self.clean.get(name) or {}) if (after.get(name) or {}).get(key)
                        != self.clean[name].get(key)])
                for name in self.clean if self.clean[name] != after.get(name)][:4]

    def changed(self, name, after):
        """The fields of a model that are others than without the fault, but for what follows from
        other models."""
        one, other = self.clean.get(name, {}), after.get(name, {})
        return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)} - FOLLOWING

    def is_named(self, differing, after, named):
        changed = [name for name in differing if self.changed(name, after)]
        without_name = [line for line in named if re.search(r"record \d+: ", line)]
        unnamed = [name for name in changed if not any(f"'{name}'" in line for line in named)]
        return len(unnamed) <= len(without_name)

    def is_taken(self, differing, after, fault):
        changed = [self.changed(name, after) for name in differing]
        changed = [fields for fields in changed if fields]
        return len(changed) == 1 and changed[0] <= set(fault.fields)

    def is_contained(self, differing, after):
        """Of the one spoiled record, of which its copies may borrow."""
        return after.keys() == self.clean.keys() and len(differing) <= MOST_OF_ONE

    def is_renamed(self, after):
        new = [name for name in after if "/walked-" in name]
        old = [name.replace("/walked-", "/") for name in new]
        return len(new) == 1 and after.keys() - set(new) - set(old) == self.clean.keys() - set(old)

    def is_gone(self, differing, after):
        return differing == {self.model} and after[self.model]["status"] == "gone"

    def outcome(self, fault, ran, after):
        named = re.findall("oms: warning: .*", ran.stderr)
        differing = {name for name in self.clean.keys() | after.keys()
                     if self.clean.get(name) != after.get(name)} - {""}
        errors = [line for line in ran.stderr.splitlines() if line.startswith("oms: error")]
        if ran.returncode in (3, 4):
            if after != self.former or len(errors) != 1:
                return f"exit {ran.returncode} with another catalog: {self.differences(after)}"
            return f"failed {ran.returncode}"
        if ran.returncode == 1 and self.is_gone({name for name in after if after[name] !=
                                                 self.former.get(name)}, after):
            return "gone"
        if ran.returncode != 0:
            return f"exit {ran.returncode}"
        if after == self.clean and not named:
            return "recovered"
        if self.stage.kind == "service" and self.is_contained(differing, after):
            return "contained"
        if named and "there may be more models" in named[-1]:
            return "short"
        if named and self.is_named(differing, after, named):
            return "named"
        if not named and self.is_taken(differing, after, fault):
            return "taken"
        if fault.changes_hub and self.is_renamed(after):
            return "renamed"
        return f"exit 0 with another catalog: {self.differences(after)}"

    def judge(self, tried, ran, after):
        tried.outcome = self.outcome(tried.fault, ran, after)
        expected = tried.fault.outcome(self.stage, tried.stays)
        contained = "contained" in expected and tried.outcome in ("recovered", "contained")
        if tried.outcome not in expected.split("/") and not contained:
            tried.problems.append(f"{tried.outcome}, not {expected}\n{ran.stderr}")
        if tried.outcome != "renamed":  # there the one model is known to have its new name
            tried.lost += len(self.former.keys() - after.keys())


def run_stage(stage, folder, cases):
    bench = Bench(stage, folder)
    try:
        return [bench.try_fault(fault, stays) for fault, stays in cases]
    finally:
        bench.close()


def is_chosen(number, stage_number, fault):
    """Without --wide: some stages of each fault, and its only one."""
    stages = [i for i, stage in enumerate(STAGES) if fault.applies(stage.kind)]
    chosen = [i for i in stages if (number + i) % SOME == 0] or stages[:1]
    return stage_number in chosen


def cases_of(stage_number, options):
    stage = STAGES[stage_number]
    for number, fault in enumerate(FAULTS):
        if not fault.applies(stage.kind) or options.row not in fault.name:
            continue
        if not options.wide and not is_chosen(number, stage_number, fault):
            continue
        yield fault, False
        if options.wide or not fault.slow:
            yield fault, True


def main():
    global OMS
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", required=True)
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--row", default="", help="rows whose name holds this")
    parser.add_argument("--stage", default="", help="stages whose name holds this")
    parser.add_argument("--verbose", action="store_true", help="what came of each")
    options = parser.parse_args()
    OMS, Hub.program = options.oms, options.hub
    tried = []
    with tempfile.TemporaryDirectory(prefix="oms-faults-") as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(run_stage, stage, f"{folder}/{i}", list(cases_of(i, options)))
                   for i, stage in enumerate(STAGES) if options.stage in stage.name]
        for done in concurrent.futures.as_completed(waiting):
            tried += done.result()
            for one in done.result():
                if options.verbose or one.problems:
                    print(f"{one}: {one.outcome}", *one.problems, sep="\n  ", flush=True)
    failed = [one for one in tried if one.problems]
    outcomes = collections.Counter(one.outcome for one in tried if not one.problems)
    print(f"fault matrix: {len({one.fault.name for one in tried})} faults at "
          f"{len({one.stage.name for one in tried})} stages: {len(tried)} tried, "
          f"{len(tried) - len(failed)} survived ("
          + ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
          + f"), {sum(one.lost for one in tried)} records lost")
    return 1 if failed or not tried or any(one.lost for one in tried) else 0


if __name__ == "__main__":
    sys.exit(main())
