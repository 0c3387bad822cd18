/* Writes down, in order, what a process does to the files below a folder: the power-cut tests play it back up to any moment,
 * without what was never synced. Loaded with LD_PRELOAD; RECORD_DIR is the folder, RECORD_LOG the file written to. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, SYNC, TRUNCATE, UNLINK, RENAME };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int out = -2;

#define REAL(name, type, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static void put(const void *bytes, size_t size) {
  while (size > 0) {
    ssize_t done = REAL("write", ssize_t, int, const void *, size_t)(out, bytes, size);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    size -= (size_t)done;
  }
}

static int watched(const char *path) {
  const char *dir = getenv("RECORD_DIR");
  if (out == -2) {
    const char *file = getenv("RECORD_LOG");
    out = dir && file ? open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  }
  return out >= 0 && path[0] == '/' && strncmp(path, dir, strlen(dir)) == 0;
}

/* The path of an open file; 0 where it is none of ours. */
static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, path, PATH_MAX - 1);
  if (size <= 0) return 0;
  path[size] = 0;
  return watched(path);
}

static void note(uint32_t kind, const char *path, int64_t at, const void *bytes, size_t size) {
  uint32_t head[3] = {kind, (uint32_t)strlen(path), (uint32_t)size};
  put(head, sizeof head);
  put(&at, sizeof at);
  put(path, head[1]);
  put(bytes, size);
}

/* One thing at a time, so that the order written down is the order in which it happened. */
#define RECORDED(fd, call, ok, ...)                \
  char path[PATH_MAX];                             \
  if (!path_of(fd, path)) return call;             \
  pthread_mutex_lock(&lock);                       \
  __typeof__(call) done = call;                    \
  if (ok) note(__VA_ARGS__);                       \
  pthread_mutex_unlock(&lock);                     \
  return done;

ssize_t write(int fd, const void *bytes, size_t size) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  RECORDED(fd, real(fd, bytes, size), done > 0, WRITE, path, lseek(fd, 0, SEEK_CUR) - done, bytes, (size_t)done)
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  RECORDED(fd, real(fd, bytes, size, at), done > 0, WRITE, path, at, bytes, (size_t)done)
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }
/* In one piece after the other: callers go on where a call ended early. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return count > 0 ? write(fd, parts[0].iov_base, parts[0].iov_len) : 0;
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  return count > 0 ? pwrite64(fd, parts[0].iov_base, parts[0].iov_len, at) : 0;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return pwritev64(fd, parts, count, at); }
int fsync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  RECORDED(fd, real(fd), done == 0, SYNC, path, 0, "", 0)
}
int fdatasync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
  RECORDED(fd, real(fd), done == 0, SYNC, path, 0, "", 0)
}
int ftruncate64(int fd, off64_t size) {
  int (*real)(int, off64_t) = dlsym(RTLD_NEXT, "ftruncate64");
  RECORDED(fd, real(fd, size), done == 0, TRUNCATE, path, size, "", 0)
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int unlink(const char *path) {
  int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
  int done = real(path);
  pthread_mutex_lock(&lock);
  if (done == 0 && watched(path)) note(UNLINK, path, 0, "", 0);
  pthread_mutex_unlock(&lock);
  return done;
}
int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  int done = real(from, to);
  pthread_mutex_lock(&lock);
  if (done == 0 && watched(from)) note(RENAME, from, 0, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return done;
}
