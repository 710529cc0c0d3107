#!/usr/bin/env python3
"""The most private memory that a command holds at any moment: anonymous pages, mapped files apart.

Usage: private_peak.py COMMAND [ARGUMENT ...]     prints kilobytes, and what the kernel counts in all

A process gives memory back only by a system call (munmap, brk, madvise, mremap, exit), so the sum of
anonymous pages is at its highest right before one of them. The command runs under ptrace, stops
before each of these calls, and /proc/PID/smaps_rollup is read there: nothing is sampled, nothing
missed, and page counts are exact. Its times mean nothing. Linux on x86-64 and aarch64 only.
"""
import ctypes
import os
import platform
import signal
import sys

TRACEME, SETOPTIONS, SYSCALL, GET_SYSCALL_INFO = 0, 0x4200, 24, 0x420E
O_TRACESYSGOOD, O_TRACECLONE, O_TRACEEXEC, O_EXITKILL = 0x1, 0x8, 0x10, 0x100000
SYSCALL_STOP = signal.SIGTRAP | 0x80
ENTRY = 1
WALL = 0x40000000
GIVING_BACK = {
    "x86_64": {11, 12, 25, 28, 9, 231, 60},  # munmap, brk, mremap, madvise, mmap, exit_group, exit
    "aarch64": {215, 214, 216, 233, 222, 94, 93},
}


class SyscallInfo(ctypes.Structure):
    """struct ptrace_syscall_info, as far as it is needed."""

    _fields_ = [("op", ctypes.c_uint8), ("pad", ctypes.c_uint8 * 3), ("arch", ctypes.c_uint32),
                ("instruction_pointer", ctypes.c_uint64), ("stack_pointer", ctypes.c_uint64),
                ("number", ctypes.c_uint64), ("arguments", ctypes.c_uint64 * 6)]


libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long


def ptrace(request, pid, address=0, data=0):
    if libc.ptrace(request, pid, address, data) < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"ptrace: {os.strerror(error)}")


def anonymous_kb(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            for line in file:
                if line.startswith("Anonymous:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def start(command, environment):
    pid = os.fork()
    if pid == 0:
        try:
            null = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(null, descriptor)
            ptrace(TRACEME, 0)
            os.execvpe(command[0], command, environment)
        finally:
            os._exit(127)  # pylint: disable=protected-access
    os.waitpid(pid, WALL)
    ptrace(SETOPTIONS, pid, 0, O_TRACESYSGOOD | O_TRACECLONE | O_TRACEEXEC | O_EXITKILL)
    ptrace(SYSCALL, pid)
    return pid


def gives_back(pid):
    info = SyscallInfo()
    ptrace(GET_SYSCALL_INFO, pid, ctypes.sizeof(info), ctypes.addressof(info))
    return info.op == ENTRY and info.number in GIVING_BACK[platform.machine()]


def private_peak_kb(command, environment):
    """(highest sum of anonymous pages, highest resident size, mapped files included), in kB"""
    leader = start(command, environment)
    peak = 0
    while True:
        pid, status, usage = os.wait4(-1, WALL)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            if pid != leader:
                continue
            if status != 0:
                raise SystemExit(f"{' '.join(command)} ended with status {status}")
            return peak, usage.ru_maxrss
        passed_on = 0
        if os.WSTOPSIG(status) == SYSCALL_STOP:
            if gives_back(pid):
                peak = max(peak, anonymous_kb(leader))
        elif os.WSTOPSIG(status) not in (signal.SIGTRAP, signal.SIGSTOP):
            passed_on = os.WSTOPSIG(status)
        ptrace(SYSCALL, pid, 0, passed_on)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    print(*private_peak_kb(sys.argv[1:], dict(os.environ)))
