#!/usr/bin/env python3
"""`oms fetch` against the Hub on loopback: what arrives, what is kept, what is survived.

Usage: fetch_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import argparse
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

OMS = HUB = ""
TOKEN = "hf_secretsecretsecret"


class Hub:
    """The loopback Hub with these options; ends with the context."""

    def __init__(self, *options):
        self.process = subprocess.Popen([HUB, "--until-stdin-closes", *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()

    def requests(self):
        with urllib.request.urlopen(self.url + "/_control/log", timeout=20) as answer:
            return json.load(answer)["requests"]


class FetchTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="oms-fetch-")
        self.addCleanup(self.folder.cleanup)
        self.cache = pathlib.Path(self.folder.name, "cache")

    def environment(self, url, **more):
        return {"PATH": os.environ["PATH"], "HOME": self.folder.name, "LC_ALL": "C.UTF-8",
                "OMS_CACHE_DIR": str(self.cache), "HF_ENDPOINT": url, "NO_PROXY": "127.0.0.1",
                "OMS_RETRY_UNIT_MS": "1",
                **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
                **more}

    def oms(self, url, *arguments, **more):
        return subprocess.run([OMS, *arguments], env=self.environment(url, **more), text=True,
                              capture_output=True, timeout=120)

    def fetch(self, url, *arguments, code=0, **more):
        ran = self.oms(url, "fetch", "--only", "hub", *arguments, **more)
        self.assertEqual(ran.returncode, code, ran.stderr)
        return ran

    def catalog(self):
        ran = self.oms("http://127.0.0.1:1", "list", "-n", "0", "--all", "--json", "--search",
                       "invented-labs")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran.stdout

    def count(self):
        return len(self.oms("http://127.0.0.1:1", "list", "-n", "0", "--all", "-q").stdout.split())

    def test_the_20000_most_downloaded_take_20_requests_and_join_the_bundle(self):
        bundled = self.count()
        with Hub("--models", "50000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "20000")
            listings = [r for r in hub.requests() if r["path"] == "/api/models"]
            self.assertEqual(len(listings), 20)
        self.assertEqual(self.count(), bundled + 20000)

    def test_a_second_fetch_corrects_and_appends_nothing_twice(self):
        with Hub("--models", "2000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "2000")
        before, rows = self.catalog(), self.count()
        with Hub("--models", "2000", "--seed", "7", "--mutate", "20") as hub:
            self.fetch(hub.url, "--top", "2000")
        self.assertNotEqual(self.catalog(), before)
        with Hub("--models", "2000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "2000")
            self.fetch(hub.url, "--top", "2000")
        self.assertEqual(self.count(), rows)

    def test_the_catalog_after_faults_is_the_catalog_without_them(self):
        with Hub("--models", "3000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "3000")
        clean = self.catalog()
        faults = [{"kind": "status", "status": 429, "retry_after": 2}, {"kind": "status", "status": 429},
                  {"kind": "status", "status": 503}, {"kind": "status", "status": 504},
                  {"kind": "status", "status": 500}, {"kind": "reset_before"}, {"kind": "reset_amid"},
                  {"kind": "cut"}, {"kind": "garbled_json"}, {"kind": "html"}, {"kind": "bad_gzip"},
                  {"kind": "duplicate_rows", "page": 2, "amount": 5}, {"kind": "unknown_key", "page": 3}]
        for fault in faults:
            with self.subTest(fault=fault), Hub("--models", "3000", "--seed", "7",
                                                "--fault", json.dumps(fault)) as hub:
                for left in self.cache.rglob("*"):
                    if left.is_file():
                        left.unlink()
                ran = self.oms(hub.url, "fetch", "--only", "hub", "--top", "3000")
                self.assertEqual(ran.returncode, 0, ran.stderr)
                self.assertEqual(self.catalog(), clean)

    def test_a_missing_model_is_one_clear_error_while_the_others_arrive(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
            known = self.oms(hub.url, "list", "--search", "invented", "-q", "-n", "1", "--all").stdout.strip()
            ran = self.fetch(hub.url, "nobody/none", known, code=1)
        self.assertIn("oms: error: the Hub has no model 'nobody/none', or it is private", ran.stderr)
        self.assertIn("1 models", ran.stderr)

    def test_no_network_leaves_the_former_catalog(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
        before = self.catalog()
        ran = self.fetch("http://127.0.0.1:1", "--top", "50", code=4)
        self.assertEqual(len([line for line in ran.stderr.splitlines() if "oms: error" in line]), 1)
        self.assertEqual(self.catalog(), before)

    def test_the_offline_switch_is_exit_4_with_one_line(self):
        ran = self.fetch("http://127.0.0.1:1", code=4, HF_HUB_OFFLINE="1")
        self.assertEqual(ran.stderr, "oms: error: fetch: the network is switched off by HF_HUB_OFFLINE; "
                                     "unset it to fetch\n")

    def test_a_wrong_token_is_exit_4_and_stands_nowhere(self):
        with Hub("--models", "50", "--seed", "7", "--token", "hf_right") as hub:
            self.fetch(hub.url, "--top", "50")
            ran = self.fetch(hub.url, "--top", "50", code=4, HF_TOKEN=TOKEN)
        self.assertNotIn(TOKEN, ran.stdout + ran.stderr)
        for file in self.cache.rglob("*"):
            if file.is_file():
                self.assertNotIn(TOKEN.encode(), file.read_bytes(), file)

    def test_a_killed_fetch_leaves_the_former_catalog_readable(self):
        with Hub("--models", "3000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "1000")
            before = self.catalog()
            for wait in (0.02, 0.05, 0.1, 0.2, 0.4):
                process = subprocess.Popen([OMS, "fetch", "--only", "hub", "--top", "3000", "-q"],
                                           env=self.environment(hub.url), stderr=subprocess.DEVNULL)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(wait)
                process.send_signal(signal.SIGKILL)
                process.wait(20)
                after = self.catalog()
                self.assertGreaterEqual(len(json.loads(after)), len(json.loads(before)))
                if after != before:
                    break  # the new one was published before the signal came

    def test_a_damaged_index_is_made_anew(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
        before = self.catalog()
        index = next(self.cache.glob("index/*.idx"))
        damaged = bytearray(index.read_bytes())
        damaged[len(damaged) // 2] ^= 0x40
        index.write_bytes(damaged)
        self.assertEqual(self.catalog(), before)

    def test_two_fetches_at_once_do_not_meet(self):
        with Hub("--models", "3000", "--seed", "7", "--fault",
                 json.dumps({"kind": "stall", "amount": 1500})) as hub:
            first = subprocess.Popen([OMS, "fetch", "--only", "hub", "--top", "1000", "-q"],
                                     env=self.environment(hub.url), stderr=subprocess.PIPE, text=True)
            deadline = time.monotonic() + 20
            while not (self.cache / "lock").exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            second = self.oms(hub.url, "fetch", "--only", "hub", "--top", "1000")
            self.assertEqual(first.wait(60), 0, first.stderr.read())
            first.stderr.close()
        self.assertEqual(second.returncode, 3, second.stderr)
        self.assertIn(str(first.pid), second.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--hub", required=True)
    known, rest = parser.parse_known_args()
    OMS, HUB = known.oms, known.hub
    unittest.main(argv=[sys.argv[0], *rest])
