/* Loaded before a program, fails one of its reads of a file with EIO, as a disk with a bad sector does:
 * the one that READ_FAILS_AT counts to. READS_TOLD names a file that is told how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int reads;

static ssize_t failing(const char *name, int file, void *bytes, size_t count, off_t offset) {
    ssize_t (*real)(int, void *, size_t, off_t) = dlsym(RTLD_NEXT, name);
    const char *wanted = getenv("READ_FAILS_AT");
    if (__atomic_add_fetch(&reads, 1, __ATOMIC_SEQ_CST) == (wanted ? atoi(wanted) : 0)) {
        errno = EIO;
        return -1;
    }
    return real(file, bytes, count, offset);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    return failing("pread", file, bytes, count, offset);
}

ssize_t pread64(int file, void *bytes, size_t count, off_t offset) {
    return failing("pread64", file, bytes, count, offset);
}

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("READS_TOLD");
    FILE *file = name ? fopen(name, "w") : NULL;
    if (!file) return;
    fprintf(file, "%d\n", reads);
    fclose(file);
}
