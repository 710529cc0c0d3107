#!/usr/bin/env python3
"""Proves that the tests of documents notice what they should, with scripts in place of programs."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TEST = pathlib.Path(__file__).resolve().parent / "commands_test.py"

FAKE_OMS = r"""#!/bin/bash
case $1 in
  greet) printf 'hello\n\nworld\nand all\n' ;;
  fail) echo 'oms: error: no' >&2; exit 3 ;;
  keep) echo "$2" >> kept ;;
  kept) cat kept ;;
  where) echo "${HF_ENDPOINT-offline}"; echo "$OMS_NOW" ;;
esac
"""
FAKE_HUB = "#!/bin/bash\necho at http://127.0.0.1:1\ncat > /dev/null\n"


class Documents(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms docs ")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name, text in (("oms", FAKE_OMS), ("hub", FAKE_HUB)):
            (self.folder / name).write_text(text)
            (self.folder / name).chmod(0o755)

    def run_test(self, *lines, options=()):
        document = self.folder / "page.md"
        document.write_text("\n".join(["# A page", *lines, ""]))
        ran = subprocess.run([sys.executable, TEST, "--oms", self.folder / "oms", "--hub",
                              self.folder / "hub", *options, document], capture_output=True,
                             text=True, env={"TMPDIR": str(self.folder)})
        self.assertEqual(ran.stderr, "")
        return ran

    def assert_passes(self, count, *lines):
        ran = self.run_test(*lines)
        self.assertEqual((ran.stdout.splitlines()[0].split(";")[0], ran.returncode),
                         (f"page.md: {count} commands", 0), ran.stdout)
        return ran.stdout

    def assert_fails(self, part, *lines):
        ran = self.run_test(*lines)
        self.assertEqual(ran.returncode, 1, ran.stdout)
        self.assertIn(part, ran.stdout)

    def test_an_output_is_compared_whole(self):
        self.assert_passes(1, "```", "$ oms greet", "hello", "", "world", "and all", "```")
        self.assert_fails("-word", "```", "$ oms greet", "hello", "", "word", "and all", "```")

    def test_a_line_that_is_missing_fails(self):
        self.assert_fails("+and all", "```", "$ oms greet", "hello", "", "world", "```")

    def test_dots_stand_for_any_lines(self):
        self.assert_passes(1, "```", "$ oms greet", "hello", "…", "and all", "```")
        self.assert_fails("-else", "```", "$ oms greet", "hello", "…", "else", "```")

    def test_an_exit_code_is_0_unless_a_comment_says_another(self):
        self.assert_fails("exit 3 where 0 is said", "```", "oms fail", "```")
        self.assert_fails("exit 0 where 3 is said", "```", "oms greet    # exit 3", "```")
        self.assert_passes(1, "```", "oms fail    # exit 3", "```")

    def test_the_exit_code_of_a_transcript_counts_too(self):
        self.assert_fails("exit 3 where 0 is said", "```", "$ oms fail", "oms: error: no", "```")
        self.assert_passes(1, "```", "$ oms fail    # exit 3", "oms: error: no", "```")

    def test_a_failure_before_a_pipe_is_one(self):
        self.assert_fails("exit 3 where 0 is said", "```", "oms fail | cat", "```")

    def test_a_document_is_one_session(self):
        self.assert_passes(3, "```", "oms keep one", "```", "and", "```", "$ oms keep two",
                           "$ oms kept", "one", "two", "```")

    def test_transcripts_are_offline_and_other_commands_meet_the_hub(self):
        self.assert_passes(2, "```", "$ oms where", "offline", "2026-09-01T00:00:00Z", "```", "```",
                           "oms where | grep 127.0.0.1", "```")

    def test_a_transcript_that_says_so_meets_the_hub_too(self):
        self.assert_passes(1, "```console fetched", "$ oms where", "http://127.0.0.1:1",
                           "2026-09-01T00:00:00Z", "```")

    def test_commands_of_tables_are_run_and_dots_repeat_the_one_before(self):
        self.assert_fails("exit 3 where 0 is said", "| why? | `oms fail` |")
        self.assert_passes(2, "| a \\| b | `oms greet`, `… again` |")

    def test_lines_of_a_job_are_run(self):
        self.assert_fails("exit 3 where 0 is said", "```yaml", "steps:", "  - run: oms fail", "```")
        self.assert_fails("exit 3 where 0 is said", "```groovy", "  sh 'oms fail'", "```")

    def test_a_line_continues_after_a_backslash(self):
        self.assert_fails("exit 3 where 0 is said", "```", "oms \\", "  fail", "```")

    def test_a_line_that_no_rule_leaves_out_fails(self):
        self.assert_fails("neither a command nor left out by a rule: make it so", "```",
                          "oms greet", "make it so", "```")

    def test_what_is_left_out_is_counted(self):
        printed = self.assert_passes(1, "```", "scripts/test", "oms greet", "```", "```sql",
                                     "select 1;", "```")
        self.assertEqual(printed, "page.md: 1 commands; left out: 1 set-up and builds, "
                                  "1 files and texts\n")

    def test_a_document_that_lost_its_commands_fails(self):
        self.assert_fails("no command was found in it", "Only words.")

    def test_accept_writes_the_output_and_keeps_the_dots(self):
        ran = self.run_test("```", "$ oms greet", "hallo", "…", "all", "```", options=["--accept"])
        self.assertEqual(ran.returncode, 0)
        self.assertEqual((self.folder / "page.md").read_text(),
                         "# A page\n```\n$ oms greet\nhello\n…\nand all\n```\n")


class Habits(unittest.TestCase):
    def check(self, old, new):
        page = (TEST.parents[2] / "docs/habits.md").read_text()
        self.assertIn(old, page)
        with tempfile.NamedTemporaryFile("w", suffix=".md") as changed:
            changed.write(page.replace(old, new))
            changed.flush()
            ran = subprocess.run([sys.executable, TEST.parent / "habits_test.py", changed.name],
                                 capture_output=True, text=True)
        return ran.returncode, ran.stdout.splitlines()[0]

    def test_a_test_that_is_not_there_fails(self):
        self.assertEqual(self.check("A reader that goes away is no error", "A reader is no error"),
                         (1, "habit 6: tests/cli/streams.t has no 'A reader is no error'"))

    def test_a_file_that_is_not_there_fails(self):
        self.assertEqual(self.check("tests/cli/doctor.t`: The", "tests/cli/doc.t`: The"),
                         (1, "habit 46: tests/cli/doc.t has no 'The whole page'"))

    def test_a_habit_without_a_row_fails(self):
        self.assertEqual(self.check("| 45 |", "| |")[0], 1)


if __name__ == "__main__":
    unittest.main()
