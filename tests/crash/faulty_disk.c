// A disk that fails, loaded in front of libc by LD_PRELOAD. It counts the calls that change files
// below FAULTY_DIR, and at call FAULTY_AT does what FAULTY_MODE says:
//
//   kill   the process is killed in place of the call; half of a write gets through
//   power  the same, and what no fsync has kept is gone: the content of files that were not synced,
//          names in directories that were not synced (what they replaced stands again)
//   power-names, power-current   the same, but a file system need not keep any order: all names
//          stand, or that of CURRENT alone
//   full   this call and all that follow and need space fail with ENOSPC
//   error  this call alone fails with EIO
//
// With FAULTY_LOG the number of calls is written to that file when the process ends. Threads may
// call at the same time. FAULTY_KEPT is a directory beside FAULTY_DIR for what renames replace.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { kMostFiles = 1024, kMostRenames = 4096 };

// A descriptor with a file below FAULTY_DIR. One without a name is gone with its process.
static struct {
  char path[PATH_MAX];
  int is_ours;
} descriptors[kMostFiles];

static struct {
  char path[PATH_MAX];
} unsynced[kMostFiles];  // files that were written and not synced

static struct {
  char to[PATH_MAX];
  int replaced;  // what stood there is FAULTY_KEPT/<index>
  int kept;      // the directory was synced
} renames[kMostRenames];

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static const char* directory;
static const char* mode;
static const char* kept_directory;
static long fail_at;
static long calls;
static int rename_count;

static void write_log(void) {
  const char* log = getenv("FAULTY_LOG");
  if (log == NULL) return;
  char text[32];
  const int size = snprintf(text, sizeof text, "%ld\n", calls);
  const int file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, text, size);
  syscall(SYS_close, file);
}

__attribute__((constructor)) static void begin(void) {
  directory = getenv("FAULTY_DIR");
  mode = getenv("FAULTY_MODE");
  kept_directory = getenv("FAULTY_KEPT");
  const char* at = getenv("FAULTY_AT");
  fail_at = at == NULL ? 0 : atol(at);
  if (mode == NULL) mode = "";
  atexit(write_log);
}

static int is_ours(const char* path) {
  return directory != NULL && strncmp(path, directory, strlen(directory)) == 0;
}

static void forget_unsynced(const char* path) {
  for (int i = 0; i < kMostFiles; ++i) {
    if (strcmp(unsynced[i].path, path) == 0) unsynced[i].path[0] = '\0';
  }
}

static void add_unsynced(const char* path) {
  forget_unsynced(path);
  for (int i = 0; i < kMostFiles; ++i) {
    if (unsynced[i].path[0] != '\0') continue;
    strcpy(unsynced[i].path, path);
    return;
  }
  abort();  // more files than there is room for
}

static int is_power(void) { return strncmp(mode, "power", 5) == 0; }

static int forgets(const char* path) {
  const char* name = strrchr(path, '/') + 1;
  if (strcmp(mode, "power-names") == 0) return 0;
  return strcmp(mode, "power-current") != 0 || strcmp(name, "CURRENT") != 0;
}

static void cut_power(void) {
  for (int i = 0; i < kMostFiles; ++i) {
    if (unsynced[i].path[0] != '\0') syscall(SYS_truncate, unsynced[i].path, 0);
  }
  for (int i = rename_count - 1; i >= 0; --i) {
    if (renames[i].kept || !forgets(renames[i].to)) continue;
    char before[PATH_MAX];
    snprintf(before, sizeof before, "%s/%d", kept_directory, i);
    if (renames[i].replaced) {
      syscall(SYS_rename, before, renames[i].to);
    } else {
      syscall(SYS_unlink, renames[i].to);
    }
  }
}

static void die(void) {
  if (is_power()) cut_power();
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

enum { kNeedsSpace = 1 };

// Counts one call. 0: it may go on; else what it fails with. Does not return where the process ends.
static int count(int needs) {
  ++calls;
  if (fail_at == 0) return 0;
  const int now = calls == fail_at;
  if (strcmp(mode, "full") == 0) return calls >= fail_at && needs == kNeedsSpace ? ENOSPC : 0;
  if (!now) return 0;
  if (strcmp(mode, "error") == 0) return EIO;
  die();
  return 0;
}

static int refused(int error) {
  pthread_mutex_unlock(&mutex);
  errno = error;
  return -1;
}

static int open_file(const char* path, int flags, mode_t permissions) {
  const int named = (flags & O_TMPFILE) != O_TMPFILE;
  const int changes = (flags & (O_CREAT | O_TRUNC)) != 0 || !named;
  if (!is_ours(path)) return (int)syscall(SYS_openat, AT_FDCWD, path, flags, permissions);
  pthread_mutex_lock(&mutex);
  const int error = changes ? count(kNeedsSpace) : 0;
  if (error != 0) return refused(error);
  const int file = (int)syscall(SYS_openat, AT_FDCWD, path, flags, permissions);
  if (file >= 0 && file < kMostFiles) {
    strcpy(descriptors[file].path, named ? path : "");
    descriptors[file].is_ours = 1;
  }
  pthread_mutex_unlock(&mutex);
  return file;
}

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t permissions = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, permissions);
}
int open64(const char* path, int flags, ...) __attribute__((alias("open")));

static int ours(int file) { return file >= 0 && file < kMostFiles && descriptors[file].is_ours; }

