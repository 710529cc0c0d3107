#!/usr/bin/env python3
"""Caches in places where they cannot be: no home, no permission, no room.

Usage: places_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself. Run by
root, the commands under test are run by nobody.
"""
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "fetch"))
from loopback import Hub, environment, programs  # noqa: E402

OMS = ""
NOBODY = 65534
NOW = "2026-10-05T12:00:00Z"


def as_nobody():
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


class PlacesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub("--models", "60", "--seed", "7")
        cls.hub.__enter__()
        cls.addClassCleanup(cls.hub.__exit__)

    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="oms-places-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.cache = self.home / "cache"
        self.oms_program = self.home / "oms"
        shutil.copy(OMS, self.oms_program)  # the build may lie where nobody may go
        if os.geteuid() == 0:
            os.chown(self.home, NOBODY, NOBODY)
        self.addCleanup(self.allow)

    def allow(self):
        for place in (self.cache, *self.cache.rglob("*")):
            if place.is_dir():
                place.chmod(0o700)

    def oms(self, *words, code=0, prepare=as_nobody, without=()):
        variables = environment(self.home, self.cache, HF_ENDPOINT=self.hub.url, OMS_NOW=NOW)
        for name in without:
            del variables[name]
        ran = subprocess.run([self.oms_program, *words], env=variables, text=True,
                             capture_output=True, timeout=60, preexec_fn=prepare, cwd=self.home)
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran

    def fetch(self, **more):
        return self.oms("fetch", "--only", "hub", "--top", "60", **more)

    def ids(self):
        return self.oms("list", "-n", "0", "--all", "-q").stdout

    def test_without_a_home_a_fetch_says_what_to_set_and_queries_answer(self):
        without = ("HOME", "OMS_CACHE_DIR")
        ran = self.fetch(code=3, without=without)
        self.assertEqual(ran.stderr, "oms: error: fetch: no place for the cache: HOME is not set; set "
                                     "OMS_CACHE_DIR\n")
        self.assertEqual(len(self.oms("list", "-n", "3", "-q", without=without).stdout.split()), 3)

    def test_a_cache_that_may_only_be_read_answers_and_a_fetch_names_path_and_remedy(self):
        self.fetch()
        before = self.ids()
        shutil.rmtree(self.cache / "index")
        for place in (self.cache, *self.cache.rglob("*")):
            place.chmod(0o500 if place.is_dir() else 0o400)
        self.assertEqual(self.ids(), before)
        ran = self.fetch(code=3)
        self.assertRegex(ran.stderr, "^oms: error: [^\n]*'[^']*/cache[^']*'[^\n]*permission denied; "
                                     "make it writable or set OMS_CACHE_DIR to a directory that is\n$")
        self.assertEqual(self.ids(), before)

    def test_a_cache_that_may_not_be_read_is_exit_3_with_its_path(self):
        self.fetch()
        self.cache.chmod(0)
        ran = self.oms("list", "-n", "3", code=3)
        self.assertEqual(ran.stdout, "")
        self.assertRegex(ran.stderr, "^oms: error: [^\n]*'[^']*/cache[^']*'[^\n]*permission denied[^\n]*\n$")

    def test_a_home_that_may_not_be_written_is_exit_3_with_its_path(self):
        self.home.chmod(0o500)
        self.addCleanup(self.home.chmod, 0o700)
        ran = self.fetch(code=3)
        self.assertRegex(ran.stderr, "^oms: error: cannot create '[^']*/cache': permission denied; make "
                                     "it writable or set OMS_CACHE_DIR to a directory that is\n$")

    def test_an_index_that_is_cut_anywhere_is_made_anew(self):
        self.fetch()
        before = self.ids()
        index = next(self.cache.glob("index/*.idx"))
        whole = index.read_bytes()
        for step in range(40):
            with self.subTest(step=step):
                index.write_bytes(whole[:len(whole) * step // 40])
                self.assertEqual(self.ids(), before)
                self.assertEqual(index.read_bytes(), whole)

    def test_files_that_may_not_grow_end_a_fetch_with_exit_3_at_every_size(self):
        self.fetch()
        before = self.ids()
        self.hub.tell(mutate={"downloads": 50})
        for size in (0, 1, 100, 10_000, 30_000, 60_000):
            def limited(size=size):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
                as_nobody()
            with self.subTest(size=size):
                # What is said may not fit either: the error goes through a pipe.
                ran = self.fetch(code=3, prepare=limited)
                self.assertEqual(len(ran.stderr.splitlines()[-1:]), 1)
                self.assertRegex(ran.stderr.splitlines()[-1], "^oms: error: .*: it is too large; set OMS")
                self.assertEqual(self.ids(), before)
                self.oms("cache", "verify")


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments)
