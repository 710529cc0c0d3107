#!/usr/bin/env python3
"""`oms fetch --all` against the Hub on loopback: the first walk, and what a refresh asks for.

Usage: whole_hub_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from loopback import Hub, environment, programs

OMS = ""
NOBODY = "http://127.0.0.1:1"
FIRST = "2026-10-03T00:00:00Z"  # the newest model of the invented Hub is as old


def day(number):
    """The first moment of a day of October 2026."""
    return f"2026-10-{number:02}T12:00:00Z"


class WholeHubTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="oms-whole-")
        self.addCleanup(self.folder.cleanup)
        self.cache = pathlib.Path(self.folder.name, "cache")

    def environment(self, url, now=FIRST, **more):
        return environment(self.folder.name, self.cache, HF_ENDPOINT=url, OMS_NOW=now, **more)

    def oms(self, url, *arguments, **more):
        return subprocess.run([OMS, *arguments], env=self.environment(url, **more), text=True,
                              capture_output=True, timeout=120)

    def fetch(self, hub, *arguments, code=0, **more):
        ran = self.oms(hub.url, "fetch", "--only", "hub", *arguments, **more)
        self.assertEqual(ran.returncode, code, ran.stderr)
        return ran

    def manifest(self, file=None):
        name = (self.cache / "CURRENT").read_text().strip()
        text = (self.cache / (file or f"snapshots/{name}.json")).read_text()
        return json.loads(text)["manifest"]

    def pages(self, scope):
        return [page for page in self.manifest()["pages"] if page["scope"] == scope]

    def models(self, *arguments):
        """id -> record of the invented models, without the days on which it was fetched."""
        ran = self.oms(NOBODY, "list", "-n", "0", "--all", "--json", "--search", "invented", *arguments)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return {record["id"]: {key: value for key, value in record.items() if "as_of" not in key}
                for record in json.loads(ran.stdout)}

    def assert_same(self, first, second):
        """As assertEqual, which takes minutes to say how two catalogs differ."""
        differences = [(model, key, first.get(model, {}).get(key), second.get(model, {}).get(key))
                       for model in sorted(first.keys() | second.keys())
                       for key in sorted(first.get(model, {}).keys() | second.get(model, {}).keys())
                       if first.get(model, {}).get(key) != second.get(model, {}).get(key)]
        self.assertEqual(differences[:5], [])

    def asked(self, hub):
        """Each listing request as (order, whether it is a first page). One that is repeated at once is
        left out: that the last page still is the last one is asked twice where it did not change."""
        asked, before = [], ""
        for request in hub.listings():
            if request["query"] == before:
                continue
            before = request["query"]
            query = urllib.parse.parse_qs(request["query"])
            asked.append((query["sort"][0], "cursor" not in query))
        hub.tell(clear_log=True)
        return asked

    # --- The first walk ------------------------------------------------------------------------

    def test_the_mass_of_models_comes_without_cards_configurations_and_files(self):
        with Hub("--models", "1500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            for request in hub.listings():
                keys = urllib.parse.parse_qs(request["query"])["expand[]"]
                self.assertEqual(sorted(keys), [
                    "author", "baseModels", "createdAt", "disabled", "downloads", "downloadsAllTime",
                    "evalResults", "gated", "inferenceProviderMapping", "lastModified", "library_name",
                    "likes", "pipeline_tag", "private", "safetensors", "sha", "tags", "trendingScore"])

    def test_a_key_that_the_server_refuses_is_left_out(self):
        refusal = json.dumps({"kind": "reject_expand", "expand_any": ["baseModels"], "times": 100})
        with Hub("--models", "1500", "--seed", "7", "--fault", refusal) as hub:
            self.fetch(hub, "--all")
        self.assertEqual(len(self.models()), 1500)

    def test_a_log_has_a_line_for_fifty_pages(self):
        with Hub("--models", "5200", "--seed", "7") as hub:
            hub.tell(fault={"kind": "status", "status": 504, "page": 1, "times": 12})
            ran = self.fetch(hub, "--all")
        lines = [line for line in ran.stderr.splitlines() if line.endswith(" models")]
        self.assertEqual(lines[-1], "hub: all: 5200 models")
        self.assertLess(len(lines), 8, ran.stderr)

    def stop(self, url, number, *arguments, when=None):
        """Sends a signal, `when` not said once another page than before is saved."""
        progress = self.cache / "progress.json"
        before = progress.read_bytes() if progress.exists() else b""
        when = when or (lambda: progress.exists() and progress.read_bytes() != before)
        process = subprocess.Popen([OMS, "fetch", "--only", "hub", *arguments],
                                   env=self.environment(url), stderr=subprocess.PIPE, text=True)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            if when():
                break
            time.sleep(0.005)
        process.send_signal(number)
        error = process.communicate(timeout=60)[1]
        return process.returncode, error

    def test_a_walk_that_is_stopped_again_and_again_is_the_walk_that_was_not(self):
        with Hub("--models", "9500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            clean, files = self.models(), [page["file"] for page in self.pages("all")]
            self.assertEqual(len(self.asked(hub)), 10)
            shutil.rmtree(self.cache)
            for page, number in ((3, signal.SIGKILL), (5, signal.SIGINT), (6, signal.SIGTERM),
                                 (8, signal.SIGKILL), (10, signal.SIGINT)):
                hub.tell(clear_faults=True, fault={"kind": "stall", "amount": 2000, "page": page})
                code, error = self.stop(hub.url, number, *(["--all"] if page == 3 else []))
                self.assertIn(code, (130, -number), error)
                self.assertFalse((self.cache / "CURRENT").exists())
            hub.tell(clear_faults=True)
            ran = self.fetch(hub)
            self.assertIn("hub: all: going on behind", ran.stderr)
            queries = [request["query"] for request in hub.listings()]
        again = {query for query in queries if queries.count(query) > 1}
        self.assertEqual(queries.count(queries[0]), 1)
        # A page is asked for again when the signal came before it was saved.
        self.assertLessEqual(len(queries), 10 + 2 * 5, again)
        self.assertEqual([page["file"] for page in self.pages("all")], files)
        self.assert_same(clean, self.models())

    def test_a_quota_that_is_used_up_is_waited_for(self):
        with Hub("--models", "9500", "--seed", "7", "--quota", "4", "--window", "3000",
                 "--second-ms", "1") as hub:
            ran = self.fetch(hub, "--all")
            self.assertIn("waiting", ran.stderr)
            self.assertEqual(len({request["query"] for request in hub.listings()}), 10)
        self.assertEqual(len(self.models()), 9500)

    def test_a_quota_that_is_not_waited_for_ends_the_fetch_and_the_next_goes_on(self):
        with Hub("--models", "6500", "--seed", "7", "--quota", "4", "--window", "7200") as hub:
            for _ in range(5):
                ran = self.oms(hub.url, "fetch", "--only", "hub", "--all")
                if ran.returncode == 0:
                    break
                self.assertEqual(ran.returncode, 4, ran.stderr)
                self.assertIn("what came is saved, run 'oms fetch' to go on from there", ran.stderr)
                hub.tell(advance_seconds=7200)
            self.assertEqual(ran.returncode, 0, ran.stderr)
            queries = [r["query"] for r in hub.listings() if r["status"] == 200]
        self.assertEqual((len(queries), len(set(queries))), (7, 7))
        self.assertEqual(len(self.models()), 6500)

    def test_a_dry_run_tells_requests_windows_and_time(self):
        ran = self.oms(NOBODY, "fetch", "--only", "hub", "--dry-run", "--all")
        self.assertEqual(ran.stdout, "hub: all: at least 3118 requests\n"
                         "in all at least 3118 requests; 7 windows of 500 requests, "
                         "about 30 minutes, without a token\n")

    # --- Refreshing ----------------------------------------------------------------------------

    def test_nothing_new_costs_the_last_page_the_newest_changes_and_the_counters(self):
        with Hub("--models", "5500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            self.asked(hub)
            before = self.models()
            self.fetch(hub, now=day(10))
            self.assertEqual(self.asked(hub), [("createdAt", False),
                             ("lastModified", True), ("lastModified", False)] +
                             [("downloads", number == 0) for number in range(6)])
        self.assert_same(before, self.models())

    def test_what_changed_is_asked_for_and_nothing_else(self):
        with Hub("--models", "9500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            hub.tell(clear_log=True, mutate={"license": 20})
            self.fetch(hub, "--all", now=day(4))
            orders = [order for order, _ in self.asked(hub)]
            self.assertEqual(orders.count("createdAt"), 1)
            self.assertIn(orders.count("lastModified"), (3, 4))  # 1,900 of them; one page is older
            refreshed = self.models()
            self.fetch(hub, "--all", "--full", now=day(4))
            self.assertEqual(self.asked(hub), [("createdAt", number == 0) for number in range(10)])
        self.assert_same(refreshed, self.models())

    def test_a_change_while_the_hub_was_walked_is_found(self):
        with Hub("--models", "4500", "--seed", "7", "--fault",
                 json.dumps({"kind": "stall", "amount": 2000, "page": 4})) as hub:
            self.stop(hub.url, signal.SIGINT, "--all")
            hub.tell(clear_faults=True, mutate={"license": 100})
            self.fetch(hub, now=day(8))  # goes on days later
            self.fetch(hub, now=day(9))
            refreshed = self.models()
            self.fetch(hub, "--all", "--full", now=day(9))
        self.assert_same(refreshed, self.models())

    def test_models_that_were_created_since_are_found(self):
        with Hub("--models", "4500", "--seed", "7") as hub:
            hub.tell(unborn=2200)
            self.fetch(hub, "--all")
            self.assertEqual(len(self.models()), 2300)
            hub.tell(unborn=0, clear_log=True)
            self.fetch(hub, now=FIRST)
            self.assertEqual([order for order, _ in self.asked(hub)].count("createdAt"), 3)
        self.assertEqual(len(self.models()), 4500)
        self.assertEqual([page["records"] for page in self.pages("all")], [1000, 1000, 1000, 1000, 500])

    def test_the_counters_of_the_most_downloaded_are_brought_up_to_date(self):
        with Hub("--models", "3000", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            hub.tell(mutate={"downloads": 50})
            self.fetch(hub, now=day(5))
            refreshed = self.models()
            self.fetch(hub, "--all", "--full", now=day(5))
        self.assert_same(refreshed, self.models())
        self.assertEqual(self.pages("all, counted"), [])

    def test_counters_are_asked_for_once(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            self.fetch(hub, "--top", "20000")
            self.asked(hub)
            self.fetch(hub, now=day(5))
            self.assertEqual([order for order, _ in self.asked(hub)].count("downloads"), 3)

    def test_only_a_whole_walk_finds_out_what_is_gone(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            victim = sorted(self.models())[0]
            hub.tell(**{"delete": victim})
            self.fetch(hub, "--all", now=day(4))
            self.assertIn(victim, self.models())
            self.fetch(hub, "--all", "--full", now=day(5))
        self.assertNotIn(victim, self.models())
        self.assertEqual(self.models("--gone")[victim]["status"], "gone")

    def test_a_model_of_the_last_page_that_is_gone_is_asked_for(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            page = json.loads("[" + ",".join(
                (self.cache / self.pages("all")[-1]["file"]).read_text().splitlines()) + "]")
            hub.tell(**{"delete": page[0]["id"]})
            self.fetch(hub, now=day(4))
        self.assertEqual(self.models("--gone")[page[0]["id"]]["status"], "gone")

    def test_a_renamed_model_that_changed_is_one_model(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            rows = self.models()
            old = sorted(rows)[0]
            hub.tell(mutate={"license": 100}, rename={"id": old, "to": "invented-labs/another-name"})
            self.fetch(hub, now=day(4))
        after = self.models()
        self.assertEqual(len(after), len(rows))
        self.assertNotIn(old, after)
        self.assertIn("invented-labs/another-name", after)

    def test_a_refresh_that_is_stopped_goes_on_and_misses_nothing(self):
        for number in (signal.SIGKILL, signal.SIGINT):
            with self.subTest(number=number), Hub("--models", "9500", "--seed", "7") as hub:
                shutil.rmtree(self.cache, ignore_errors=True)
                self.fetch(hub, "--all")
                hub.tell(mutate={"license": 60}, clear_log=True,
                         fault={"kind": "stall", "amount": 2000, "page": 3})
                changes = lambda: sum("lastModified" in r["query"].split("expand")[0]
                                      for r in hub.listings())
                code, error = self.stop(hub.url, number, when=lambda: changes() == 2)
                self.assertIn(code, (130, -number), error)
                hub.tell(clear_faults=True, clear_log=True)
                self.fetch(hub)
                asked = self.asked(hub)
                # The pages that were saved are not asked for again; with no time to save, all are.
                self.assertEqual(asked.count(("lastModified", True)), int(number == signal.SIGKILL))
                self.assertEqual([order for order, _ in asked].count("createdAt"), 1)
                refreshed = self.models()
                self.fetch(hub, "--all", "--full")
                self.assert_same(refreshed, self.models())

    def test_another_hub_is_walked_as_a_whole(self):
        for _ in range(2):
            with Hub("--models", "2500", "--seed", "7") as hub:
                self.fetch(hub, "--all")
                self.assertEqual([order for order, _ in self.asked(hub)], ["createdAt"] * 3)

    def test_a_lost_page_is_walked_for_again(self):
        with Hub("--models", "2500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            before = self.models()
            (self.cache / self.pages("all")[1]["file"]).unlink()
            self.asked(hub)
            ran = self.fetch(hub, now=day(4))
            self.assertIn("it is left out and fetched again", ran.stderr)
            self.assertEqual([order for order, _ in self.asked(hub)], ["createdAt"] * 3)
        self.assert_same(before, self.models())

    def test_after_thirty_days_a_whole_walk_is_recommended(self):
        with Hub("--models", "1500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            said = "hub: all: walked on 2026-10-03; 'oms fetch --all --full' finds out what is gone since"
            self.assertNotIn(said, self.fetch(hub, now=day(31)).stderr)
            self.assertIn(said, self.fetch(hub, now="2026-11-20T00:00:00Z").stderr)

    def test_a_dry_run_after_the_walk_counts_the_refresh(self):
        with Hub("--models", "500", "--seed", "7") as hub:
            self.fetch(hub, "--all")
            self.asked(hub)
            ran = self.fetch(hub, "--dry-run")
            self.assertEqual(ran.stdout.splitlines()[0], "hub: all: at least 22 requests")
            ran = self.fetch(hub, "--dry-run", "--all", "--full")
            self.assertEqual(ran.stdout.splitlines()[0], "hub: all: at least 3118 requests")
            self.assertEqual(self.asked(hub), [])

    def test_full_without_all_is_wrong_use(self):
        ran = self.oms(NOBODY, "fetch", "--full")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("--full walks the whole Hub again; say both: --all --full", ran.stderr)

    def test_pages_of_changes_do_not_become_ever_more(self):
        with Hub("--models", "3500", "--seed", "7", "--quota", "0") as hub:
            self.fetch(hub, "--all", "--timeout", "60")
            most = 0
            for number in range(4, 29):
                hub.tell(mutate={"license": 100})  # 4 pages of changes, a day later
                self.fetch(hub, now=day(number))
                most = max(most, len(self.pages("all, changed")))
            refreshed = self.models()
            self.assertTrue(any(page["request"] == "" for page in self.pages("all, changed")))
            self.assertLessEqual(most, 64 + 4)
            self.fetch(hub, "--all", "--full", now=day(28))
        self.assert_same(refreshed, self.models())


def main():
    global OMS
    OMS, arguments = programs()
    unittest.main(argv=arguments)


if __name__ == "__main__":
    main()
