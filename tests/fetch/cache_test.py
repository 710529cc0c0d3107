#!/usr/bin/env python3
"""`oms cache` and the ages that commands tell, with a cache filled from the Hub on loopback.

Usage: cache_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from loopback import Hub, environment, programs

OMS = ""
FETCHED = "2026-11-20T20:00:00Z"
NOW = "2026-11-23T21:00:00Z"


class CacheTest(unittest.TestCase):
    """A cache of 50 models is fetched once; each test works on a copy."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="oms-cache-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.filled = pathlib.Path(cls.folder.name, "filled")
        with Hub("--models", "50", "--seed", "7") as hub:
            cls.url = hub.url
            cls.fetch(cls.filled, hub.url, "--top", "50", now=FETCHED)
        cls.bundled = cls.listed(pathlib.Path(cls.folder.name, "none"))

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(dir=self.folder.name))
        self.cache = self.work / "cache"
        shutil.copytree(self.filled, self.cache)

    @classmethod
    def run_oms(cls, cache, *arguments, now=NOW, **more):
        return subprocess.run([OMS, *arguments],
                              env=environment(cls.folder.name, cache, OMS_NOW=now, **more),
                              text=True, capture_output=True,
                              timeout=120)

    @classmethod
    def fetch(cls, cache, url, *arguments, now):
        ran = cls.run_oms(cache, "fetch", "--only", "hub", *arguments, now=now, HF_ENDPOINT=url)
        if ran.returncode != 0:
            raise AssertionError(ran.stderr)

    def oms(self, *arguments, code=0, **more):
        ran = self.run_oms(self.cache, *arguments, **more)
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran

    @classmethod
    def listed(cls, cache):
        return set(cls.run_oms(cache, "list", "-n", "0", "--all", "-q").stdout.split())

    def ids(self, cache):
        """Of the fetched models."""
        return self.listed(cache) - self.bundled

    def page(self):
        return next(self.cache.glob("pages/*.ndjson"))

    # --- overrides.json and settings ----------------------------------------------------------------

    def settings(self, **files):
        """A configuration directory with these files: the variable that names it."""
        folder = self.work / "config" / "oms"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text)
        return {"XDG_CONFIG_HOME": str(folder.parent)}

    def test_a_fact_of_the_user_takes_the_place_of_what_was_fetched(self):
        model = min(self.ids(self.cache))
        fact = {"model": model, "field": "license", "value": "cc-by-nc-4.0", "source": "a letter",
                "as_of": "2026-11-01"}
        own = self.settings(overrides_json=json.dumps({"facts": [fact]}))
        before = json.loads(self.oms("show", model, "--json").stdout)
        shown = json.loads(self.oms("show", model, "--json", **own).stdout)
        self.assertNotEqual(before["license"], "cc-by-nc-4.0")
        self.assertEqual(shown["license"], "cc-by-nc-4.0")
        self.assertIn("user", [fact["evidence"] for fact in shown["facts"]
                               if fact["field"] == "license"])
        after = json.loads(self.oms("show", model, "--json").stdout)
        self.assertEqual(after, before)

    def test_facts_that_cannot_be_read_end_a_command_with_2(self):
        own = self.settings(overrides_json='{"facts":[{"field":"licence"}]}')
        ran = self.oms("list", code=2, **own)
        self.assertIn("overrides.json': facts[0]", ran.stderr)

    def test_an_age_of_the_configuration_is_that_of_the_fetch(self):
        own = self.settings(config_toml='max_age = "2d"\n')
        ran = self.oms("list", "-q", code=3, **own)
        self.assertIn("--max-age is set in", ran.stderr)
        self.oms("list", "-q", "--max-age", "9d", **own)

    # --- info ---------------------------------------------------------------------------------------

    def test_info_is_a_readable_page_of_80_columns(self):
        ran = self.oms("cache", "info", "--width", "80")
        self.assertEqual(ran.stderr, "")
        size = sum(file.stat().st_size for file in self.cache.rglob("*") if file.is_file())
        lines = ran.stdout.splitlines()
        self.assertEqual(lines[0], f"Cache  {self.cache}")
        self.assertEqual(lines[1:], [
            "  snapshot        2026-11-20T200000Z  3 d ago",
            "  before it       none",
            "  state           complete",
            f"  holds           1 page, 1 snapshot, {size / 1000:.1f} kB" if size < 10**6 else
            f"  holds           1 page, 1 snapshot, {size / 10**6:.1f} MB",
            "",
            "Scopes  what 'oms fetch' refreshes; times are UTC",
            "  top 50 by downloads  2026-11-20 20:00  3 d  complete",
            "",
            "Sources  times are UTC",
            f"  hub  2026-11-20 20:00  3 d  50 records, from {self.url}",
        ])

    def test_info_as_json_is_typed(self):
        info = json.loads(self.oms("cache", "info", "--json").stdout)
        self.assertEqual(info["directory"], str(self.cache))
        self.assertEqual(info["snapshot"], "2026-11-20T200000Z")
        self.assertEqual(info["created_at"], FETCHED)
        self.assertEqual((info["age_days"], info["complete"], info["previous_snapshot"]),
                         (3, True, None))
        self.assertEqual((info["pages"], info["snapshots"]), (1, 1))
        self.assertEqual(info["bytes"], sum(file.stat().st_size for file in self.cache.rglob("*")
                                            if file.is_file()))
        scope, = info["scopes"]
        self.assertEqual((scope["scope"], scope["ids"], scope["fetched_at"], scope["age_days"],
                          scope["complete"]), ("top 50 by downloads", None, FETCHED, 3, True))
        self.assertEqual(info["sources"], [{
            "source": "hub", "endpoint": self.url, "fetched_at": FETCHED, "age_days": 3,
            "records": 50, "rejected": 0, "error": None}])

    def test_info_tells_the_error_of_the_last_try(self):
        with Hub("--models", "50", "--seed", "7") as hub:
            self.oms("fetch", "--only", "hub,router", "--top", "50", now=NOW, HF_ENDPOINT=hub.url,
                     OMS_ROUTER_ENDPOINT=hub.url + "/nowhere")
        sources = {row["source"]: row for row in
                   json.loads(self.oms("cache", "info", "--json").stdout)["sources"]}
        failure = "router answered 404: Sorry, we can't find the page you are looking for"
        self.assertEqual(sources["router"]["error"], failure)
        self.assertIsNone(sources["router"]["fetched_at"])
        text = self.oms("cache", "info").stdout
        self.assertIn("  router  never                    last try failed: router answered 404: Sorry,\n"
                      "                                   we can't find the page you are looking for,\n",
                      text)
        self.assertIn("before it       2026-11-20T200000Z", text)

    def test_damage_of_the_manifest_is_exit_3_with_the_repair(self):
        next(self.cache.glob("snapshots/*.json")).write_text("{}")
        ran = self.oms("cache", "info", code=3)
        self.assertEqual(ran.stdout, "")
        self.assertEqual(ran.stderr, f"oms: error: cannot read '{self.cache}/snapshots/"
                                     "2026-11-20T200000Z.json': it is not a manifest, or cut; "
                                     "run 'oms cache clear', then 'oms fetch'\n")

    # --- verify -------------------------------------------------------------------------------------

    def test_a_sound_cache_is_told_with_the_number_of_files(self):
        self.assertEqual(self.oms("cache", "verify").stdout, "4 files checked, all sound\n")
        self.assertEqual(self.oms("cache", "verify", "--json").stdout, "[]\n")

    def test_each_damaged_file_is_a_line_with_its_repair_and_the_exit_code_is_3(self):
        page = self.page()
        page.write_bytes(page.read_bytes()[:-1])
        digest = next(self.cache.glob("digests/*"))
        digest.unlink()
        ran = self.oms("cache", "verify", code=3)
        self.assertEqual(ran.stderr, "")
        self.assertEqual(ran.stdout,
                         f"pages/{page.name}: its checksum is wrong; run 'oms fetch'\n"
                         f"digests/{digest.name}: it does not exist; "
                         "run 'oms cache clear && oms fetch'\n")
        ran = self.oms("cache", "verify", "--json", code=3)
        self.assertEqual(json.loads(ran.stdout), [
            {"file": f"pages/{page.name}", "problem": "its checksum is wrong", "repair": "oms fetch"},
            {"file": f"digests/{digest.name}", "problem": "it does not exist",
             "repair": "oms cache clear && oms fetch"}])
        self.assertEqual(self.oms("cache", "verify", "-q", code=3).stdout, "")

    def test_the_repair_that_verify_names_repairs(self):
        page = self.page()
        page.write_bytes(b"x")
        self.oms("cache", "verify", code=3)
        with Hub("--models", "50", "--seed", "7") as hub:
            self.fetch(self.cache, hub.url, "--top", "50", now=NOW)
        self.oms("cache", "verify")

    # --- clear --------------------------------------------------------------------------------------

    def test_clear_tells_what_was_freed_and_the_bundled_records_answer(self):
        (self.cache / "notes.txt").write_text("mine")
        ran = self.oms("cache", "clear")
        self.assertRegex(ran.stdout, rf"^cleared {self.cache}: 1 page, 1 snapshot, [0-9.]+ [kM]B freed\n$")
        self.assertEqual(ran.stderr, "")
        self.assertEqual(sorted(file.name for file in self.cache.iterdir()), ["lock", "notes.txt"])
        self.assertEqual(self.ids(self.cache), set())
        self.assertEqual(self.oms("cache", "clear").stdout, f"nothing to clear in {self.cache}\n")

    def test_clear_and_import_fail_while_another_process_writes(self):
        with open(self.cache / "lock", "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            ran = self.oms("cache", "clear", code=3)
            self.assertIn(f"cannot write to the cache '{self.cache}'", ran.stderr)
            self.assertIn("is writing to it; wait until it has ended, or end it", ran.stderr)
            ran = self.oms("cache", "import", str(self.filled), code=3)
            self.assertIn(f"cannot write to the cache '{self.cache}'", ran.stderr)
            self.assertEqual(len(self.ids(self.cache)), 50)

    # --- import and export --------------------------------------------------------------------------

    def test_an_exported_cache_imported_elsewhere_is_the_same_catalog(self):
        copy, target = self.work / "copy", self.work / "target"
        size = self.page().stat().st_size
        ran = self.oms("cache", "export", str(copy))
        self.assertEqual(ran.stdout, f"exported 1 page, {self.human(size)} to {copy}\n"
                                     "snapshot 2026-11-20T200000Z is current there\n")
        ran = self.run_oms(target, "cache", "import", str(copy))
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertRegex(ran.stdout, rf"^imported 1 page, {self.human(size)} from {copy}\n"
                                     r"snapshot 2026-11-20T200000Z is current now: [0-9]+ models "
                                     r"with the bundled ones\n$")
        self.assertEqual(self.ids(target), self.ids(self.cache))
        self.assertEqual(len(self.ids(target)), 50)

    @staticmethod
    def human(size):
        return f"{size / 1000:.1f} kB" if size < 999_950 else f"{size / 10**6:.1f} MB"

    def test_import_takes_the_place_of_the_current_snapshot_which_stays_as_history(self):
        target = self.work / "target"
        with Hub("--models", "20", "--seed", "9") as hub:
            self.fetch(target, hub.url, "--top", "20", now="2026-11-22T10:00:00Z")
        self.assertEqual(len(self.ids(target)), 20)
        ran = self.run_oms(target, "cache", "import", str(self.cache))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertTrue(ran.stdout.endswith(
            "snapshot 2026-11-22T100000Z, which was current, stays as the previous one\n"), ran.stdout)
        self.assertEqual(self.ids(target), self.ids(self.cache))
        info = json.loads(self.run_oms(target, "cache", "info", "--json").stdout)
        self.assertEqual((info["snapshot"], info["previous_snapshot"], info["snapshots"]),
                         ("2026-11-20T200000Z", "2026-11-22T100000Z", 2))
        self.assertIn("all sound", self.run_oms(target, "cache", "verify").stdout)

    def test_many_imports_do_not_pile_up(self):
        target = self.work / "target"
        for _ in range(4):
            self.assertEqual(self.run_oms(target, "cache", "import", str(self.cache)).returncode, 0)
        info = json.loads(self.run_oms(target, "cache", "info", "--json").stdout)
        self.assertEqual((info["pages"], info["snapshots"]), (1, 2))
        self.assertEqual(len(list(target.glob("index/*.idx"))), 1)

    def test_a_damaged_cache_is_not_imported_and_the_former_one_stays(self):
        bad, target = self.work / "bad", self.work / "target"
        shutil.copytree(self.cache, bad)
        shutil.copytree(self.cache, target)
        page = next(bad.glob("pages/*.ndjson"))
        page.write_bytes(b"x")
        before = self.ids(target)
        ran = self.run_oms(target, "cache", "import", str(bad))
        self.assertEqual((ran.returncode, ran.stdout), (3, ""))
        self.assertEqual(ran.stderr,
                         f"oms: error: cannot read page '{bad}/pages/{page.name}': its checksum is "
                         f"wrong; OMS_CACHE_DIR='{bad}' oms cache verify tells all that is wrong\n")
        self.assertEqual(self.ids(target), before)

    def test_an_export_to_a_place_without_permission_names_it(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        closed = self.work / "closed"
        closed.mkdir(mode=0o500)
        ran = self.oms("cache", "export", str(closed / "copy"), code=3)
        self.assertIn(f"'{closed}/copy': permission denied; ", ran.stderr)

    def test_a_file_in_the_way_of_an_export_is_exit_3(self):
        (self.work / "file").write_text("")
        ran = self.oms("cache", "export", str(self.work / "file"), code=3)
        self.assertIn(f"'{self.work}/file'", ran.stderr)

    def test_a_cache_is_not_copied_onto_itself(self):
        ran = self.oms("cache", "export", str(self.cache) + "/", code=2)
        self.assertIn("it is the target itself", ran.stderr)

    # --- ages ---------------------------------------------------------------------------------------

    def test_the_footer_tells_day_and_age_of_the_fetch(self):
        ran = self.oms("list", "-n", "1", "--all")
        total = len(self.bundled) + 50
        self.assertIn(f"1 of {total} · Hub 2026-11-20 (3 d) · prices ", ran.stderr)
        ran = self.oms("list", "-n", "1", now="2026-11-21T08:30:00Z")
        self.assertIn(" · Hub 2026-11-20 (12 h) · ", ran.stderr)

    def test_the_welcome_page_tells_the_fetch_and_the_cache(self):
        out = self.oms().stdout
        self.assertIn(" Hub 2026-11-20 (3 d),", out)
        self.assertIn(f"\nCache:   {self.cache}\n", out)

    def test_sources_and_doctor_tell_the_fetch(self):
        out = self.oms("sources", "hub").stdout
        self.assertIn("  fetched         2026-11-20 20:00 UTC  3 d ago\n", out)
        self.assertIn("  in the catalog  50 models\n", out)
        self.assertIn(f"  hub  2026-11-20 20:00  3 d  50 records, from {self.url}\n",
                      self.oms("doctor").stdout)

    def test_max_age_refuses_an_older_fetch(self):
        ran = self.oms("list", "--max-age", "3d", code=3)
        self.assertEqual((ran.stdout, ran.stderr),
                         ("", "oms: error: the catalog is too old: the last fetch from the Hub, "
                              "2026-11-20, is 3 d old, --max-age is 3d; run 'oms fetch'\n"))
        self.oms("list", "--max-age", "73h")
        self.oms("list", "--max-age", "72h", code=3)

    def test_the_index_tells_it_whether_fetch_or_a_query_made_it(self):
        made_by_fetch = next(self.cache.glob("index/*.idx"))
        bytes_of_fetch = made_by_fetch.read_bytes()
        made_by_fetch.unlink()
        self.oms("list", "-n", "1")
        self.assertEqual(made_by_fetch.read_bytes(), bytes_of_fetch)

    def refresh_with(self, change):
        """Some records that `change` made anew, read from files."""
        records = [json.loads(line) for line in self.page().read_text().splitlines()[:3]]
        given = self.work / "given" / "hub"
        given.mkdir(parents=True, exist_ok=True)
        for number, record in enumerate(records):
            change(number, record)
        (given / "some.json").write_text(json.dumps(records))
        self.oms("fetch", "--only", "hub", "--from", str(given.parent))

    def digest(self):
        """Line of each model in the current one and those that it goes on from."""
        name = (self.cache / "CURRENT").read_text().strip()
        parts = []
        while name:
            text = (self.cache / "digests" / f"{name}.ndjson").read_text()
            first, *lines = [json.loads(line) for line in text.splitlines()]
            parts.append(lines)
            name = first.get("before")
        self.parts = len(parts)
        models = {}
        for line in [line for lines in reversed(parts) for line in lines]:
            models[line.get("gone", line.get("id"))] = line
        return {id: line for id, line in models.items() if "gone" not in line}

    def test_an_index_made_of_the_former_one_is_the_one_made_of_all_pages(self):
        def change(number, record):
            record["downloads"] = 70_000_000 + number
            record["tags"].append("seen-nowhere-else")

        def another(number, record):
            record["downloads"] = 80_000_000 + number

        self.refresh_with(change)
        self.refresh_with(another)
        merged = next(self.cache.glob("index/*.idx"))
        bytes_of_merge, digest = merged.read_bytes(), self.digest()
        merged.unlink()
        self.oms("list", "-n", "1")
        self.assertEqual(merged.read_bytes(), bytes_of_merge)
        self.assertIn('"downloads": 80000002', self.oms("list", "-n", "1", "--json").stdout)
        self.assertEqual(self.parts, 3)
        merged.unlink()
        self.refresh_with(another)
        self.assertEqual(self.digest(), digest)
        self.assertEqual(self.parts, 1)

    def test_digests_that_go_on_from_each_other_are_put_together_after_some(self):
        parts = []
        for shift in range(10):
            self.refresh_with(lambda number, record: record.update(downloads=100 * shift + number))
            digest = self.digest()
            parts.append(self.parts)
        self.assertEqual(parts, [2, 3, 4, 5, 6, 7, 8, 1, 2, 3])
        next(self.cache.glob("index/*.idx")).unlink()
        self.refresh_with(lambda number, record: record.update(downloads=900 + number))
        self.assertEqual(self.digest(), digest)
        self.oms("cache", "verify")

    def test_a_damaged_index_is_no_part_of_the_next_one(self):
        former = next(self.cache.glob("index/*.idx"))
        damaged = bytearray(former.read_bytes())
        for at in range(100, len(damaged), 50_000):
            damaged[at] ^= 1
        former.write_bytes(damaged)
        self.refresh_with(lambda number, record: record.update(downloads=number))
        made = next(self.cache.glob("index/*.idx"))
        bytes_of_fetch = made.read_bytes()
        made.unlink()
        self.oms("list", "-n", "1")
        self.assertEqual(made.read_bytes(), bytes_of_fetch)


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
