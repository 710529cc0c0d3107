#!/usr/bin/env python3
r"""Runs the commands that the documents show, as a reader would type them.

    tests/docs/commands_test.py --oms PATH --hub PATH [--accept] [FILE.md ...]

Without files: README.md, docs/*.md and docs/ci/*. A document is one session: one fresh HOME, one working
directory, its commands in their order, under bash with pipefail.

- In a fenced block with lines "$ command", what follows a command is what it prints on a terminal
  of 80 columns without colors, compared whole: with the bundled data, offline, at the time of
  tests/cli/run.py. A line that is only "…" stands for any lines. Such blocks see no cache, whatever
  the session fetched, unless their language is followed by "fetched" (```console fetched).
- In other blocks each line with a word "oms" where a command begins is run, and so is each
  `oms …` of a table, where "…" repeats the command before it. Their words in capitals get the
  values of PLACEHOLDERS. They share the cache of the session, and the network is Hubs on loopback.
- A command must exit with 0, or with N where its comment says "exit N".

Every other line must be left out by a rule of LEFT_OUT; a line of no rule is a failure, and so is
a document without commands that should have some. --accept writes the output of failed commands
into the documents; a single "…" keeps its place.
Exit codes: 0 all passed, 1 some failed.
"""

import argparse
import difflib
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass, field

TESTS = pathlib.Path(__file__).resolve().parent.parent
ROOT = TESTS.parent
sys.path[:0] = [str(TESTS / "fetch"), str(TESTS / "cli")]
from loopback import Hub  # noqa: E402
from run import run_on_pipes, run_on_terminal, show  # noqa: E402

NOW = "2026-09-01T00:00:00Z"  # as in tests/cli/run.py
SECONDS = 120  # that a command has

WITH_COMMANDS = {"README.md", "cache.md", "check.md", "configuration.md", "cookbook.md",
                 "performance.md", "tutorial.md", "gitlab-ci.yml", "Jenkinsfile"}

# Words that stand for something of the reader's, in the order of their use.
PLACEHOLDERS = {
    "ID": ["openai/gpt-oss-120b", "Qwen/Qwen3-32B"],
    "owner/name": ["openai/gpt-oss-120b"],
    "PATH…": ["src"],
    "DIR": ["tables"],
}

# Languages of blocks that are the text of a file.
FILES = {"sql", "toml", "json", "python", "ini", "text", "cpp", "cmake", "tsv", "markdown"}
# What stands before the command of a CI job.
JOBS = {"yaml": r"\s*(- )?((run|script|entry): )?", "groovy": r"\s*(sh ')?"}

# Rule: why a line of a block is no command of the test.
LEFT_OUT = {
    "comment": re.compile(r"\s*#"),
    "blank": re.compile(r"\s*$"),
    "set-up and builds": re.compile(r"(scripts|\.ci)/|(cmake|ctest|git|apt-get|clang-format) "),
    "tests and benches": re.compile(r"(python3 )?(build/|tests/)"),
}

