#!/usr/bin/env python3
"""Proves that run.py notices what it should, with a shell script in the place of oms."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

RUN = pathlib.Path(__file__).resolve().parent / "run.py"

FAKE_OMS = r"""#!/bin/bash
case $1 in
  greet) printf 'hello\n\n  two words \n'; echo 'a note' >&2; exit 2 ;;
  bytes) printf '\033[1mbold\033[0m\r\n\377\001no newline' ;;
  where) echo "$PWD"; echo "$HOME/.cache" ;;
  env) env | grep -Ev '^(PATH|SHLVL|_)=' | sort ;;  # those are bash's own or differ
  size) stty size; [[ -t 1 && -t 2 ]] && echo terminal; echo note >&2 ;;
  crash) kill -SEGV $$ ;;
  hang) sleep 60 ;;
  leave-job) sleep 60 & echo done ;;
esac
"""

GREET = """# It greets
$ oms greet
> hello
>
>   two words 
! a note
? 2
"""


class Harness(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms harness ")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.oms = self.folder / "fake"
        self.oms.write_text(FAKE_OMS)
        self.oms.chmod(0o755)
        self.transcript = self.folder / "case.t"

    def run_harness(self, text, *arguments):
        self.transcript.write_text(text)
        return subprocess.run(
            [sys.executable, RUN, "--oms", self.oms, *arguments, self.transcript],
            capture_output=True, text=True, env={"TMPDIR": str(self.folder), "COLUMNS": "33"})

    def assert_passes(self, text, *arguments):
        ran = self.run_harness(text, *arguments)
        self.assertEqual((ran.stdout, ran.stderr, ran.returncode), ("1 passed, 0 failed\n", "", 0))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["case.t", "fake"])

    def assert_fails(self, text, *expected_in_output):
        ran = self.run_harness(text, "--timeout", "1")
        self.assertEqual((ran.stdout.splitlines()[-1], ran.returncode), ("0 passed, 1 failed", 1))
        for part in expected_in_output:
            self.assertIn(part, ran.stdout)

    def test_a_matching_case_passes_and_leaves_nothing_behind(self):
        self.assert_passes(GREET)

    def test_a_different_line_of_stdout_fails(self):
        self.assert_fails(GREET.replace("hello", "hallo"), "case.t:1: It greets\n",
                          "\n-> hallo\n+> hello\n")

    def test_a_missing_line_of_stdout_fails(self):
        self.assert_fails(GREET.replace("> hello\n", ""), "\n+> hello\n")

    def test_a_superfluous_line_of_stdout_fails(self):
        self.assert_fails(GREET.replace("> hello", "> hello\n> again"), "\n-> again\n")

    def test_a_trailing_space_counts(self):
        self.assert_fails(GREET.replace("words ", "words"))

    def test_a_different_line_of_stderr_fails(self):
        self.assert_fails(GREET.replace("a note", "a not"), "\n-! a not\n+! a note\n")

    def test_stderr_must_be_empty_when_none_is_expected(self):
        self.assert_fails(GREET.replace("! a note\n", ""), "\n+! a note\n")

    def test_a_different_exit_code_fails(self):
        self.assert_fails(GREET.replace("? 2", "? 3"), "\n-? 3\n+? 2")

    def test_the_expected_exit_code_is_0_when_omitted(self):
        self.assert_fails(GREET.replace("? 2\n", ""), "\n+? 2")

    def test_a_failure_inside_a_pipe_is_seen(self):
        self.assert_passes("# Pipe\n$ oms greet 2>/dev/null | sed -n 1p\n> hello\n? 2\n")

    def test_a_signal_is_shown_as_in_the_shell(self):
        self.assert_passes("# Crash\n$ exec oms crash\n? 139\n")

    def test_a_command_that_hangs_fails_in_time(self):
        self.assert_fails("# Hang\n$ oms hang\n", "\n+? timed out")

    def test_a_job_left_in_the_background_is_killed(self):
        self.assert_passes("# Job\n$ oms leave-job\n> done\n")

    def test_bytes_that_cannot_be_printed_are_shown_escaped(self):
        self.assert_passes("# Bytes\n$ oms bytes\n"
                           "> \\e[1mbold\\e[0m\\r\n> \\xff\\x01no newline\\c\n")

    def test_folders_are_shown_by_name(self):
        self.assert_passes("# Folders\n$ oms where; ls -A\n> $PWD\n> $HOME/.cache\n")

    def test_several_command_lines_are_one_script(self):
        self.assert_passes("# Script\n$ cat <<end\n$ 1\n$\n$ 3\n$ end\n> 1\n>\n> 3\n")

    def test_the_environment_is_fixed(self):
        self.assert_passes("# Environment\n$ A=1 oms env\n" + "".join(
            f"> {variable}\n" for variable in (
                "A=1", "HOME=$HOME", "LC_ALL=C.UTF-8", "NO_PROXY=127.0.0.1",
                "OMS_NOW=2026-09-01T00:00:00Z", "PWD=$PWD", "TESTS=$TESTS",
                "XDG_CACHE_HOME=$HOME/.cache", "XDG_CONFIG_HOME=$HOME/.config",
                "XDG_DATA_HOME=$HOME/.local/share", "XDG_STATE_HOME=$HOME/.local/state")))

    def test_a_terminal_has_the_size_asked_for_and_one_stream(self):
        self.assert_passes("# Terminal\n@ pty 90x25\n$ oms size\n> 25 90\n> terminal\n> note\n")

    def test_a_mismatch_on_a_terminal_fails(self):
        self.assert_fails("# Terminal\n@ pty 90x25\n$ oms size\n> 25 80\n> terminal\n> note\n")

    def test_the_folder_of_a_failed_case_is_kept_and_named(self):
        ran = self.run_harness("# Keep\n$ echo x >file; false\n")
        kept = next(s for s in ran.stdout.splitlines() if s.startswith("kept: "))
        self.assertEqual((pathlib.Path(kept[6:]) / "work/file").read_text(), "x\n")

    def test_accept_repairs_failed_cases_and_touches_nothing_else(self):
        second = "\n\n# Second\n@ pty 9x9\n$ echo a;\n$ echo b\n> a\n> b\n"
        good = "# A comment\n\n" + GREET + second
        bad = good.replace("hello", "hallo\n> hm").replace("! a note\n? 2\n", "")
        bad = bad.replace("> b\n", "")
        ran = self.run_harness(bad, "--accept")
        self.assertEqual((ran.stdout.splitlines()[-1], ran.returncode), ("2 passed, 0 failed", 0))
        self.assertEqual(self.transcript.read_text(), good)
        self.assertEqual(self.run_harness(good).returncode, 0)

    def test_accept_does_not_accept_a_timeout(self):
        ran = self.run_harness("# Hang\n$ oms hang\n> x\n", "--accept", "--timeout", "1")
        self.assertEqual(ran.returncode, 1)
        self.assertEqual(self.transcript.read_text(), "# Hang\n$ oms hang\n> x\n")

    def test_filter_chooses_by_title(self):
        ran = self.run_harness(GREET + "\n# Other\n$ false\n", "--filter", "greets")
        self.assertEqual((ran.stdout, ran.returncode), ("1 passed, 0 failed\n", 0))

    def test_a_transcript_that_breaks_the_format_is_an_error_with_its_line(self):
        for text, where in (("$ oms\n", ":1: "), ("# No command\n> x\n", ":1: "),
                            ("# A\n$ oms\n>x\n", ":3: "), ("# A\n> x\n$ oms\n", ":3: "),
                            ("# A\n@ tty\n$ oms\n", ":2: "), ("# A\n$ oms\n\nstray\n", ":4: ")):
            ran = self.run_harness(text)
            self.assertEqual((ran.stdout, ran.returncode), ("", 2), text)
            self.assertIn(f"{self.transcript}{where}", ran.stderr)

    def test_no_case_at_all_is_an_error(self):
        self.assertEqual(self.run_harness("# Only a comment\n").returncode, 2)


if __name__ == "__main__":
    unittest.main()
