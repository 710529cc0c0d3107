#!/usr/bin/env python3
"""The scripts of 'oms completion' in real shells.

    tests/cli/shells_test.py --oms build/release/oms [Class.test]

A shell that is not installed has its tests skipped, by name.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

OMS = pathlib.Path()


def needs(shell):
    return unittest.skipUnless(shutil.which(shell), f"{shell} is not installed")


class Shell(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="oms-shells-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "oms").symlink_to(OMS)
        (self.folder / "work" / "models").mkdir(parents=True)
        (self.folder / "work" / "models.txt").touch()
        self.environment = {
            "PATH": f"{self.folder}/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
        } | {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}

    def run_shell(self, *command):
        ran = subprocess.run(command, cwd=self.folder / "work", env=self.environment, text=True,
                             capture_output=True, stdin=subprocess.DEVNULL, timeout=120)
        self.assertEqual(ran.stderr, "")
        return ran.stdout.splitlines()


@needs("bash")
class Bash(Shell):
    def complete(self, line, words):
        """What readline would be given for `line`, which it has split into `words`."""
        listed = " ".join(f"'{word}'" for word in words)
        return self.run_shell("bash", "--norc", "-c", f"""
            source <(oms completion bash)
            COMP_LINE={line!r} COMP_POINT=${{#COMP_LINE}} COMP_POINT={len(line)}
            COMP_WORDS=({listed}) COMP_CWORD={len(words) - 1}
            _oms oms "${{COMP_WORDS[COMP_CWORD]}}" "${{COMP_WORDS[COMP_CWORD-1]}}"
            printf '%s\\n' "${{COMPREPLY[@]}}"
        """)

    def test_a_command_is_completed(self):
        self.assertEqual(self.complete("oms compa", ["oms", "compa"]), ["compare"])

    def test_a_flag_is_completed(self):
        self.assertEqual(self.complete("oms list --min-c", ["oms", "list", "--min-c"]),
                         ["--min-context"])

    def test_a_value_is_completed(self):
        self.assertEqual(self.complete("oms list --task asr", ["oms", "list", "--task", "asr"]),
                         ["asr"])

    def test_a_value_behind_an_equals_sign_is_completed_alone(self):
        words = ["oms", "list", "--task", "=", "automatic"]
        self.assertEqual(self.complete("oms list --task=automatic", words),
                         ["automatic-speech-recognition"])

    def test_nothing_behind_an_equals_sign_offers_all_values(self):
        words = ["oms", "list", "--color", "="]
        self.assertEqual(self.complete("oms list --color=", words), ["auto", "always", "never"])

    def test_a_saved_query_is_completed(self):
        (self.folder / "work" / ".oms.toml").write_text('[query]\ncheap = "-n 1"\n')
        self.assertEqual(self.complete("oms list @ch", ["oms", "list", "@ch"]), ["@cheap"])

    def test_a_condition_keeps_its_field(self):
        words = ["oms", "list", "license_class", "=", "osi-c"]
        self.assertEqual(self.complete("oms list license_class=osi-c", words), ["osi-copyleft"])

    def test_an_id_with_a_colon_is_completed_behind_it(self):
        words = ["oms", "show", "openrouter", ":", "openai/gpt-4o-min"]
        self.assertEqual(self.complete("oms show openrouter:openai/gpt-4o-min", words),
                         ["openai/gpt-4o-mini"])

    def test_an_opening_quote_is_no_part_of_the_word(self):
        self.assertEqual(self.complete('oms show "allenai/OLMo-7B-T', ["oms", "show",
                                                                     '"allenai/OLMo-7B-T']),
                         ["allenai/OLMo-7B-Twin-2T-hf"])

    def test_only_what_stands_before_the_cursor_counts(self):
        line = "oms list --tas"
        ran = self.run_shell("bash", "--norc", "-c", f"""
            source <(oms completion bash)
            COMP_LINE='oms list --taskXYZ' COMP_POINT={len(line)}
            COMP_WORDS=(oms list --taskXYZ) COMP_CWORD=2
            _oms oms --taskXYZ list; printf '%s\\n' "${{COMPREPLY[@]}}"
        """)
        self.assertEqual(ran, ["--task"])

    def test_files_are_those_of_the_folder(self):
        words = ["oms", "check", "-f", "mod"]
        self.assertEqual(sorted(self.complete("oms check -f mod", words)), ["models", "models.txt"])

    def test_folders_are_those_of_the_folder(self):
        words = ["oms", "cache", "export", "mod"]
        self.assertEqual(self.complete("oms cache export mod", words), ["models"])


@needs("fish")
class Fish(Shell):
    def complete(self, line):
        return self.run_shell("fish", "--no-config", "-c",
                              f"oms completion fish | source; complete -C {line!r}")

    def test_a_command_is_completed_with_its_help(self):
        self.assertEqual(self.complete("oms compa"), [
            "compare\tmodels side by side: license, openness, quality, price, bill"])

    def test_a_flag_is_completed(self):
        self.assertEqual(self.complete("oms list --min-c"), ["--min-context\ttokens, e.g. 128k"])

    def test_a_value_is_completed(self):
        self.assertEqual(self.complete("oms list --task automatic"),
                         ["automatic-speech-recognition\tAutomatic Speech Recognition"])

    def test_a_value_behind_an_equals_sign_is_completed(self):
        self.assertEqual(self.complete("oms list --color=n"), ["--color=never"])

    def test_an_id_is_completed_letter_case_aside(self):
        self.assertEqual(self.complete("oms show ALLENAI/olmo-7b-t"), ["allenai/OLMo-7B-Twin-2T-hf"])

    def test_files_are_those_of_the_folder(self):
        words = [line.split("\t")[0] for line in self.complete("oms check -f mod")]
        self.assertEqual(sorted(words), ["models.txt", "models/"])


@needs("zsh")
class Zsh(Shell):
    def complete(self, line):
        """The words that the completion adds, as zsh itself was told."""
        return self.run_shell("zsh", "-f", "-c", f"""
            compdef() {{ :; }}
            source <(oms completion zsh)
            # What the line editor would do with the words.
            compadd() {{
              while [[ $1 != -a ]]; do shift; done
              print -l -- ${{(P)2}}
            }}
            compset() {{ :; }}
            _files() {{ print -l -- files $*; }}
            words=({line}) PREFIX=$words[-1] CURRENT=$#words
            _oms
        """)

    def test_the_script_is_valid(self):
        script = self.folder / "_oms"
        script.write_text("\n".join(self.run_shell("oms", "completion", "zsh")))
        self.assertEqual(self.run_shell("zsh", "-f", "-n", str(script)), [])

    def test_a_command_is_completed(self):
        self.assertEqual(self.complete("oms compa"), ["compare"])

    def test_a_value_is_completed(self):
        self.assertEqual(self.complete("oms list --task automatic"),
                         ["automatic-speech-recognition"])

    def test_a_value_behind_an_equals_sign_is_completed(self):
        self.assertEqual(self.complete("oms list --color=n"), ["--color=never"])

    def test_an_id_is_completed(self):
        self.assertEqual(self.complete("oms show allenai/OLMo-7B-T"), ["allenai/OLMo-7B-Twin-2T-hf"])

    def test_files_are_the_shells(self):
        self.assertEqual(self.complete("oms check -f mod"), ["files"])

    def test_folders_are_the_shells(self):
        self.assertEqual(self.complete("oms cache export mod"), ["files", "-/"])


def main():
    global OMS
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    options, rest = parser.parse_known_args()
    OMS = options.oms.resolve()
    unittest.main(argv=[sys.argv[0], "-v", *rest])


if __name__ == "__main__":
    main()