CODE = """mkdir -p src
rm -f src/*
printf 'from transformers import pipeline\\nchat = pipeline(model="Qwen/Qwen3-8B")\\n' > src/chat.py
printf 'Qwen/Qwen3-8B\\nallenai/OLMo-7B\\n' > models.txt
"""
POLICY = "oms check --init -q\n"
SNAPSHOTS = """OMS_NOW=2026-08-20T20:00:00Z oms fetch -q --author Qwen
OMS_NOW=2026-08-31T20:00:00Z oms fetch -q
"""
# What a document takes for granted, and what a command needs that time would have brought.
BEGIN = {
    "README.md": CODE + """mkdir -p bodies/hub
printf '[{"id":"acme/one","tags":["license:mit"]}]' > bodies/hub/0.json
""",
    "check.md": CODE,
    "Jenkinsfile": CODE + POLICY,
    "gitlab-ci.yml": CODE + POLICY,
}
BEFORE = {
    ("README.md", "oms diff --since 7d"): SNAPSHOTS,
    ("README.md", "oms diff"): SNAPSHOTS,
    ("gitlab-ci.yml", "oms diff --fail-on license,gone -f models.txt --format md"):
        "OMS_NOW=2026-09-07T00:00:00Z oms fetch -q\n",
    ("cookbook.md", "oms fetch -q && oms diff --since 7d"): SNAPSHOTS,
    ("cookbook.md", "oms check --scan src --policy oms-policy.toml --format github"):
        "oms cache clear -q\n" + CODE,
    ("cookbook.md", "oms fetch -q && oms diff -q --only license,gone -f models.txt"):
        SNAPSHOTS + "echo Qwen/Qwen3-8B > models.txt\n",
    ("cookbook.md", "oms diff --fail-on license,gone"): """mkdir -p monday/hub friday/hub
cat > monday/hub/models.json <<'END'
[{"id": "acme/reader", "_id": "000000000000000000000001", "tags": ["license:apache-2.0"]},
 {"id": "acme/writer", "_id": "000000000000000000000002", "tags": ["license:mit"]}]
END
cat > friday/hub/models.json <<'END'
[{"id": "acme/reader", "_id": "000000000000000000000001", "tags": ["license:cc-by-nc-4.0"]},
 {"id": "acme/writer", "_id": "000000000000000000000002", "tags": ["license:mit"]},
 {"id": "acme/singer", "_id": "000000000000000000000003", "tags": ["license:mit"]}]
END
oms cache clear
OMS_NOW=2026-08-24T06:00:00Z oms fetch -q --from monday
OMS_NOW=2026-08-28T06:00:00Z oms fetch -q --from friday
""",
    ("README.md", "oms scan ."): """rm -rf ./*
mkdir -p app deploy
{ printf '#\\n%.0s' {1..13}; echo 'embed = SentenceTransformer("BAAI/bge-small-en-v1.5")'; } > app/rag.py
printf 'services:\\n  llm:\\n    image: vllm/vllm-openai\\n    command:\\n    - --model\\n' > deploy/compose.yaml
printf '    - --model=mistralai/Mistral-7B-Instruct-v0.3\\n' >> deploy/compose.yaml
""",
}


@dataclass
class Command:
    line: int  # in the document, from 1
    script: str
    code: int = 0
    shown: list[str] | None = None  # None: the output is not compared
    online: bool = True  # with the cache of the session and the Hubs
    end: int = 0  # the shown output is lines[line:end] of the document


@dataclass
class Document:
    path: pathlib.Path
    lines: list[str]
    commands: list[Command] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    accepted: list[tuple[Command, list[str]]] = field(default_factory=list)

    def fail(self, line, why):
        self.failures.append(f"FAIL {os.path.relpath(self.path)}:{line}: {why}")

    def leave_out(self, rule, count=1):
        if rule not in ("comment", "blank"):
            self.left_out[rule] = self.left_out.get(rule, 0) + count


# --- Reading --------------------------------------------------------------------------------------


def exit_code(text):
    told = re.search(r"\s#.*\bexit (\d+)", text)
    return int(told[1]) if told else 0


def fill_placeholders(text):
    for word, values in PLACEHOLDERS.items():
        for value in values:
            text = re.sub(rf"(?<![\w/]){re.escape(word)}(?![\w/])", value, text, count=1)
    return text


def starts_oms(text):
    """Whether oms is a command of this line; a YAML step may stand before it."""
    begin = r"(?:^|[|;&(!]|&&|\bif|\bthen|\bdo)\s*(?:[A-Z_]+=\S* )*"
    return re.search(begin + r"oms(?= |$)", text.split(" #")[0].strip()) is not None


def read_transcript(document, first, lines, online):
    """Lines of a block with "$ " lines; `first` is the index of the first one in the document."""
    command = None
    for number, line in enumerate(lines, first + 1):
        if line.startswith("$ "):
            command = Command(number, line[2:], exit_code(line), [], online, number)
            document.commands.append(command)
        elif command is None:
            document.fail(number, "output without a command")
            return
        elif not command.shown and command.script.endswith("\\"):
            command.script += "\n" + line.removeprefix("> ")
            command.code, command.line, command.end = exit_code(line), number, number
        else:
            command.shown.append(line)
            command.end = number
    for command in document.commands:
        while command.shown and not command.shown[-1]:
            command.shown.pop()
            command.end -= 1


