#!/usr/bin/env python3
r"""Runs the transcripts tests/cli/*.t against a real oms binary and compares whole output.

    tests/cli/run.py --oms build/release/oms [--filter TEXT] [--accept] [--timeout S] [FILE.t …]

A transcript is a list of cases with blank lines between them. A case:

    # The rule this case proves, as a sentence
    @ pty 80x24
    $ oms list --task chat -n 2 | head -1
    > one line of expected stdout, verbatim after "> "; a lone > is an empty line
    ! one line of expected stderr, likewise; no such line: stderr must be empty
    ? 2

`$` is run with `bash -o pipefail -c`; several `$` lines are one script. `?` is the exit code,
0 when omitted; a signal counts 128 + its number, as in the shell. `@ pty COLUMNSxROWS` (optional)
runs the case on a pseudo-terminal of that size, where stderr comes with stdout in the `>` lines.
A block of `#` lines alone is a comment.

Lines are compared whole. In them stand `\e` for escape, `\r` for carriage return, `\xNN` for other
control bytes and for bytes that are not UTF-8, `\c` at the end of a last line without newline;
\r\n from a pseudo-terminal is a plain end of line. $HOME, $PWD and $TESTS stand for these paths.

Every case has its own empty working directory and this environment, nothing else:
    PATH with oms, /usr/bin and /bin; HOME and XDG_*_HOME inside a fresh directory;
    LC_ALL=C.UTF-8; OMS_NOW=2026-09-01T00:00:00Z; NO_PROXY=127.0.0.1; TESTS, the tests/ folder;
    TERM=xterm-256color and OMS_PAGER= (no pager) on a pseudo-terminal; *SAN_OPTIONS as outside, for
    sanitizer builds.
Commands set further variables inline. stdin is empty. A case has 20 seconds; what it leaves running
is killed. The directory of a failed case is kept and named.

--accept rewrites the expectations of failed cases in place; reviewing that diff is the check.
Exit codes: 0 all passed, 1 some failed, 2 wrong use or a transcript that cannot be read.
"""

import argparse
import concurrent.futures
import difflib
import fcntl
import os
import pathlib
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field

TESTS = pathlib.Path(__file__).resolve().parent.parent
TIMED_OUT = "timed out"


class Unreadable(Exception):
    """A transcript breaks the format; the text is file:line: why."""


@dataclass
class Outcome:
    """What a command printed and returned, in the notation of transcripts."""

    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    code: str = "0"

    def lines(self):
        marked = [f"> {line}" if line else ">" for line in self.out]
        marked += [f"! {line}" if line else "!" for line in self.err]
        return marked if self.code == "0" else marked + [f"? {self.code}"]


@dataclass
class Case:
    file: pathlib.Path
    line: int  # of the title, from 1
    title: str
    pty: tuple[int, int] | None = None  # columns, rows
    script: list[str] = field(default_factory=list)
    expected: Outcome = field(default_factory=Outcome)
    begin: int = 0  # the expectations are lines[begin:end] of the file
    end: int = 0

    def where(self):
        return f"{os.path.relpath(self.file)}:{self.line}: {self.title}"


# --- Transcripts ----------------------------------------------------------------------------------


def read_lines(path):
    # Not splitlines(): it also splits at characters that may stand in output.
    return path.read_bytes().decode("utf-8").removesuffix("\n").split("\n")


def read_transcript(path):
    cases, start = [], 0
    lines = read_lines(path)
    for i, line in enumerate([*lines, ""]):
        if line:
            continue
        if not all(comment.startswith("#") for comment in lines[start:i]):
            cases.append(read_case(path, lines, start, i))
        start = i + 1
    return cases


def read_case(path, lines, start, end):
    order = "#@$>!?"
    case = Case(path, start + 1, lines[start].lstrip("# "), end=end)
    previous = "#"
    for number, line in enumerate(lines[start:end], start + 1):
        mark, text = line[0], line[2:]
        if mark not in order or line[1:2] not in ("", " "):
            raise Unreadable(f"{path}:{number}: a line is one of {' '.join(order)}, a space, text")
        if order.index(mark) < order.index(previous) or (number == start + 1 and mark != "#"):
            raise Unreadable(f"{path}:{number}: the lines of a case come as {' '.join(order)}")
        previous = mark
        match mark:
            case "@":
                size = re.fullmatch(r"pty (\d+)x(\d+)", text)
                if not size:
                    raise Unreadable(f"{path}:{number}: expected '@ pty COLUMNSxROWS'")
                case.pty = int(size[1]), int(size[2])
            case "$":
                case.script.append(text)
                case.begin = number
            case ">":
                case.expected.out.append(text)
            case "!":
                case.expected.err.append(text)
            case "?":
                case.expected.code = text
    if not case.script:
        raise Unreadable(f"{path}:{start + 1}: a case needs a '$' line")
    return case


def accept(results):
    """Writes what the commands did over what was expected of them, file by file."""
    for path in {case.file for case, _ in results}:
        lines = read_lines(path)
        # From the bottom up: line numbers above a replacement stay valid.
        for case, outcome in sorted(results, key=lambda result: -result[0].line):
            if case.file == path:
                lines[case.begin : case.end] = outcome.lines()
        path.write_bytes(("\n".join(lines) + "\n").encode())


# --- Running --------------------------------------------------------------------------------------


