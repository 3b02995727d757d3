/* Stands between a process and its files, for one folder only (SHIM_FOLDER).
 *
 * SHIM_LOG: every change is written there, as it was made and in its order, so that a power cut can
 * be simulated at any point: struct head, the path, the second path or the bytes.
 * SHIM_FAIL "<number>:<kind>": the change with this number (from 1) fails, and all after it: kind is
 * an errno, or "short" for half of what was to be written and then ENOSPC.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE, SYNC, UNLINK, RENAME };

struct head {
    uint32_t what, path_length;
    uint64_t place, length;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[1024];
static int log_file = -1;
static long changes, failing;
static int failure, ready;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static void begin(void)
{
    if (ready)
        return;
    ready = 1;
    const char *where = getenv("SHIM_FOLDER"), *log = getenv("SHIM_LOG"), *fail = getenv("SHIM_FAIL");
    if (where)
        snprintf(folder, sizeof folder, "%s", where);
    if (log) {
        int (*real)(const char *, int, ...) = next("open64");
        log_file = real(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    }
    if (fail) {
        failing = atol(fail);
        const char *kind = strchr(fail, ':');
        failure = kind ? atoi(kind + 1) : 0; /* "short" gives 0 */
    }
}

static int inside(const char *path) { return folder[0] && !strncmp(path, folder, strlen(folder)); }

static int path_of(int file, char *path, size_t room)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, room - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return inside(path) && !strstr(path, "-shm");
}

static void note(uint32_t what, const char *path, uint64_t place, uint64_t length, const void *data)
{
    if (log_file < 0)
        return;
    struct head head = {what, (uint32_t)strlen(path), place, length};
    struct iovec parts[3] = {
        {&head, sizeof head}, {(void *)path, head.path_length}, {(void *)data, data ? length : 0}};
    pthread_mutex_lock(&turn);
    if (writev(log_file, parts, 3) < 0)
        abort();
    pthread_mutex_unlock(&turn);
}

/* Whether this change fails; for "short", -1. */
static int fails(const char *path)
{
    if (!failing || strstr(path, "/ack"))
        return 0;
    if (++changes < failing)
        return 0;
    errno = failure ? failure : ENOSPC;
    return failure || changes > failing ? 1 : -1;
}

static ssize_t written(int file, const void *data, size_t length, off64_t place, int here)
{
    ssize_t (*at)(int, const void *, size_t, off64_t) = next("pwrite64");
    ssize_t (*on)(int, const void *, size_t) = next("write");
    char path[1024];
    begin();
    if (!path_of(file, path, sizeof path))
        return here ? on(file, data, length) : at(file, data, length, place);
    int wrong = fails(path);
    if (wrong > 0)
        return -1;
    if (wrong < 0 && length > 1)
        length /= 2;
    if (here)
        place = lseek64(file, 0, SEEK_CUR);
    ssize_t done = here ? on(file, data, length) : at(file, data, length, place);
    if (done > 0)
        note(WRITE, path, place, done, data);
    return done;
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t place)
{
    return written(file, data, length, place, 0);
}

ssize_t pwrite(int file, const void *data, size_t length, off_t place)
{
    return written(file, data, length, place, 0);
}

ssize_t write(int file, const void *data, size_t length) { return written(file, data, length, 0, 1); }

static int cut(int file, off64_t length)
{
    int (*real)(int, off64_t) = next("ftruncate64");
    char path[1024];
    begin();
    if (!path_of(file, path, sizeof path))
        return real(file, length);
    if (fails(path))
        return -1;
    int done = real(file, length);
    if (!done)
        note(TRUNCATE, path, length, 0, NULL);
    return done;
}

int ftruncate64(int file, off64_t length) { return cut(file, length); }
int ftruncate(int file, off_t length) { return cut(file, length); }

static int synced(int file, const char *name)
{
    int (*real)(int) = next(name);
    char path[1024];
    begin();
    if (!path_of(file, path, sizeof path))
        return real(file);
    if (fails(path))
        return -1;
    int done = real(file);
    if (!done)
        note(SYNC, path, 0, 0, NULL);
    return done;
}

int fsync(int file) { return synced(file, "fsync"); }
int fdatasync(int file) { return synced(file, "fdatasync"); }

int unlink(const char *path)
{
    int (*real)(const char *) = next("unlink");
    begin();
    if (!inside(path) || strstr(path, "-shm"))
        return real(path);
    if (fails(path))
        return -1;
    int done = real(path);
    if (!done)
        note(UNLINK, path, 0, 0, NULL);
    return done;
}

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = next("rename");
    begin();
    if (!inside(from))
        return real(from, to);
    if (fails(from))
        return -1;
    int done = real(from, to);
    if (!done)
        note(RENAME, from, 0, strlen(to), to);
    return done;
}