static ssize_t write_some(int file, const void* bytes, size_t size, off_t at, int at_place) {
#define PUT(n)                                                                       \
  (at_place ? syscall(SYS_pwrite64, file, bytes, (n), at) : syscall(SYS_write, file, bytes, (n)))
  if (!ours(file)) return PUT(size);
  pthread_mutex_lock(&mutex);
  const int dies = calls + 1 == fail_at && (strcmp(mode, "kill") == 0 || is_power());
  if (descriptors[file].path[0] != '\0') add_unsynced(descriptors[file].path);
  if (dies) PUT(size / 2);
  const int error = count(kNeedsSpace);
  if (error != 0) return refused(error);
  const ssize_t written = PUT(size);
  pthread_mutex_unlock(&mutex);
  return written;
#undef PUT
}

ssize_t write(int file, const void* bytes, size_t size) {
  return write_some(file, bytes, size, 0, 0);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  return write_some(file, bytes, size, at, 1);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at)
    __attribute__((alias("pwrite")));

int ftruncate(int file, off_t size) {
  if (!ours(file)) return (int)syscall(SYS_ftruncate, file, size);
  pthread_mutex_lock(&mutex);
  const int error = count(0);
  if (error != 0) return refused(error);
  const int done = (int)syscall(SYS_ftruncate, file, size);
  pthread_mutex_unlock(&mutex);
  return done;
}
int ftruncate64(int file, off_t size) __attribute__((alias("ftruncate")));

// Gives back what it fails with and leaves errno alone.
int posix_fallocate(int file, off_t at, off_t size) {
  const int counted = ours(file);
  if (counted) pthread_mutex_lock(&mutex);
  const int before = errno;
  int error = counted ? count(kNeedsSpace) : 0;
  if (error == 0 && syscall(SYS_fallocate, file, 0, at, size) != 0) error = errno;
  errno = before;
  if (counted) pthread_mutex_unlock(&mutex);
  return error;
}
int posix_fallocate64(int file, off_t at, off_t size) __attribute__((alias("posix_fallocate")));

// Of a file its content, of a directory the names in it.
int fsync(int file) {
  if (!ours(file)) return (int)syscall(SYS_fsync, file);
  pthread_mutex_lock(&mutex);
  const int error = count(0);
  if (error != 0) return refused(error);
  const char* path = descriptors[file].path;
  forget_unsynced(path);
  const size_t size = strlen(path);
  for (int i = 0; i < rename_count; ++i) {
    const char* slash = strrchr(renames[i].to, '/');
    if ((size_t)(slash - renames[i].to) == size && strncmp(renames[i].to, path, size) == 0) {
      renames[i].kept = 1;
    }
  }
  pthread_mutex_unlock(&mutex);
  return 0;  // what is kept is known; to wait for the real disk would only take time
}
int fdatasync(int file) { return fsync(file); }

int close(int file) {
  if (ours(file)) descriptors[file].is_ours = 0;
  return (int)syscall(SYS_close, file);
}

int rename(const char* from, const char* to) {
  if (!is_ours(to)) return (int)syscall(SYS_rename, from, to);
  pthread_mutex_lock(&mutex);
  const int error = count(0);
  if (error != 0) return refused(error);
  if (rename_count == kMostRenames) abort();
  char before[PATH_MAX];
  snprintf(before, sizeof before, "%s/%d", kept_directory == NULL ? "" : kept_directory,
           rename_count);
  const int replaced = kept_directory != NULL && syscall(SYS_link, to, before) == 0;
  const int done = (int)syscall(SYS_rename, from, to);
  if (done == 0) {
    strcpy(renames[rename_count].to, to);
    renames[rename_count].replaced = replaced;
    renames[rename_count].kept = kept_directory == NULL;
    ++rename_count;
    for (int i = 0; i < kMostFiles; ++i) {
      if (strcmp(unsynced[i].path, from) == 0) strcpy(unsynced[i].path, to);
    }
  }
  pthread_mutex_unlock(&mutex);
  return done;
}

int renameat2(int from_directory, const char* from, int to_directory, const char* to,
              unsigned flags) {
  if (is_ours(to)) {
    pthread_mutex_lock(&mutex);
    const int error = count(0);
    if (error != 0) return refused(error);
    pthread_mutex_unlock(&mutex);
  }
  return (int)syscall(SYS_renameat2, from_directory, from, to_directory, to, flags);
}

int mkdir(const char* path, mode_t permissions) {
  if (!is_ours(path)) return (int)syscall(SYS_mkdir, path, permissions);
  pthread_mutex_lock(&mutex);
  const int error = count(kNeedsSpace);
  if (error != 0) return refused(error);
  const int done = (int)syscall(SYS_mkdir, path, permissions);
  pthread_mutex_unlock(&mutex);
  return done;
}

static int remove_name(const char* path, long call) {
  if (!is_ours(path)) return (int)syscall(call, path);
  pthread_mutex_lock(&mutex);
  const int error = count(0);
  if (error != 0) return refused(error);
  forget_unsynced(path);
  const int done = (int)syscall(call, path);
  pthread_mutex_unlock(&mutex);
  return done;
}
int unlink(const char* path) { return remove_name(path, SYS_unlink); }
int rmdir(const char* path) { return remove_name(path, SYS_rmdir); }
