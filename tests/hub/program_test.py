"""The loopback Hub as a program: what it prints, where it listens, and that it always ends."""

import argparse
import json
import pathlib
import signal
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

HUB = ""
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def start(*words, **options):
    return subprocess.Popen([HUB, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, **options)


def get(url):
    with OPENER.open(url, timeout=30) as answer:
        return json.load(answer)


class Program(unittest.TestCase):
    def run_hub(self, *words):
        """A running Hub and its address; it ends with the test."""
        hub = start(*words, "--until-stdin-closes", "--exit-after", "100")
        self.addCleanup(lambda: hub.communicate(timeout=10))
        line = hub.stdout.readline()
        self.assertRegex(line, r"^listening on http://127\.0\.0\.1:[0-9]+\n$")
        return hub, line.removeprefix("listening on ").strip()

    def test_it_serves_as_many_models_as_asked(self):
        _, url = self.run_hub("--models", "7")
        self.assertEqual(len(get(url + "/api/models")), 7)

    def test_it_serves_a_directory(self):
        with tempfile.TemporaryDirectory() as folder:
            hub_folder = pathlib.Path(folder) / "hub"
            hub_folder.mkdir()
            (hub_folder / "one.json").write_text('[{"id":"invented/one"}]', encoding="utf-8")
            _, url = self.run_hub("--data", folder)
            self.assertEqual(get(url + "/api/models/invented/one?expand=likes")["id"],
                             "invented/one")

    def test_it_misbehaves_from_the_start(self):
        _, url = self.run_hub("--fault", '{"kind":"status","status":503}')
        with self.assertRaises(urllib.error.HTTPError) as caught:
            get(url + "/api/models")
        self.assertEqual(caught.exception.code, 503)
        self.assertEqual(len(get(url + "/api/models")), 1000)

    def test_it_mutates_from_the_start(self):
        _, plain = self.run_hub("--models", "900")
        _, changed = self.run_hub("--models", "900", "--mutate", "50")
        query = "/api/models?sort=createdAt&direction=1"
        self.assertNotEqual(get(plain + query), get(changed + query))

    def test_it_honors_its_quota(self):
        _, url = self.run_hub("--quota", "1")
        get(url + "/api/tasks")
        with self.assertRaises(urllib.error.HTTPError) as caught:
            get(url + "/api/tasks")
        self.assertEqual(caught.exception.code, 429)

    def test_it_ends_when_standard_input_closes(self):
        hub, _ = self.run_hub()
        hub.stdin.close()
        self.assertEqual(hub.wait(timeout=10), 0)
        hub.stdin = None

    def test_it_ends_on_sigterm(self):
        hub, _ = self.run_hub()
        hub.send_signal(signal.SIGTERM)
        self.assertEqual(hub.wait(timeout=10), 0)

    def test_it_ends_when_its_time_is_up(self):
        hub = start("--exit-after", "0.2")
        self.addCleanup(hub.communicate)
        self.assertEqual(hub.wait(timeout=10), 0)

    def test_it_refuses_what_it_does_not_understand(self):
        for words in (["--modles", "5"], ["--models", "many"], ["--fault", '{"kind":"flood"}'],
                      ["--port"]):
            hub = start(*words)
            hub.communicate(timeout=10)
            self.assertEqual(hub.returncode, 2, words)

    def test_help_names_every_fault(self):
        hub = start("--help")
        text, _ = hub.communicate(timeout=10)
        for kind in ("status", "reset_amid", "deep_nesting", "renamed_in_walk", "link"):
            self.assertIn(f"  {kind} ", text)


if __name__ == "__main__":
    PARSER = argparse.ArgumentParser()
    PARSER.add_argument("--hub", required=True)
    ARGUMENTS, REST = PARSER.parse_known_args()
    HUB = ARGUMENTS.hub
    unittest.main(argv=["program_test.py", *REST])
