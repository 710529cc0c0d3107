#!/usr/bin/env python3
"""Every command but fetch answers without a socket and without another process; the kernel ends
whoever asks for one (no_network.c). And rows go out as they are made.

Usage: no_network_test.py --oms OMS --guard LIBRARY. Skipped (77) where the kernel knows no filters.
"""
import argparse
import fcntl
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest

GUARD = OMS = None
TESTS = pathlib.Path(__file__).resolve().parents[1]

# Of each command a line that does its work. `fetch` is the one that is to use the network.
LINES = {
    "list": "list --task chat --license osi --sort price_blended",
    "pick": "pick --task chat --in 20k --out 1k",
    "rank": "rank --task chat --explain",
    "show": "show allenai/OLMo-7B Qwen/Qwen3-32B --use",
    "compare": "compare gpt-oss-120b Qwen/Qwen3-32B",
    "tree": "tree meta-llama/Llama-2-7b-hf --delta",
    "diff": "diff",
    "plot": "plot --closed",
    "report": "report --task asr --format html",
    "scan": "scan . --exclude none/",
    "tasks": "tasks",
    "licenses": "licenses llama2",
    "fields": "fields",
    "sources": "sources",
    "check": "check allenai/OLMo-7B --scan .",
    "cache": "cache info",
    "completion": "completion bash",
    "config": "config --show-origin",
    "doctor": "doctor",
    "help": "help query",
}
NO_CACHE = {"diff": 3}  # exit codes without a cache


def environment(folder, **more):
    return {"HOME": str(folder), "LC_ALL": "C.UTF-8", "OMS_NOW": "2026-09-01T00:00:00Z",
            "NO_PROXY": "127.0.0.1", "PATH": "/usr/bin:/bin"} | more


class NoNetwork(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        (self.folder / "app.py").write_text("AutoModel.from_pretrained('allenai/OLMo-7B')\n")

    def guarded(self, line, **more):
        return subprocess.run([OMS, *line.split()], cwd=self.folder, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=120,
                              env=environment(self.folder, LD_PRELOAD=GUARD, **more))

    def test_the_guard_ends_a_program_that_makes_a_socket(self):
        ran = self.guarded("fetch --only hub", HF_ENDPOINT="http://127.0.0.1:9",
                           OMS_CACHE_DIR=str(self.folder / "cache"), OMS_RETRY_UNIT_MS="0")
        self.assertEqual(ran.returncode, -signal.SIGSYS, ran.stderr)

    def test_the_guard_ends_a_program_that_starts_another_one(self):
        for code in ("import os; os.fork()", "import subprocess; subprocess.run(['true'])"):
            ran = subprocess.run([sys.executable, "-c", code], capture_output=True,
                                 env=environment(self.folder, LD_PRELOAD=GUARD))
            self.assertNotEqual(ran.returncode, 0, code)

    def test_every_command_has_a_line_here(self):
        ran = subprocess.run([OMS, "complete", "--", ""], capture_output=True, text=True,
                             env=environment(self.folder))
        names = [line.split("\t")[0] for line in ran.stdout.splitlines()]
        self.assertEqual(sorted(names), sorted([*LINES, "fetch"]))

    def test_no_command_but_fetch_makes_a_socket_or_a_process(self):
        for name, line in LINES.items():
            with self.subTest(line):
                ran = self.guarded(line, OMS_CACHE_DIR=str(self.folder / "none"))
                self.assertEqual(ran.returncode, NO_CACHE.get(name, 0), ran.stderr)

    def test_nor_with_a_cache_whose_index_has_to_be_made(self):
        bodies = self.folder / "bodies" / "hub"
        bodies.mkdir(parents=True)
        (bodies / "one.ndjson").write_text(
            '{"id":"acme/a","_id":"64a000000000000000000001","pipeline_tag":"text-generation",'
            '"tags":["license:mit"],"downloads":7,"createdAt":"2026-01-01T00:00:00.000Z"}\n')
        cache = self.folder / "cache"
        made = self.guarded(f"fetch --from {bodies.parent}", OMS_CACHE_DIR=str(cache))
        self.assertEqual(made.returncode, 0, made.stderr)
        for index in (cache / "index").iterdir():
            index.unlink()
        ran = self.guarded("show acme/a --json", OMS_CACHE_DIR=str(cache))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertTrue(list((cache / "index").iterdir()))

    def test_nor_does_the_program_alone_or_its_help(self):
        for line in ("", "--help", "--version", "list --help", "complete -- show all"):
            with self.subTest(line):
                self.assertEqual(self.guarded(line).returncode, 0)


class FirstRows(unittest.TestCase):
    """A reader that takes the first line finds the writer in the middle of its work."""

    def waiting_write(self, process):
        """How many bytes the write has that the process waits in."""
        for _ in range(3000):
            if process.poll() is not None:
                return None
            call = pathlib.Path(f"/proc/{process.pid}/syscall").read_text().split()
            if call[0] == "1" and call[1] == "0x1":  # write to stdout, on x86-64
                return int(call[3], 16)
            time.sleep(0.01)
        return None

    def rows_go_out_as_they_are_made(self, form):
        most = 128 * 1024  # bytes that are held back, of more than a megabyte
        line = [OMS, "list", "--all", "-n", "0", "--format", form, "--fields", "id,tags,revision"]
        reader, writer = os.pipe()
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)  # a full pipe cannot be made smaller
        with tempfile.TemporaryDirectory() as folder, open(reader, "rb") as output:
            with open(writer, "wb") as pipe:
                process = subprocess.Popen(line, stdout=pipe, stderr=subprocess.DEVNULL,
                                           stdin=subprocess.DEVNULL, cwd=folder,
                                           env=environment(folder))
            first = os.read(reader, 1)
            held = self.waiting_write(process)
            rest = output.read()
            self.assertEqual(process.wait(), 0)
        self.assertEqual(len(first), 1)
        self.assertIsNotNone(held, "the writer did not wait for its reader")
        self.assertGreater(len(rest), 8 * most)
        self.assertLess(held, most)

    @unittest.skipUnless(os.uname().machine == "x86_64", "numbers of system calls")
    def test_the_first_rows_of_ndjson_go_out_before_the_last_ones_are_made(self):
        self.rows_go_out_as_they_are_made("ndjson")

    @unittest.skipUnless(os.uname().machine == "x86_64", "numbers of system calls")
    def test_so_do_those_of_json_and_csv(self):
        for form in ("json", "csv"):
            with self.subTest(form):
                self.rows_go_out_as_they_are_made(form)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--oms", required=True)
    parser.add_argument("--guard", required=True)
    known, rest = parser.parse_known_args()
    OMS, GUARD = os.path.abspath(known.oms), os.path.abspath(known.guard)
    tried = subprocess.run(["/bin/true"], env={"LD_PRELOAD": GUARD}, capture_output=True)
    if tried.returncode == 77:
        print("skipped: the kernel takes no filter:", tried.stderr.decode())
        sys.exit(77)
    unittest.main(argv=[sys.argv[0], *rest])
