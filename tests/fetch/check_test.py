#!/usr/bin/env python3
"""`oms check --refresh` against the Hub on loopback: what it fetches, and what never passes.

Usage: check_test.py --oms PATH --hub PATH. Everything stays on 127.0.0.1 and ends by itself.
"""
import json
import pathlib
import subprocess
import tempfile
import unittest

from loopback import Hub, environment, programs

OMS = ""
NOWHERE = "http://127.0.0.1:1"
# Of the invented Hub of 2,000 models and seed 7: a fine-tune and its base, both apache-2.0.
MODEL = "invented_school_111/Wren-110M-Instruct-io"
BASE = "invented-user-25/Wren-110M-g"
# One whose base declares no license.
UNCLEAR = "Invented-Works-18/Moth-7B-ft-rg"
HUB = ("--models", "2000", "--seed", "7")


class CheckTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-check-")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        self.cache = self.home / "cache"
        (self.home / "oms-policy.toml").write_text("[license]\nrequire_osi = true\n")

    def oms(self, url, *arguments, **more):
        return subprocess.run([OMS, *arguments], cwd=self.home, text=True, capture_output=True,
                              env=environment(self.home, self.cache, HF_ENDPOINT=url, **more),
                              timeout=120)

    def check(self, url, *arguments, code, **more):
        ran = self.oms(url, "check", *arguments, **more)
        self.assertEqual(ran.returncode, code, ran.stdout + ran.stderr)
        return ran

    def rules(self, ran):
        return {(f["model"], f["rule"]) for f in json.loads(ran.stdout)["findings"]}

    def test_only_the_checked_model_and_its_bases_are_fetched(self):
        self.check(NOWHERE, MODEL, code=3)
        with Hub(*HUB) as hub:
            report = json.loads(self.check(hub.url, MODEL, "--refresh", "--json", code=0).stdout)
            self.assertEqual({r["path"] for r in hub.requests()},
                             {f"/api/models/{MODEL}", f"/api/models/{BASE}"})
        self.assertEqual([step["id"] for step in report["models"][0]["chain"]], [BASE])

    def test_a_base_without_a_license_leaves_the_class_unknown_and_never_passes(self):
        with Hub(*HUB) as hub:
            ran = self.check(hub.url, UNCLEAR, "--refresh", "--json", code=1)
        self.assertEqual(self.rules(ran), {(UNCLEAR, "lineage.undetermined")})

    def test_what_was_fetched_is_judged_later_without_a_network(self):
        with Hub(*HUB) as hub:
            now = self.check(hub.url, MODEL, "--refresh", code=0).stdout
        self.assertEqual(self.check(NOWHERE, MODEL, code=0).stdout, now)

    def test_a_hub_that_does_not_answer_is_exit_4_and_no_verdict(self):
        ran = self.check(NOWHERE, MODEL, "--refresh", code=4)
        self.assertEqual(ran.stdout, "")
        self.assertIn("connection refused", ran.stderr)

    def test_the_offline_switch_is_exit_4_even_for_a_model_that_is_known(self):
        with Hub(*HUB) as hub:
            self.check(hub.url, MODEL, "--refresh", code=0)
            ran = self.check(hub.url, MODEL, "--refresh", code=4, HF_HUB_OFFLINE="1")
        self.assertEqual(ran.stdout, "")

    def test_a_model_that_the_hub_does_not_have_never_passes(self):
        with Hub(*HUB) as hub:
            ran = self.check(hub.url, "nobody/none", MODEL, "--refresh", "--json", code=3)
        self.assertEqual(self.rules(ran), {("nobody/none", "data.not-cached")})

    def test_a_model_that_left_the_hub_fails(self):
        with Hub(*HUB) as hub:
            self.check(hub.url, MODEL, "--refresh", code=0)
        with Hub(*HUB, "--fault", json.dumps({"kind": "status", "status": 404, "times": -1})) as hub:
            ran = self.check(hub.url, MODEL, "--refresh", "--json", code=1)
        self.assertIn((MODEL, "data.gone"), self.rules(ran))

    def test_a_broken_server_is_exit_4_and_the_old_catalog_stays(self):
        with Hub(*HUB) as hub:
            before = self.check(hub.url, MODEL, "--refresh", code=0).stdout
        with Hub(*HUB, "--fault", json.dumps({"kind": "status", "status": 500, "times": -1})) as hub:
            self.check(hub.url, MODEL, "--refresh", code=4)
        self.assertEqual(self.check(NOWHERE, MODEL, code=0).stdout, before)

    def test_the_lock_holds_what_was_fetched(self):
        with Hub(*HUB) as hub:
            live = self.check(hub.url, MODEL, "--refresh", "--lock", "oms.lock", code=0).stdout
        locked = self.check(NOWHERE, "--locked", code=0, OMS_CACHE_DIR="/nowhere").stdout
        self.assertEqual(locked, live)


if __name__ == "__main__":
    OMS, arguments = programs()
    unittest.main(argv=arguments, verbosity=2)
