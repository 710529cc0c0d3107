#!/usr/bin/env python3
"""`oms diff` after fetches from the Hub on loopback, whose models change in between.

Usage: diff_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import csv
import io
import json
import pathlib
import subprocess
import tempfile
import unittest

from loopback import Hub, environment, programs

OMS = ""
NOWHERE = "http://127.0.0.1:1"
FIRST, SECOND, THIRD = "2026-11-20T20:00:00Z", "2026-11-23T20:00:00Z", "2026-11-27T08:00:00Z"
NOW = "2026-11-27T20:00:00Z"


def model(number, name, license="apache-2.0", **more):
    return {"_id": f"{number:024x}", "id": name, "sha": f"{number:040x}", "downloads": 1000 - number,
            "tags": [f"license:{license}"] if license else [], "gated": False,
            "createdAt": "2026-01-01T00:00:00.000Z", "lastModified": "2026-02-01T00:00:00.000Z", **more}


class DiffTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-diff-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.cache = self.home / "cache"
        self.models = [model(1, "acme/one"), model(2, "acme/two"), model(3, "acme/three", "mit")]
        self.prices = {}
        (self.home / "data/hub").mkdir(parents=True)
        (self.home / "data/router").mkdir()
        self.write()
        self.hub = Hub("--data", str(self.home / "data"))
        self.hub.__enter__()
        self.addCleanup(self.hub.__exit__)

    def write(self):
        (self.home / "data/hub/models.json").write_text(json.dumps(self.models))
        offers = [{"id": name, "providers": [{"provider": "acme", "status": "live",
                                              "pricing": {"input": price, "output": price}}]}
                  for name, price in self.prices.items()]
        (self.home / "data/router/models.json").write_text(json.dumps({"data": offers}))

    def oms(self, *arguments, code=0, now=NOW, url=NOWHERE, **more):
        ran = subprocess.run([OMS, *arguments], text=True, capture_output=True, timeout=120,
                             env=environment(self.home, self.cache, HF_ENDPOINT=url,
                                             OMS_ROUTER_ENDPOINT=url, OMS_NOW=now, **more))
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran

    def fetch(self, *arguments, now, sources="hub", code=0):
        self.write()
        self.hub.reset()
        return self.oms("fetch", "--only", sources, *arguments, now=now, url=self.hub.url, code=code)

    def fetch_owner(self, now, **more):
        return self.fetch("--author", "acme", now=now, **more)

    def diff(self, *arguments, code=0, **more):
        return self.oms("diff", *arguments, code=code, **more)

    def rows(self, *arguments, code=0):
        return [tuple(row[key] for key in ("change", "id", "field", "before", "after"))
                for row in json.loads(self.diff("--json", *arguments, code=code).stdout)]

    def change(self, name, **more):
        entry = next(entry for entry in self.models if entry["id"] == name)
        entry.update(more)

    # --- What changed --------------------------------------------------------------------------

    def test_nothing_changed_is_said_and_is_an_empty_array(self):
        self.fetch_owner(FIRST)
        self.fetch_owner(SECOND)
        ran = self.diff("--fail-on", "license,gone,price")
        self.assertEqual(ran.stdout, "no changes\n")
        self.assertEqual(ran.stderr, "0 of 0 · 2026-11-20T200000Z (7 d) → 2026-11-23T200000Z (4 d)\n")
        self.assertEqual(self.diff("--json").stdout, "[]\n")

    def test_a_license_is_another_one_and_so_is_its_class(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", tags=["license:cc-by-nc-4.0"])
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows(), [
            ("license", "acme/one", "license", "apache-2.0", "cc-by-nc-4.0"),
            ("class", "acme/one", "license_class", "osi-permissive", "non-commercial")])

    def test_a_license_that_is_no_longer_declared_is_a_change_that_fails(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", tags=[])
        self.fetch_owner(SECOND)
        ran = self.diff("--fail-on", "license", code=1)
        self.assertEqual(ran.stdout,
                         "1 license · 1 class\n"
                         "CHANGE   MODEL     WHAT                      GATE\n"
                         "license  acme/one  apache-2.0 → unknown      fails\n"
                         "class    acme/one  osi-permissive → unknown\n")
        self.assertEqual(ran.stderr,
                         "2 of 2 · 2026-11-20T200000Z (7 d) → 2026-11-23T200000Z (4 d)\n"
                         "fails: 1 license\n")

    def test_files_that_ask_for_a_request_now_are_a_change_of_gated(self):
        self.fetch_owner(FIRST)
        self.change("acme/two", gated="manual")
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows(), [("gated", "acme/two", "gated", "no", "manual")])

    def test_what_a_whole_walk_of_its_owner_lacks_is_gone(self):
        self.fetch_owner(FIRST)
        del self.models[0]
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows("--fail-on", "gone", code=1),
                         [("gone", "acme/one", "status", "active", "gone")])

    def test_what_left_a_ranking_and_is_there_is_not_gone(self):
        self.fetch("--top", "2", now=FIRST)
        self.change("acme/two", downloads=1)
        self.fetch(now=SECOND)
        self.assertEqual(self.rows("--fail-on", "gone"),
                         [("status", "acme/two", "status", "active", "unlisted"),
                          ("new", "acme/three", None, None, None)])

    def test_the_same_repository_under_another_name_is_renamed_not_gone(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", id="acme/first", tags=["license:mit"])
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows("--fail-on", "gone"),
                         [("renamed", "acme/first", "id", "acme/one", "acme/first"),
                          ("license", "acme/first", "license", "apache-2.0", "mit")])
        self.assertIn("renamed  acme/first  was acme/one\n", self.diff().stdout)

    def test_another_repository_under_the_same_name_is_replaced(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", _id="f" * 24)
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows(),
                         [("replaced", "acme/one", "_id", f"{1:024x}", "f" * 24)])

    def test_a_model_that_came_is_new(self):
        self.fetch_owner(FIRST)
        self.models.append(model(4, "acme/four"))
        self.fetch_owner(SECOND)
        self.assertEqual(self.rows(), [("new", "acme/four", None, None, None)])

    def test_a_price_is_told_with_its_difference_in_percent(self):
        self.prices["acme/one"] = 0.05
        self.fetch_owner(FIRST, sources="hub,router")
        self.prices["acme/one"] = 0.03
        self.fetch_owner(SECOND, sources="hub,router")
        self.assertEqual(json.loads(self.diff("--json").stdout), [
            {"change": "price", "id": "acme/one", "field": "price_input", "before": 0.05,
             "after": 0.03, "percent": -40, "fails": False},
            {"change": "price", "id": "acme/one", "field": "price_output", "before": 0.05,
             "after": 0.03, "percent": -40, "fails": False}])
        self.assertEqual(self.diff().stdout,
                         "1 price\n"
                         "CHANGE  MODEL     WHAT\n"
                         "price   acme/one  in 0.05 → 0.03 (−40 %)\n"
                         "price   acme/one  out 0.05 → 0.03 (−40 %)\n")

    def test_a_price_that_was_not_collected_before_is_no_change_of_it(self):
        self.fetch_owner(FIRST)
        self.prices["acme/one"] = 0.05
        self.fetch_owner(SECOND, sources="hub,router")
        ran = self.diff("--fail-on", "price", "--author", "acme")
        self.assertEqual(ran.stdout,
                         "1 price unknown before or after\n"
                         "CHANGE  MODEL     WHAT                GATE\n"
                         "price   acme/one  in unknown → 0.05\n"
                         "price   acme/one  out unknown → 0.05\n")
        row = json.loads(self.diff("--json", "--author", "acme").stdout)[0]
        self.assertEqual((row["before"], row["after"], row["percent"]), (None, 0.05, None))

    def test_a_refresh_of_one_owner_says_nothing_of_the_others(self):
        self.models.append(model(4, "other/four"))
        self.fetch_owner(FIRST)
        self.fetch("--author", "other", now=SECOND)
        self.assertEqual(self.rows(), [("new", "other/four", None, None, None)])

    # --- Which snapshots -----------------------------------------------------------------------

    def three_snapshots(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", tags=["license:mit"])
        self.fetch_owner(SECOND)
        self.change("acme/two", tags=["license:mit"])
        self.fetch_owner(THIRD)

    def changed(self, *arguments):
        return [row[1] for row in self.rows(*arguments)]

    def test_without_words_the_last_two_snapshots_are_compared(self):
        self.three_snapshots()
        self.assertEqual(self.changed(), ["acme/two"])

    def test_since_takes_the_newest_snapshot_at_or_before_that(self):
        self.three_snapshots()
        both, last = ["acme/one", "acme/two"], ["acme/two"]
        for word, changed in {"7d": both, "4d": last, "96h": last, "2026-11-23": both,
                              "2026-11-24": last, "2026-11-23T20:00:00Z": last,
                              "2026-11-20T200000Z": both}.items():
            with self.subTest(word):
                self.assertEqual(self.changed("--since", word), changed)

    def test_nothing_as_old_as_since_is_exit_3_never_a_pass(self):
        self.three_snapshots()
        ran = self.diff("--since", "8d", "--fail-on", "license", code=3)
        self.assertEqual(ran.stderr,
                         "oms: error: --since 8d: the oldest snapshot is of 2026-11-20 20:00 UTC; "
                         "'--since 2026-11-20T200000Z' begins with that one\n")

    def test_nothing_fetched_since_is_exit_3_never_a_pass(self):
        self.three_snapshots()
        ran = self.diff("--since", "1h", "--fail-on", "license", code=3)
        self.assertEqual(ran.stderr, "oms: error: --since 1h: nothing was fetched since; the last "
                                     "snapshot is 2026-11-27T080000Z; run 'oms fetch' first\n")

    def test_two_names_or_their_beginnings_are_compared_in_that_order(self):
        self.three_snapshots()
        self.assertEqual(self.rows("2026-11-23", "2026-11-20T200000Z"),
                         [("license", "acme/one", "license", "mit", "apache-2.0")])

    def test_one_name_is_compared_with_the_last_snapshot(self):
        self.three_snapshots()
        self.assertEqual(self.changed("2026-11-20"), ["acme/one", "acme/two"])

    def test_a_name_that_is_not_there_tells_those_that_are(self):
        self.three_snapshots()
        names = "2026-11-20T200000Z, 2026-11-23T200000Z, 2026-11-27T080000Z"
        self.assertEqual(self.diff("2026-11-21", code=3).stderr,
                         f"oms: error: there is no snapshot '2026-11-21'; there are {names}\n")
        self.assertEqual(self.diff("yesterday", code=2).stderr,
                         f"oms: error: there is no snapshot 'yesterday'; there are {names}\n")
        self.assertEqual(self.diff("2026-11-2", code=2).stderr,
                         f"oms: error: '2026-11-2' begins several snapshots; there are {names}\n")

    def test_one_snapshot_alone_is_exit_3(self):
        self.fetch_owner(FIRST)
        self.assertEqual(self.diff(code=3).stderr,
                         "oms: error: there is only one snapshot, 2026-11-20T200000Z: nothing to "
                         "compare it with; the next 'oms fetch' makes another one\n")

    def test_a_digest_that_is_damaged_is_exit_3_with_its_path(self):
        self.three_snapshots()
        digest = self.cache / "digests/2026-11-27T080000Z.ndjson"
        digest.write_bytes(digest.read_bytes()[:-1])
        self.assertEqual(self.diff("--fail-on", "gone", code=3).stderr,
                         f"oms: error: cannot read digest '{digest}': its checksum is wrong; "
                         "run 'oms cache verify'\n")

    def test_the_other_way_round_every_digest_and_its_former_ones_say_the_opposite(self):
        """Ten snapshots, of which most go on from others."""
        for day in range(10):
            self.change("acme/one", tags=[f"license:{('mit', 'apache-2.0')[day % 2]}"])
            if day == 4:
                self.models.append(model(9, "acme/nine"))
            self.fetch_owner(f"2026-11-{10 + day}T00:00:00Z")
        formats = [digest.read_text()[:11] for digest in sorted(self.cache.glob("digests/*"))]
        self.assertIn('{"format":2', formats)
        names = [f"2026-11-{10 + day}T000000Z" for day in range(10)]
        for before in range(10):
            for after in range(10):
                if before == after:
                    continue
                expected = []
                if (before - after) % 2:
                    words = ("mit", "apache-2.0")
                    expected.append(("license", "acme/one", "license", words[before % 2],
                                     words[after % 2]))
                if before < 4 <= after:
                    expected.append(("new", "acme/nine", None, None, None))
                if after < 4 <= before:
                    expected.append(("absent", "acme/nine", None, None, None))
                with self.subTest((before, after)):
                    self.assertEqual(self.rows(names[before], names[after]), expected)

    # --- What is printed -----------------------------------------------------------------------

    def many_changes(self):
        self.models.append(model(9, "other/nine", "mit"))
        self.fetch("--top", "100", now=FIRST)
        for number in range(10, 40):
            self.models.append(model(number, f"acme/new-{number}"))
        self.change("other/nine", tags=["license:apache-2.0"])
        self.change("acme/one", gated="auto")
        self.fetch(now=SECOND)

    def test_twenty_rows_are_printed_and_all_are_counted(self):
        self.many_changes()
        ran = self.diff()
        self.assertEqual(ran.stdout.splitlines()[0], "30 new · 1 license · 1 gated")
        self.assertEqual(len(ran.stdout.splitlines()), 22)
        self.assertTrue(ran.stderr.startswith("20 of 32 · "), ran.stderr)
        self.assertEqual(len(self.rows("-n", "0")), 32)
        self.assertEqual(len(self.rows("-n", "3")), 3)

    def test_what_fails_stands_first(self):
        self.many_changes()
        self.assertEqual([row[0] for row in self.rows("-n", "31", "--fail-on", "new", code=1)],
                         ["new"] * 30 + ["license"])

    def test_only_leaves_rows_out_and_fail_on_counts_them_still(self):
        self.many_changes()
        ran = self.diff("--only", "gated", "--fail-on", "license,GATED", code=1)
        self.assertEqual(ran.stdout.splitlines()[0], "1 gated")
        self.assertTrue(ran.stderr.endswith("\nfails: 1 license, 1 gated\n"), ran.stderr)

    def test_authors_and_ids_limit_what_is_compared(self):
        self.many_changes()
        self.assertEqual(self.changed("--author", "OTHER"), ["other/nine"])
        self.assertEqual(self.changed("--id", "acme/ONE,acme/new-10", "--id", "other/nine"),
                         ["other/nine", "acme/one", "acme/new-10"])
        (self.home / "models.txt").write_text("# ours\nacme/one@main\n\n")
        self.assertEqual(self.changed("-f", str(self.home / "models.txt")), ["acme/one"])

    def test_a_former_name_finds_the_renamed_model(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", id="acme/first")
        self.fetch_owner(SECOND)
        self.assertEqual(self.changed("--id", "acme/one"), ["acme/first"])

    def test_a_watched_model_that_no_snapshot_has_never_passes(self):
        self.fetch_owner(FIRST)
        self.fetch_owner(SECOND)
        ran = self.diff("--id", "acme/one,acme/oen", "--fail-on", "license", code=3)
        self.assertTrue(ran.stderr.endswith("\nin neither snapshot: acme/oen\n"), ran.stderr)
        self.diff("--id", "acme/oen")

    def test_quiet_prints_each_changed_id_once_and_nothing_else(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", tags=["license:cc-by-nc-4.0"], gated="auto")
        self.fetch_owner(SECOND)
        for arguments in (("-q",), ("--format", "ids")):
            self.assertEqual(self.diff(*arguments).stdout, "acme/one\n")
        self.assertEqual(self.diff("-q").stderr, "")

    def test_every_format_has_the_rows_in_its_own_form(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", gated="manual")
        self.fetch_owner(SECOND)
        line = '{"change": "gated", "id": "acme/one", "field": "gated", "before": "no", ' \
               '"after": "manual", "percent": null, "fails": false}'
        self.assertEqual(self.diff("--format", "ndjson").stdout, line + "\n")
        self.assertEqual(self.diff("--json").stdout, f"[\n  {line}\n]\n")
        self.assertEqual(self.diff("--format", "csv").stdout,
                         "change,id,field,before,after,percent,fails\n"
                         "gated,acme/one,gated,no,manual,,false\n")
        self.assertEqual(self.diff("--format", "tsv").stdout,
                         "change\tid\tfield\tbefore\tafter\tpercent\tfails\n"
                         "gated\tacme/one\tgated\tno\tmanual\t\tfalse\n")
        self.assertEqual(self.diff("--format", "md", "--fail-on", "gated", code=1).stdout,
                         "**1 gated** (2026-11-20 20:00 → 2026-11-23 20:00 UTC)\n\n"
                         "| CHANGE | MODEL | WHAT | GATE |\n| --- | --- | --- | --- |\n"
                         "| gated | acme/one | no → manual | fails |\n")

    def test_a_file_is_written_although_a_change_fails(self):
        self.fetch_owner(FIRST)
        self.change("acme/one", gated="manual")
        self.fetch_owner(SECOND)
        file = self.home / "changes.csv"
        self.assertEqual(self.diff("--format", "csv", "-o", str(file), "--fail-on", "gated",
                                   code=1).stdout, "")
        self.assertEqual(file.read_text().splitlines()[1], "gated,acme/one,gated,no,manual,,true")

    def test_what_owners_write_is_inert_in_every_format(self):
        evil = "=1+1|<script>alert(1)</script>\x1b[31m\u202e`[x](javascript:1)"
        self.fetch_owner(FIRST)
        self.change("acme/one", tags=[f"license:{evil}"])
        self.fetch_owner(SECOND)
        for name in ("table", "md", "csv", "tsv", "ndjson", "json"):
            with self.subTest(name):
                text = self.diff("--format", name).stdout
                self.assertNotIn("\x1b", text)
                self.assertNotIn("\u202e", text)
                if name == "md":
                    self.assertNotIn("<script", text.replace("\\<", ""))
                    self.assertNotIn("[x](", text.replace("\\[", ""))
        cells = [cell for row in csv.reader(io.StringIO(self.diff("--format", "csv").stdout))
                 for cell in row]
        self.assertFalse([cell for cell in cells if cell.startswith("=")], cells)


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