def read_lines(document, first, lines, language):
    number = 0
    while number < len(lines):
        at, text = first + number + 1, lines[number]
        number += 1
        if language in JOBS:
            text = re.sub(JOBS[language], "", text, count=1)
        if language == "groovy":
            text = re.sub(r"'( *//|$)", " #", text)
        while text.endswith("\\") and number < len(lines):
            text += "\n" + lines[number]
            number += 1
        rule = next((name for name, line in LEFT_OUT.items() if line.match(text)), None)
        if rule:
            document.leave_out(rule)
        elif starts_oms(text):
            document.commands.append(Command(at, fill_placeholders(text), exit_code(text)))
        elif language in JOBS:
            document.leave_out("lines around the commands of a job")
        else:
            document.fail(at, f"neither a command nor left out by a rule: {text}")


def read_row(document, at, row):
    """The commands of a table's row."""
    before = ""
    for text in re.findall(r"`([^`]*)`", row.replace(r"\|", "|")):
        text = text.replace("… ", before + " ") if text.startswith("… ") else text
        if starts_oms(text) and text != "oms":
            before = text
            document.commands.append(Command(at, fill_placeholders(text)))


def read_document(path):
    document = Document(path, path.read_text(encoding="utf-8").split("\n"))
    if path.suffix != ".md":
        read_lines(document, 0, document.lines, "yaml" if path.suffix == ".yml" else "groovy")
        return document
    number = 0
    while number < len(document.lines):
        line = document.lines[number]
        number += 1
        if line.startswith("|"):
            read_row(document, number, line)
        if not line.startswith("```"):
            continue
        (language, *words), first = line[3:].split() or [""], number
        while number < len(document.lines) and not document.lines[number].startswith("```"):
            number += 1
        block = document.lines[first:number]
        number += 1
        if language in FILES:
            document.leave_out("files and texts", len(block))
        elif any("hyperfine " in text for text in block):
            document.leave_out("measurements", len(block))
        elif any(text.startswith("$ ") for text in block):
            read_transcript(document, first, block, "fetched" in words)
        else:
            read_lines(document, first, block, language)
    return document


# --- Running --------------------------------------------------------------------------------------


def matches(shown, printed):
    """Whole lines; "…" stands for any number of them."""
    if "…" not in shown:
        return shown == printed
    cut = shown.index("…")
    if shown[:cut] != printed[:cut]:
        return False
    rest = shown[cut + 1:]
    return any(matches(rest, printed[begin:]) for begin in range(cut, len(printed) + 1))


def shorten(shown, printed):
    """What --accept writes: all of it, or as many lines around the "…" as before."""
    if shown.count("…") != 1:
        return printed
    cut = shown.index("…")
    after = len(shown) - cut - 1
    return [*printed[:cut], "…", *printed[len(printed) - after:]]


class Session:
    """HOME, working directory, environment and Hubs of one document."""

    def __init__(self, folder, oms, hubs):
        self.home, self.work, binaries = folder / "home", folder / "work", folder / "bin"
        for made in (self.home, self.work, binaries):
            made.mkdir(parents=True)
        (binaries / "oms").symlink_to(oms)
        self.always = {
            "PATH": f"{binaries}:/usr/bin:/bin", "HOME": str(self.home), "LC_ALL": "C.UTF-8",
            "OMS_NOW": NOW, "NO_PROXY": "127.0.0.1", "OMS_RETRY_UNIT_MS": "1",
            "TERM": "dumb", "OMS_PAGER": "",  # neither color nor links
            "GITHUB_STEP_SUMMARY": str(self.home / "summary.md"),
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}}
        self.offline = {"OMS_CACHE_DIR": str(folder / "none"), "HF_HUB_OFFLINE": "1"}
        hub, others = hubs
        self.online = {"HF_ENDPOINT": hub} | {
            f"OMS_{source}_ENDPOINT": others
            for source in ("ROUTER", "OPENROUTER", "DATASETS_SERVER", "OPEN_ASR",
                           "ARTIFICIAL_ANALYSIS")}

    def run(self, script, online, terminal):
        """What was printed, as lines, and the exit code."""
        where = self.online if online else self.offline
        command = ["bash", "-o", "pipefail", "-c", script]
        how = {"cwd": self.work, "env": self.always | where}
        if terminal:
            out, err, code, in_time = run_on_terminal(command, SECONDS, (80, 1000), **how)
        else:
            out, err, code, in_time = run_on_pipes(command, SECONDS, **how)
        paths = {self.home: "~", self.work: "."}
        lines = show(out + err, paths)
        while lines and not lines[-1]:  # as in documents, where a block ends with its last words
            lines.pop()
        return lines, code if in_time else "timed out"

    def prepare(self, script):
        printed, code = self.run("set -e\n" + script, online=True, terminal=False)
        if code:
            raise SystemExit("\n".join(["set-up failed:", script, *printed]))


