#!/usr/bin/env python3
"""Many processes at one cache: readers never wait and see whole catalogs, writers take turns.

Usage: concurrency_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import concurrent.futures
import fcntl
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "fetch"))
from loopback import Hub, environment, programs  # noqa: E402

OMS = ""
NOBODY = "http://127.0.0.1:1"
NOW = "2026-10-05T12:00:00Z"
LIST = ("list", "-n", "0", "--all", "--json", "--fields", "id,downloads,license")


class ConcurrencyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub("--models", "300", "--seed", "7", "--quota", "0", "--page-rows", "100")
        cls.hub.__enter__()
        cls.addClassCleanup(cls.hub.__exit__)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-many-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.cache = self.home / "cache"
        self.hub.reset()

    def environment(self, url=NOBODY):
        return environment(self.home, self.cache, HF_ENDPOINT=url, OMS_NOW=NOW)

    def oms(self, *words, url=NOBODY):
        return subprocess.run([OMS, *words], env=self.environment(url), text=True,
                              capture_output=True, timeout=120)

    def fetch(self, *words):
        return self.oms("fetch", "--only", "hub", *(words or ("--top", "300")), url=self.hub.url)

    def begun_fetch(self):
        """That holds the lock and has signed it."""
        begun = subprocess.Popen([OMS, "fetch", "--only", "hub", "--top", "300", "-q"],
                                 env=self.environment(self.hub.url))
        lock = self.cache / "lock"
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if lock.exists() and lock.read_text().startswith(f"{begun.pid} "):
                break
            time.sleep(0.005)
        return begun

    def fetched(self, *words):
        ran = self.fetch(*words)
        self.assertEqual(ran.returncode, 0, ran.stderr)

    def catalog(self):
        ran = self.oms(*LIST)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return ran.stdout

    def assert_sound(self):
        ran = self.oms("cache", "verify")
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)
        self.assertEqual(list(self.cache.rglob(".tmp-*")), [])

    def test_readers_see_whole_catalogs_while_one_fetch_after_the_other_publishes(self):
        self.fetched()
        whole = {self.catalog()}
        over, seen, failed = threading.Event(), [], []

        def read():
            while not over.is_set():
                ran = self.oms(*LIST)
                seen.append(ran.stdout)
                if ran.returncode != 0:
                    failed.append(ran.stderr)
        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        try:
            for _ in range(6):
                self.hub.tell(mutate={"downloads": 30})
                self.fetched()
                whole.add(self.catalog())
        finally:
            over.set()
            for reader in readers:
                reader.join()
        self.assertEqual(failed, [])
        self.assertGreater(len(whole), 3)
        self.assertGreater(len(seen), 20)
        self.assertLessEqual(set(seen), whole)
        self.assert_sound()

    def test_of_many_fetches_at_once_one_writes_and_the_others_name_it(self):
        self.hub.tell(fault={"kind": "stall", "amount": 1500, "path": "/api/models"})
        first = self.begun_fetch()
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            others = list(pool.map(lambda _: self.fetch(), range(4)))
        self.assertEqual(first.wait(60), 0)
        for other in others:
            self.assertEqual(other.returncode, 3, other.stderr)
            self.assertIn(f"process {first.pid}, ", other.stderr)
        models = [record["id"] for record in json.loads(self.catalog())]
        self.assertEqual(len([name for name in models if name.lower().startswith("invented")]), 300)
        self.assert_sound()

    def test_the_lock_of_a_fetch_that_was_killed_keeps_nobody_out(self):
        self.hub.tell(fault={"kind": "stall", "amount": 5000, "path": "/api/models"})
        first = self.begun_fetch()
        first.send_signal(signal.SIGKILL)
        first.wait(20)
        self.assertTrue((self.cache / "lock").read_text().startswith(f"{first.pid} "))
        self.fetched()
        self.assert_sound()

    def test_a_cache_that_is_cleared_during_fetches_is_the_fetched_one_or_none(self):
        bundled = self.catalog()
        self.fetched()
        full = self.catalog()
        codes = []
        over = threading.Event()

        def clear():
            while not over.is_set():
                codes.append(self.oms("cache", "clear").returncode)
                self.assertIn(self.catalog(), (bundled, full))
        clearing = threading.Thread(target=clear)
        clearing.start()
        try:
            for _ in range(8):
                ran = self.fetch()
                self.assertIn(ran.returncode, (0, 3), ran.stderr)
                if ran.returncode == 3:
                    self.assertIn("is writing to it", ran.stderr)
        finally:
            over.set()
            clearing.join()
        self.assertLessEqual(set(codes), {0, 3})
        self.assertIn(0, codes)
        self.fetched()
        self.assertEqual(self.catalog(), full)
        self.assert_sound()

    def test_readers_that_all_make_the_missing_index_all_answer(self):
        self.fetched()
        full = self.catalog()
        for _ in range(3):
            shutil.rmtree(self.cache / "index")
            with concurrent.futures.ThreadPoolExecutor(6) as pool:
                ran = list(pool.map(lambda _: self.oms(*LIST), range(6)))
            self.assertEqual({(one.returncode, one.stdout) for one in ran}, {(0, full)})
        self.fetched()
        self.assert_sound()

    def locked(self, name):
        """As another process holds it, until the test ends."""
        lock = open(self.cache / name, "a", encoding="ascii")
        self.addCleanup(lock.close)
        fcntl.flock(lock, fcntl.LOCK_EX)

    def test_a_fetch_goes_on_while_a_reader_makes_the_index(self):
        self.fetched()
        self.locked("index.lock")
        self.hub.tell(mutate={"downloads": 30})
        self.fetched()
        self.assert_sound()

    def test_a_reader_keeps_the_index_it_makes_while_somebody_writes(self):
        self.fetched()
        full = self.catalog()
        shutil.rmtree(self.cache / "index")
        self.locked("lock")
        self.assertEqual(self.catalog(), full)
        self.assertEqual(len(list(self.cache.glob("index/*.idx"))), 1)

    def test_a_reader_beside_one_that_makes_the_index_makes_its_own_in_memory(self):
        self.fetched()
        full = self.catalog()
        shutil.rmtree(self.cache / "index")
        self.locked("index.lock")
        ran = self.oms(*LIST)
        self.assertEqual((ran.returncode, ran.stdout), (0, full))
        self.assertIn("oms: note: the index could not be kept; it was made in memory\n", ran.stderr)
        self.assertEqual(list(self.cache.glob("index/*.idx")), [])

    def test_a_fetch_during_an_import_is_told_so_or_waits_for_nothing(self):
        self.fetched()
        full = self.catalog()
        other = self.home / "other"
        self.assertEqual(self.oms("cache", "export", str(other)).returncode, 0)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            ran = list(pool.map(lambda i: self.fetch() if i % 2 else
                                self.oms("cache", "import", str(other)), range(12)))
        self.assertLessEqual({one.returncode for one in ran}, {0, 3})
        self.assertIn(0, {one.returncode for one in ran})
        self.assertEqual(self.catalog(), full)
        self.assert_sound()


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
