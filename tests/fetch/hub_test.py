#!/usr/bin/env python3
"""`oms fetch` against the Hub on loopback: what arrives, what is kept, what is survived.

Usage: hub_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import contextlib
import json
import os
import pathlib
import pty
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

from loopback import Hub, environment, programs

OMS = ""
TOKEN = "hf_secretsecretsecret"


class FetchTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="oms-fetch-")
        self.addCleanup(self.folder.cleanup)
        self.cache = pathlib.Path(self.folder.name, "cache")

    def environment(self, url, **more):
        return environment(self.folder.name, self.cache, HF_ENDPOINT=url, **more)

    def oms(self, url, *arguments, **more):
        return subprocess.run([OMS, *arguments], env=self.environment(url, **more), text=True,
                              capture_output=True, timeout=120)

    def fetch(self, url, *arguments, code=0, **more):
        ran = self.oms(url, "fetch", "--only", "hub", *arguments, **more)
        self.assertEqual(ran.returncode, code, ran.stderr)
        return ran

    def manifest(self):
        name = (self.cache / "CURRENT").read_text().strip()
        return json.loads((self.cache / "snapshots" / f"{name}.json").read_text())["manifest"]

    def models(self, *arguments):
        """id -> record of the invented models."""
        ran = self.oms("http://127.0.0.1:1", "list", "-n", "0", "--all", "--json", "--search",
                       "invented", *arguments)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return {record["id"]: record for record in json.loads(ran.stdout)}

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

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
                  {"kind": "duplicate_rows", "page": 2, "amount": 5}, {"kind": "unknown_key", "page": 3},
                  {"kind": "wrong_type", "field": "*", "page": 2}, {"kind": "nan", "page": 2},
                  {"kind": "status", "status": 429, "retry_after_date": 2},
                  {"kind": "link", "to": "loop", "page": 2}, {"kind": "link", "to": "missing"},
                  {"kind": "invalid_utf8", "page": 3}, {"kind": "wrong_length"},
                  {"kind": "endless_chunked"}, {"kind": "no_answer"}, {"kind": "reordered", "page": 2},
                  {"kind": "refuse", "amount": 5}, {"kind": "garbled_head"},
                  {"kind": "link", "to": "other-host"}, {"kind": "link", "to": "http"},
                  {"kind": "deep_nesting", "page": 2, "amount": 200}, {"kind": "missing_key", "page": 2}]
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
        self.assertIn("\n1 model, 2 requests\n", ran.stderr)

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

    def test_damage_anywhere_in_the_index_is_never_believed(self):
        now = {"OMS_NOW": "2026-10-05T12:00:00Z"}  # pages tell how old the data is
        with Hub("--models", "60") as hub:
            self.fetch(hub.url, "--top", "60", **now)
        index = next(self.cache.glob("index/*.idx"))
        whole = index.read_bytes()
        model = self.oms("http://127.0.0.1:1", "list", "-n", "1", "-q", **now).stdout.strip()
        commands = [("list", "--json", "-n", "0"), ("list", "--count-by", "license_class"),
                    ("show", model), ("licenses", "--json"), ()]
        expected = [self.oms("http://127.0.0.1:1", *command, **now) for command in commands]
        for step in range(30):
            damaged = bytearray(whole)
            damaged[len(damaged) * step // 30 + step] ^= 0x20
            for command, good in zip(commands, expected):
                index.write_bytes(damaged)
                found = self.oms("http://127.0.0.1:1", *command, **now)
                self.assertEqual(found.returncode, 0, (step, command, found.stderr))
                self.assertEqual(found.stdout, good.stdout, (step, command))

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

    # --- Scopes --------------------------------------------------------------------------------

    def test_a_bare_fetch_refreshes_every_scope_on_record(self):
        with Hub("--models", "300", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "100")
            self.fetch(hub.url, "--top", "50", "--by", "likes")
            hub.tell(clear_log=True)
            self.fetch(hub.url)
            queries = [r["query"] for r in hub.listings()]
        self.assertEqual(len(queries), 2)
        self.assertIn("sort=downloads", queries[0])
        self.assertIn("sort=likes", queries[1])
        self.assertEqual([s["key"] for s in self.manifest()["scopes"]],
                         ["top 100 by downloads", "top 50 by likes"])

    def test_a_scope_never_shrinks_the_catalog(self):
        with Hub("--models", "300", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "100")
            before = set(self.models())
            owner = sorted(before)[0].split("/")[0]
            self.fetch(hub.url, "--author", owner)
        self.assertLessEqual(before, set(self.models()))

    def test_an_unchanged_page_is_not_sent_again(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "2500")
            before = self.catalog()
            hub.tell(clear_log=True)
            self.fetch(hub.url, "--top", "2500")
            self.assertEqual([r["status"] for r in hub.listings()], [304, 304, 304])
        self.assertEqual(self.catalog(), before)

    def test_the_whole_hub_is_walked_in_the_order_of_creation(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub.url, "--all")
            queries = [r["query"] for r in hub.listings()]
        self.assertEqual(len(queries), 3)
        self.assertTrue(all("sort=createdAt" in q and "direction=1" in q for q in queries))
        self.assertEqual(len(self.models()), 2500)

    def test_a_dry_run_counts_and_asks_nobody(self):
        ran = self.oms("http://127.0.0.1:1", "fetch", "--only", "hub", "--dry-run", "--top", "3000")
        self.assertEqual((ran.returncode, ran.stdout), (0,
            "hub: top 3000 by downloads: 3 requests\n"
            "in all 3 requests; fits into one window of 500 requests in 5 minutes, "
            "without a token\n"), ran.stderr)
        self.assertFalse(self.cache.exists())

    # --- Interruption --------------------------------------------------------------------------

    def interrupted(self, url, number, *arguments):
        """Runs a fetch, sends it a signal once its first page is saved, and waits for its end."""
        process = subprocess.Popen([OMS, "fetch", "--only", "hub", *arguments],
                                   env=self.environment(url), stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 60
        while not (self.cache / "progress.json").exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(number)
        error = process.communicate(timeout=60)[1]
        return process.returncode, error

    def test_a_killed_fetch_goes_on_where_it_was(self):
        slow = json.dumps({"kind": "stall", "amount": 3000, "page": 4})
        with Hub("--models", "8000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "8000")
            clean = self.catalog()
        self.forget()
        with Hub("--models", "8000", "--seed", "7", "--fault", slow) as hub:
            code, _ = self.interrupted(hub.url, signal.SIGKILL, "--top", "8000")
            self.assertEqual(code, -signal.SIGKILL)
            self.assertFalse((self.cache / "CURRENT").exists())
            ran = self.fetch(hub.url)
            self.assertIn("going on behind", ran.stderr)
            queries = [r["query"] for r in hub.listings()]
        self.assertEqual(queries.count(queries[0]), 1, "the page that was saved is asked for once")
        self.assertEqual(self.catalog(), clean)
        self.assertFalse((self.cache / "progress.json").exists())

    def test_ctrl_c_saves_what_came_and_leaves_the_former_catalog(self):
        slow = json.dumps({"kind": "stall", "amount": 3000, "page": 3})
        with Hub("--models", "5000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "1000")
            before = self.catalog()
            hub.tell(fault=json.loads(slow))
            code, error = self.interrupted(hub.url, signal.SIGINT, "--top", "5000")
            self.assertEqual(code, 130, error)
            self.assertIn("the former catalog stays, run 'oms fetch' to go on from here", error)
            self.assertEqual(self.catalog(), before)
            self.fetch(hub.url)
        self.assertEqual(len(self.models()), 5000)

    def test_a_hub_that_fails_in_mid_walk_is_exit_4_and_resumed(self):
        down = json.dumps({"kind": "status", "status": 503, "page": 3, "times": 7})
        with Hub("--models", "5000", "--seed", "7", "--fault", down) as hub:
            ran = self.fetch(hub.url, "--top", "5000", code=4)
            self.assertRegex(ran.stderr.splitlines()[-1],
                             "^oms: error: fetch: cannot get .*HTTP 503 after 7 tries.*"
                             "what came is saved, run 'oms fetch' to go on from there$")
            self.assertFalse((self.cache / "CURRENT").exists())
            hub.tell(clear_log=True)
            self.fetch(hub.url)
            self.assertEqual(len(hub.listings()), 3)
        self.assertEqual(len(self.models()), 5000)

    def test_what_an_interrupted_fetch_had_not_begun_is_fetched_by_the_next(self):
        down = json.dumps({"kind": "status", "status": 503, "page": 2, "times": 7})
        with Hub("--models", "2000", "--seed", "7", "--fault", down) as hub:
            known = "Invented-Works-10/none"
            self.fetch(hub.url, "--author", "invented-labs", "--top", "2000", code=0)
            self.forget()
            hub.tell(fault=json.loads(down))
            ran = self.oms(hub.url, "fetch", "--only", "hub", "--dry-run")
            self.assertIn("served by a provider", ran.stdout)
            self.oms(hub.url, "fetch", "--only", "hub")
            ran = self.oms(hub.url, "fetch", "--only", "hub", "--dry-run")
        self.assertIn("top 20000 by downloads", ran.stdout)
        self.assertIn("served by a provider", ran.stdout)
        self.assertNotIn(known, ran.stdout)

    # --- Status --------------------------------------------------------------------------------

    def owner_of_many(self):
        owners = {}
        for model in self.models():
            owners.setdefault(model.split("/")[0], []).append(model)
        return max(owners.items(), key=lambda item: len(item[1]))

    def test_what_a_whole_owner_no_longer_has_is_gone(self):
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "500")
            owner, models = self.owner_of_many()
            self.forget()
            self.fetch(hub.url, "--author", owner)
            hub.tell(**{"delete": models[0]})
            ran = self.fetch(hub.url)
            self.assertEqual(len(hub.requests("/api/models/")), 0, ran.stderr)
        self.assertNotIn(models[0], self.models())
        gone = self.models("--gone")[models[0]]
        self.assertEqual(gone["status"], "gone")
        shown = self.oms("http://127.0.0.1:1", "show", models[0])
        self.assertEqual(shown.returncode, 0)
        self.assertIn("gone from the Hub", shown.stdout)

    def test_what_leaves_a_ranking_is_asked_for_and_unlisted_or_gone(self):
        with Hub("--models", "400", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "200")
            before = set(self.models())
            hub.tell(mutate={"downloads": 100})
            victim = sorted(before)[0]
            hub.tell(**{"delete": victim})
            hub.tell(clear_log=True)
            self.fetch(hub.url)
            asked = {r["path"].removeprefix("/api/models/") for r in hub.requests("/api/models/")}
        after = self.models("--gone")
        self.assertLessEqual(before, set(after))
        self.assertEqual(after[victim]["status"], "gone")
        left = {m for m in before if after[m]["status"] == "unlisted"}
        self.assertTrue(left)
        self.assertLessEqual(left, asked)
        self.assertLessEqual(len(asked), 100)

    def test_at_most_100_requests_a_fetch_are_spent_on_models_that_left(self):
        with Hub("--models", "3000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "1000")
            hub.tell(mutate={"downloads": 100})
            asked = []
            for _ in range(2):
                hub.tell(clear_log=True)
                self.fetch(hub.url)
                asked.append({r["path"] for r in hub.requests("/api/models/")})
        self.assertEqual(len(asked[0]), 100)
        self.assertTrue(asked[1])
        self.assertFalse(asked[0] & asked[1])

    def test_a_model_that_is_listed_again_is_active_again(self):
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "500")
            owner, models = self.owner_of_many()
            self.forget()
            self.fetch(hub.url, "--author", owner)
        with Hub("--models", "500", "--seed", "7") as hub:
            hub.tell(**{"delete": models[0]})
            self.fetch(hub.url)
        self.assertEqual(self.models("--gone")[models[0]]["status"], "gone")
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub.url)
        self.assertIn(self.models()[models[0]]["status"], ("active", "disabled"))
        self.assertEqual(self.manifest()["statuses"], [])

    def test_the_same_model_under_a_new_name_is_renamed(self):
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "500")
            rows = len(self.models())
            old = sorted(self.models())[0]
            hub.tell(rename={"id": old, "to": "invented-labs/another-name"})
            self.fetch(hub.url)
        self.assertEqual(len(self.models("--gone")), rows)
        self.assertNotIn(old, self.models("--gone"))
        shown = self.oms("http://127.0.0.1:1", "show", old, "--json")
        self.assertEqual(json.loads(shown.stdout)["id"], "invented-labs/another-name")

    def test_former_and_differently_spelled_names_become_the_canonical_ids(self):
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "500")
            ids = sorted(self.models())
            self.forget()
            hub.tell(rename={"id": ids[0], "to": "invented-labs/another-name"})
            ran = self.fetch(hub.url, ids[0], ids[1].upper(), "nobody/none", code=1)
        self.assertEqual(set(self.models()), {"invented-labs/another-name", ids[1]})
        self.assertEqual(self.manifest()["scopes"][0]["ids"],
                         [ids[1], "invented-labs/another-name"])
        self.assertEqual([line for line in ran.stderr.splitlines() if "error" in line],
                         ["oms: error: the Hub has no model 'nobody/none', or it is private; "
                          "set HF_TOKEN to see private ones"])

    def test_a_bundled_model_that_the_hub_no_longer_has_is_gone(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "allenai/OLMo-7B", code=1)
        shown = self.oms("http://127.0.0.1:1", "show", "allenai/OLMo-7B", "--json")
        self.assertEqual(json.loads(shown.stdout)["status"], "gone")

    def test_a_name_that_nobody_knows_leaves_the_cache_as_it_was(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
            before = (self.cache / "CURRENT").read_text()
            self.fetch(hub.url, "nobody/none", code=1)
        self.assertEqual((self.cache / "CURRENT").read_text(), before)

    def test_a_model_in_two_scopes_is_counted_once(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
            self.fetch(hub.url, "--top", "20", "--by", "likes")
            ran = self.fetch(hub.url)
        self.assertIn("\n50 models, 2 requests\n", ran.stderr)

    # --- Damage --------------------------------------------------------------------------------

    def test_a_server_that_cannot_make_large_pages_is_asked_for_smaller_ones(self):
        slow = json.dumps({"kind": "status", "status": 504, "limit_above": 300, "times": -1})
        with Hub("--models", "1000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "1000")
        clean = self.catalog()
        self.forget()
        with Hub("--models", "1000", "--seed", "7", "--fault", slow) as hub:
            self.fetch(hub.url, "--top", "1000")
            good = [r for r in hub.listings() if r["status"] == 200]
            self.assertEqual(len(good), 4)
            self.assertTrue(all("limit=250" in r["query"] for r in good))
        self.assertEqual(self.catalog(), clean)

    def test_keys_that_the_server_refuses_are_left_out_from_then_on(self):
        fault = json.dumps({"kind": "reject_expand", "expand_any": ["baseModels"], "times": -1})
        with Hub("--models", "100", "--seed", "7", "--fault", fault) as hub:
            self.fetch(hub.url, "--top", "100")
            self.assertEqual([r["status"] for r in hub.listings()], [400, 200])
            self.fetch(hub.url)
            self.assertEqual(len(hub.listings()), 3)
        self.assertRegex(self.manifest()["refused_expand"][0],
                         "^" + re.escape(hub.url) + r" baseModels \d{4}-\d\d-\d\d$")

    def test_a_record_that_stays_broken_is_named_and_the_others_arrive(self):
        fault = json.dumps({"kind": "nan", "row": 7, "times": -1})
        with Hub("--models", "100", "--seed", "7", "--fault", fault) as hub:
            ran = self.fetch(hub.url, "--top", "100")
        warnings = [line for line in ran.stderr.splitlines() if "warning" in line]
        self.assertEqual(len(warnings), 1, ran.stderr)
        self.assertRegex(warnings[0], r"^oms: warning: hub: top 100 by downloads, page 1, "
                                      r"record 8 '[^']+': not valid JSON$")
        self.assertIn("1 record that could not be read", ran.stderr)
        self.assertEqual(len(self.models()), 99)

    def test_a_value_that_stays_of_the_wrong_kind_is_named_and_unknown(self):
        fault = json.dumps({"kind": "wrong_type", "field": "downloads", "row": 3, "times": -1})
        with Hub("--models", "100", "--seed", "7", "--fault", fault) as hub:
            ran = self.fetch(hub.url, "--top", "100")
        warnings = [line for line in ran.stderr.splitlines() if "warning" in line]
        self.assertEqual(len(warnings), 1, ran.stderr)
        name = re.search(r"record 4 '([^']+)': downloads is ", warnings[0])[1]
        self.assertEqual(len(self.models()), 100)
        self.assertIsNone(self.models()[name]["downloads"])

    def test_pages_that_lead_in_a_circle_end_the_walk_with_an_error(self):
        fault = json.dumps({"kind": "link", "to": "loop", "page": 2, "times": -1})
        with Hub("--models", "5000", "--seed", "7", "--fault", fault) as hub:
            ran = self.fetch(hub.url, "--top", "5000", code=4)
        self.assertIn("lead in a circle", ran.stderr)

    def test_a_redirect_to_another_host_is_not_followed_and_gets_no_token(self):
        fault = json.dumps({"kind": "redirect", "to": "other-host", "times": -1})
        with Hub("--models", "50", "--seed", "7", "--fault", fault, "--token", TOKEN) as hub:
            ran = self.fetch(hub.url, "--top", "50", code=4, HF_TOKEN=TOKEN)
            self.assertEqual([r["authorization"] for r in hub.listings()], [True])
        self.assertIn("redirects to another host or scheme are not followed", ran.stderr)
        self.assertNotIn(TOKEN, ran.stderr)

    # --- Token ---------------------------------------------------------------------------------

    def test_the_token_is_read_from_the_file_of_the_hubs_own_tools(self):
        file = pathlib.Path(self.folder.name, ".cache/huggingface/token")
        file.parent.mkdir(parents=True)
        file.write_text(TOKEN + "\n")
        other = pathlib.Path(self.folder.name, "other")
        other.write_text("hf_other")
        with Hub("--models", "50", "--seed", "7", "--token", TOKEN) as hub:
            self.fetch(hub.url, "--top", "50")
            self.fetch(hub.url, "--top", "50", HF_HUB_DISABLE_IMPLICIT_TOKEN="1")
            self.assertEqual([r["authorization"] for r in hub.listings()], [True, False])
            self.fetch(hub.url, "--top", "50", code=4, HF_TOKEN_PATH=str(other))
            self.fetch(hub.url, "--top", "50", HF_TOKEN_PATH=str(other), HF_TOKEN=TOKEN)

    def test_the_token_stands_in_no_command_line(self):
        slow = json.dumps({"kind": "stall", "amount": 1500})
        with Hub("--models", "50", "--seed", "7", "--token", TOKEN, "--fault", slow) as hub:
            process = subprocess.Popen([OMS, "fetch", "--only", "hub", "--top", "50", "-q"],
                                       env=self.environment(hub.url, HF_TOKEN=TOKEN))
            deadline = time.monotonic() + 20
            while not (self.cache / "lock").exists() and time.monotonic() < deadline:
                time.sleep(0.01)
            lines = [file.read_bytes() for file in pathlib.Path("/proc").glob("[0-9]*/cmdline")
                     if file.exists()]
            self.assertEqual(process.wait(60), 0)
        self.assertTrue([line for line in lines if b"fetch\0--only\0hub\0--top\0" in line])
        self.assertFalse([line for line in lines  # the Hub was told which token is right
                          if TOKEN.encode() in line and b"--until-stdin-closes" not in line])

    # --- The file system -----------------------------------------------------------------------

    def test_a_cache_that_cannot_be_written_is_exit_3_with_the_path(self):
        pathlib.Path(self.folder.name, "file").write_text("")
        self.cache = pathlib.Path(self.folder.name, "file", "cache")
        with Hub("--models", "50", "--seed", "7") as hub:
            ran = self.fetch(hub.url, "--top", "50", code=3)
        self.assertRegex(ran.stderr, "^oms: error: cannot create '.*/file': it is not a directory; move it away "
                                     "or set OMS_CACHE_DIR to another directory\n$")

    def test_a_disk_that_is_full_is_exit_3_and_the_former_catalog_stays(self):
        with Hub("--models", "2000", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")
            before = self.catalog()

            def small_files():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
            ran = subprocess.run([OMS, "fetch", "--only", "hub", "--top", "2000", "-q"], text=True,
                                 env=self.environment(hub.url), capture_output=True, timeout=60,
                                 preexec_fn=small_files)
        self.assertEqual(ran.returncode, 3, ran.stderr)
        self.assertRegex(ran.stderr, "^oms: error: fetch: cannot write '.*': it is too large; set OMS_CACHE_DIR")
        self.assertEqual(self.catalog(), before)

    def test_a_lock_that_nobody_holds_is_no_lock(self):
        self.cache.mkdir()
        (self.cache / "lock").write_text("999999 2020-01-01T00:00:00Z\n")
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "50")

    # --- Files in place of the network -----------------------------------------------------------

    def written(self, name, text):
        file = pathlib.Path(self.folder.name, "bodies", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return str(file.parent.parent)

    def test_bodies_are_read_from_files_without_any_network(self):
        record = {"_id": "6" * 24, "id": "invented-files/one", "downloads": 5, "tags": ["gguf"]}
        exchange = {"recorded": "2026-10-02", "status": 200,
                    "request": "/api/models/invented-files/two?expand[]=likes&expand[]=tags",
                    "headers": {}, "body": {"_id": "7" * 24, "id": "invented-files/two", "likes": 2}}
        refused = {"request": "/api/models/invented-files/none", "status": 401,
                   "headers": {"x-error-message": "Invalid username or password."},
                   "body": {"error": "Invalid username or password."}}
        self.written("hub/1.json", json.dumps([record]))
        self.written("hub/2.json", json.dumps(exchange))
        self.written("hub/3.json", json.dumps(refused))
        self.written("hub/4.json", "<html>")
        self.written("hub/5.ndjson", '{"id":"invented-files/three"}\n\n{"id":"../x"}\n')
        self.written("router/1.json", json.dumps([{"id": "invented-files/one", "providers": [
            {"provider": "groq", "status": "live", "pricing": {"input": 1, "output": 2}}]}]))
        ran = self.oms("http://127.0.0.1:1", "fetch", "--from", self.written("hub/6.txt", "no"),
                       HF_HUB_OFFLINE="1")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual([line for line in ran.stderr.splitlines() if "warning" in line], [
            "oms: warning: hub: hub/3.json: the Hub answered 401 to "
            "'/api/models/invented-files/none': Invalid username or password.",
            "oms: warning: hub: hub/4.json: the answer is no JSON list but begins with '<html>'",
            "oms: warning: hub: hub/5.ndjson, line 3: the answer is no model record but begins "
            "with '{\"id\":\"../x\"}'"])
        models = self.models()
        self.assertEqual(set(models), {f"invented-files/{n}" for n in ("one", "two", "three")})
        self.assertEqual(models["invented-files/one"]["downloads"], 5)
        self.assertEqual(models["invented-files/one"]["price_output"], 2)
        self.assertEqual(models["invented-files/two"]["as_of"], "2026-10-02")

    def test_files_read_again_replace_what_they_gave_before(self):
        folder = self.written("hub/1.json", '[{"_id":"%s","id":"invented-files/one","likes":1}]' % ("6" * 24))
        for _ in range(2):
            self.assertEqual(self.oms("", "fetch", "--from", folder).returncode, 0)
        self.written("hub/1.json", '[{"_id":"%s","id":"invented-files/one","likes":9}]' % ("6" * 24))
        self.assertEqual(self.oms("", "fetch", "--from", folder).returncode, 0)
        self.assertEqual(self.models()["invented-files/one"]["likes"], 9)
        self.assertEqual(len(self.manifest()["pages"]), 1)

    def test_a_folder_without_bodies_is_exit_3(self):
        ran = self.oms("", "fetch", "--from", self.folder.name)
        self.assertEqual(ran.returncode, 3)
        self.assertRegex(ran.stderr, "^oms: error: there are no files to read in '")

    # --- What is said ----------------------------------------------------------------------------

    def test_a_snapshot_leaves_a_digest_of_every_model(self):
        with Hub("--models", "200", "--seed", "7") as hub:
            self.fetch(hub.url, "--top", "200")
        lines = next(self.cache.glob("digests/*")).read_text().splitlines()
        digest = {line["id"]: line for line in map(json.loads, lines[1:])}
        self.assertEqual(len(digest), self.count())
        for name, record in self.models().items():
            self.assertEqual(digest[name].get("license"), record["license"])
            self.assertEqual(digest[name].get("status"), record["status"])
            self.assertEqual(len(digest[name]["_id"]), 24)
            self.assertEqual(len(digest[name]["sha"]), 40)

    def test_on_a_terminal_progress_is_one_line_that_is_written_over(self):
        with Hub("--models", "2000", "--seed", "7") as hub:
            reader, writer = pty.openpty()
            process = subprocess.Popen([OMS, "fetch", "--only", "hub", "--top", "2000"],
                                       env=self.environment(hub.url, TERM="xterm"), stderr=writer,
                                       stdout=subprocess.DEVNULL)
            os.close(writer)
            text = b""
            with contextlib.suppress(OSError):
                while chunk := os.read(reader, 65536):
                    text += chunk
            os.close(reader)
            self.assertEqual(process.wait(60), 0)
        lines = text.decode().split("\r\n")
        self.assertEqual(lines[1:], [""])
        self.assertTrue(lines[0].endswith("\r\x1b[K2000 models, 2 requests"), lines)
        self.assertIn("\r\x1b[Khub: top 2000 by downloads: 1000 of 2000 models", lines[0])

    def test_the_summary_is_json_on_request(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            ran = self.fetch(hub.url, "--top", "50", "--json")
        summary = json.loads(ran.stdout)
        self.assertEqual(summary["sources"], [{"source": "hub", "records": 50, "rejected": [],
                                               "odd": [], "error": None}])
        self.assertEqual((summary["requests"], summary["interrupted"], summary["missing"]),
                         (1, False, []))

    def test_wrong_use_is_exit_2_before_any_request(self):
        for arguments, message in (
                (["--top", "many"], "--top takes a number of models, not 'many'"),
                (["--by", "likes"], "--by orders what --top counts"),
                (["--top", "5", "--by", "size"], "--by takes downloads, likes or trendingScore"),
                (["--all", "--top", "5"], "--all is the whole Hub"),
                (["a/b/c"], "'a/b/c' is not the id of a model"),
                (["--task", "chatt"], "unknown task 'chatt'; did you mean 'chat'?"),
                (["--task", "code"], "--task: the Hub's listing cannot be asked for 'code'"),
                (["--with-bases"], "--with-bases goes with models by name"),
                (["--timeout", "0"], "--timeout takes a number of seconds from 1 to 86400"),
                (["--from", "x", "--top", "5"], "--from reads files"),
                (["--only", "hubb"], "--only: unknown source 'hubb'; did you mean 'hub'?")):
            with self.subTest(arguments=arguments):
                ran = self.oms("http://127.0.0.1:1", "fetch", *arguments)
                self.assertEqual(ran.returncode, 2, ran.stderr)
                self.assertIn("oms: error: " + message, ran.stderr)


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