def run_document(document, session, accepting):
    name = document.path.name
    session.prepare(BEGIN.get(name, ""))
    for command in document.commands:
        first = re.sub(r"\s+#.*", "", command.script)
        if script := BEFORE.get((name, first)):
            session.prepare(script)
        printed, code = session.run(command.script, command.online, command.shown is not None)
        if code != command.code:
            document.fail(command.line, f"exit {code} where {command.code} is said: "
                          + "\n".join([command.script, *printed[-12:]]))
        elif command.shown is not None and not matches(command.shown, printed):
            if accepting:
                document.accepted.append((command, shorten(command.shown, printed)))
                continue
            difference = difflib.unified_diff(command.shown, printed, "document", "oms", lineterm="")
            document.fail(command.line, "\n".join([command.script, *difference]))


def accept(document):
    for command, printed in reversed(document.accepted):
        document.lines[command.line:command.end] = printed
    if document.accepted:
        document.path.write_text("\n".join(document.lines), encoding="utf-8")
        print(f"accepted {len(document.accepted)} outputs in {document.path.name}")


def report(document, expected):
    name = document.path.name
    if expected and not document.commands:
        document.fail(1, "no command was found in it")
    left = ", ".join(f"{count} {rule}" for rule, count in document.left_out.items())
    print(f"{name}: {len(document.commands)} commands"+ (f"; left out: {left}" if left else ""))
    print(*document.failures, sep="\n", end="\n" if document.failures else "")


def write_hub(folder):
    """A Hub with some of the bundled models: all of few owners that the documents name."""
    (folder / "hub").mkdir(parents=True)
    owners, models = {"allenai", "mistralai", "Qwen", "acme"}, []
    with open(ROOT / "data/snapshot.ndjson", encoding="utf-8") as records:
        for number, line in enumerate(records):
            record = json.loads(line)
            if record["id"].split("/")[0] in owners:
                public = {key: value for key, value in record.items() if key[0] != "_"}
                models.append({"_id": f"{number:024x}", "sha": f"{number:040x}", **public})
    (folder / "hub/models.json").write_text(json.dumps(models), encoding="utf-8")
    return str(folder)


def main():
    parser = argparse.ArgumentParser(description="Runs the commands of the documents.")
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    parser.add_argument("--hub", required=True)
    parser.add_argument("--accept", action="store_true", help="write failed outputs into documents")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    Hub.program = options.hub
    files = options.files or [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")),
                              *sorted((ROOT / "docs/ci").glob("*"))]
    base = pathlib.Path(tempfile.mkdtemp(prefix="oms-docs-")).resolve()
    failed = 0
    data = write_hub(base / "data")
    with Hub("--data", data) as hub, Hub("--models", "300", "--seed", "7") as others:
        for number, path in enumerate(files):
            document = read_document(path.resolve())
            session = Session(base / str(number), options.oms.resolve(), (hub.url, others.url))
            run_document(document, session, options.accept)
            accept(document)
            report(document, bool(options.files) or path.name in WITH_COMMANDS)
            failed += len(document.failures)
    if failed:
        print(f"{failed} failed; kept: {base}")
        return 1
    shutil.rmtree(base)
    return 0


if __name__ == "__main__":
    sys.exit(main())