def show(data, paths):
    """Bytes that were printed, as lines of a transcript."""
    text = data.decode("utf-8", "backslashreplace")
    for path, name in paths.items():
        text = text.replace(str(path), name)
    names = {"\x1b": r"\e", "\r": r"\r"}
    text = re.sub(r"[\0-\x08\x0b-\x1f\x7f]", lambda c: names.get(c[0], f"\\x{ord(c[0]):02x}"), text)
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += r"\c"
    else:
        lines.pop()
    return lines


def kill_session(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def collect(process, streams, timeout):
    """Reads the streams to their end. Returns their bytes and whether time was enough."""
    deadline = time.monotonic() + timeout
    data = {stream: b"" for stream in streams}
    unfinished = list(streams)
    while unfinished and time.monotonic() < deadline:
        ready = select.select(unfinished, [], [], 0.1)[0]
        for stream in ready:
            try:
                chunk = os.read(stream, 1 << 16)
            except OSError:  # how a pseudo-terminal says end of file
                chunk = b""
            data[stream] += chunk
            if not chunk:
                unfinished.remove(stream)
        if not ready and process.poll() is not None:
            kill_session(process)  # a job in the background keeps a stream open
    try:
        process.wait(max(0, deadline - time.monotonic()))
        in_time = not unfinished
    except subprocess.TimeoutExpired:
        in_time = False
    kill_session(process)
    process.wait()
    return list(data.values()), in_time


def run_on_pipes(command, timeout, **how):
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, start_new_session=True, **how) as process:
        streams = [process.stdout.fileno(), process.stderr.fileno()]
        (out, err), in_time = collect(process, streams, timeout)
    return out, err, process.returncode, in_time


def run_on_terminal(command, timeout, size, **how):
    terminal, end = os.openpty()
    columns, rows = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    with subprocess.Popen(["setsid", "--ctty", *command], stdin=end, stdout=end, stderr=end,
                          **how) as process:
        os.close(end)
        (out,), in_time = collect(process, [terminal], timeout)
    os.close(terminal)
    return out.replace(b"\r\n", b"\n"), b"", process.returncode, in_time


def run_case(case, folder, path, timeout):
    home, work = folder / "home", folder / "work"
    home.mkdir(parents=True)
    work.mkdir()
    environment = {
        "PATH": path,
        "HOME": str(home),
        "XDG_CACHE_HOME": f"{home}/.cache",
        "XDG_CONFIG_HOME": f"{home}/.config",
        "XDG_DATA_HOME": f"{home}/.local/share",
        "XDG_STATE_HOME": f"{home}/.local/state",
        "LC_ALL": "C.UTF-8",
        "OMS_NOW": "2026-09-01T00:00:00Z",
        "NO_PROXY": "127.0.0.1",
        "TESTS": str(TESTS),
    } | {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    command = ["bash", "-o", "pipefail", "-c", "\n".join(case.script)]
    if case.pty:
        environment |= {"TERM": "xterm-256color", "OMS_PAGER": ""}
        ran = run_on_terminal(command, timeout, case.pty, cwd=work, env=environment)
    else:
        ran = run_on_pipes(command, timeout, cwd=work, env=environment)
    out, err, code, in_time = ran
    paths = {home: "$HOME", work: "$PWD", TESTS: "$TESTS"}
    code = str(code if code >= 0 else 128 - code) if in_time else TIMED_OUT
    return Outcome(show(out, paths), show(err, paths), code)


def report(case, outcome, folder):
    print(f"FAIL {case.where()}")
    print(*difflib.unified_diff(case.expected.lines(), outcome.lines(), "expected", "actual",
                                lineterm=""), sep="\n")
    print(f"kept: {folder}\n")


def run_all(cases, oms, timeout, accepting):
    """Runs the cases and returns how many failed."""
    base = pathlib.Path(tempfile.mkdtemp(prefix="oms-cli-")).resolve()
    (base / "bin").mkdir()
    (base / "bin" / "oms").symlink_to(oms)
    path = f"{base}/bin:/usr/bin:/bin"
    folders = [base / str(number) for number in range(len(cases))]
    failed, accepted = 0, []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = pool.map(lambda c, f: run_case(c, f, path, timeout), cases, folders)
        for case, folder, outcome in zip(cases, folders, outcomes):
            if outcome != case.expected and not (accepting and outcome.code != TIMED_OUT):
                failed += 1
                report(case, outcome, folder)
                continue
            if outcome != case.expected:
                accepted.append((case, outcome))
                print(f"accepted {case.where()}")
            shutil.rmtree(folder, ignore_errors=True)
    accept(accepted)
    if not failed:
        shutil.rmtree(base)
    return failed


def main():
    parser = argparse.ArgumentParser(description="Runs transcripts against a real oms binary.")
    parser.add_argument("--oms", required=True, type=pathlib.Path, help="the binary to test")
    parser.add_argument("--filter", default="", metavar="TEXT",
                        help="only cases with TEXT in file name or title")
    parser.add_argument("--accept", action="store_true", help="rewrite what failed cases expect")
    parser.add_argument("--timeout", type=float, default=20, metavar="S", help="seconds for a case")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="default: tests/cli/*.t")
    options = parser.parse_args()
    if not os.access(options.oms, os.X_OK):
        parser.error(f"cannot run '{options.oms}'")
    try:
        files = options.files or sorted((TESTS / "cli").glob("*.t"))
        cases = [case for file in files for case in read_transcript(file)]
    except (OSError, UnicodeDecodeError, Unreadable) as error:
        parser.error(str(error))
    cases = [case for case in cases if options.filter in f"{case.file.name}: {case.title}"]
    if not cases:
        parser.error("no case to run")
    failed = run_all(cases, options.oms.resolve(), options.timeout, options.accept)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
