// Loaded in front of a program by LD_PRELOAD: from before main() on the kernel ends the program with
// SIGSYS when it makes a socket or another process, however it asks for one. Threads are free.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SECCOMP_RET_KILL_PROCESS
#define SECCOMP_RET_KILL_PROCESS 0x80000000U
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(with) BPF_STMT(BPF_RET | BPF_K, (with))
#define WHEN(call, with) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), ANSWER(with)

static struct sock_filter rules[] = {
    LOAD(nr),
    WHEN(__NR_socket, SECCOMP_RET_KILL_PROCESS),
    WHEN(__NR_socketpair, SECCOMP_RET_KILL_PROCESS),
    WHEN(__NR_connect, SECCOMP_RET_KILL_PROCESS),
    WHEN(__NR_execve, SECCOMP_RET_KILL_PROCESS),
    WHEN(__NR_execveat, SECCOMP_RET_KILL_PROCESS),
#ifdef __NR_fork
    WHEN(__NR_fork, SECCOMP_RET_KILL_PROCESS),
    WHEN(__NR_vfork, SECCOMP_RET_KILL_PROCESS),
#endif
#ifdef __NR_clone3
    // Its flags stand in memory, where a filter cannot look: libc then uses the older call.
    WHEN(__NR_clone3, SECCOMP_RET_ERRNO | ENOSYS),
#endif
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 4),
    LOAD(args[0]),
    BPF_STMT(BPF_ALU | BPF_AND | BPF_K, CLONE_THREAD),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    ANSWER(SECCOMP_RET_ALLOW),
};

__attribute__((constructor)) static void guard(void) {
  const struct sock_fprog program = {sizeof rules / sizeof rules[0], rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0) {
    return;
  }
  perror("no_network");
  _exit(77);
}
