#!/usr/bin/env python3
"""The real pager on a pseudo-terminal, with keys: transcripts cannot press any.

    tests/cli/less_test.py --oms build/release/oms [Class.test]
"""

import argparse
import fcntl
import os
import pathlib
import pty
import select
import shutil
import signal
import struct
import sys
import termios
import time
import unittest

OMS = pathlib.Path()
SECONDS = 60


class Terminal:
    """A program on a terminal of 80 columns and 10 rows."""

    def __init__(self, *arguments, **variables):
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 10, 80, 0, 0))
            environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm",
                           "LC_ALL": "C.UTF-8"} | variables
            os.execve(OMS, ["oms", *arguments], environment)

    def wait_for(self, text):
        end = time.monotonic() + SECONDS
        while text not in self.seen:
            if time.monotonic() > end or not self.read():
                raise AssertionError(f"no {text!r} in {self.seen!r}")

    def read(self):
        ready, _, _ = select.select([self.fd], [], [], SECONDS)
        if not ready:
            return False
        try:
            got = os.read(self.fd, 65536)
        except OSError:  # the other end is closed
            return False
        self.seen += got
        return bool(got)

    def press(self, keys):
        os.write(self.fd, keys)

    def leave(self):
        """Presses q until that is the end: less forgets keys that come while it is interrupted."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and not self.is_over():
            try:
                self.press(b"q")
            except OSError:  # the other end is closed
                pass
        return self.code()

    def is_over(self):
        """Whether the program is through with the terminal, or is within half a second."""
        while select.select([self.fd], [], [], 0.5)[0]:
            if not self.read():
                return True
        return False

    def code(self):
        end = time.monotonic() + SECONDS
        while not self.is_over() and time.monotonic() < end:
            pass
        if time.monotonic() >= end:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


@unittest.skipUnless(shutil.which("less"), "less is not installed")
class Less(unittest.TestCase):
    def test_it_is_the_pager_where_none_is_named_and_q_leaves_it(self):
        terminal = Terminal("list", "-n", "0", "-q")
        terminal.wait_for(b"\n:")
        self.assertEqual(terminal.leave(), 0)

    def test_it_shows_what_comes_on_later_pages(self):
        terminal = Terminal("list", "-n", "0", "-q", "--author", "allenai", "--sort", "id")
        terminal.wait_for(b"\n:")
        self.assertNotIn(b"allenai/wildguard", terminal.seen)
        terminal.press(b"G")
        terminal.wait_for(b"allenai/wildguard")
        self.assertEqual(terminal.leave(), 0)

    def test_it_leaves_at_once_when_there_is_little_to_show(self):
        terminal = Terminal("list", "-n", "3", "-q")
        self.assertEqual(terminal.code(), 0)
        self.assertEqual(terminal.seen.count(b"\n"), 3)

    def test_ctrl_c_is_for_the_pager_alone(self):
        terminal = Terminal("list", "-n", "0", "-q")
        terminal.wait_for(b"\n:")
        terminal.press(b"\x03")
        time.sleep(0.3)  # there is no sign that nothing happened
        self.assertEqual(os.waitpid(terminal.pid, os.WNOHANG), (0, 0))
        self.assertEqual(terminal.leave(), 0)

    def test_notes_stand_behind_the_pages(self):
        terminal = Terminal("list", "--author", "allenai", "-n", "20")
        terminal.wait_for(b"\n:")
        self.assertNotIn(b"20 of ", terminal.seen)
        self.assertEqual(terminal.leave(), 0)
        self.assertIn(b"20 of ", terminal.seen)

    def test_ctrl_c_before_the_pager_ends_the_program(self):
        terminal = Terminal("check", "-f", "-")  # reads the terminal
        time.sleep(0.3)
        terminal.press(b"\x03")
        self.assertEqual(terminal.code(), -signal.SIGINT)


def main():
    global OMS
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--oms", required=True, type=pathlib.Path)
    options, rest = parser.parse_known_args()
    OMS = options.oms.resolve()
    unittest.main(argv=[sys.argv[0], "-v", *rest])


if __name__ == "__main__":
    main()
