#include "CMemory.h"
#include <malloc.h>
#include <sqlite3.h>

// In C, because Swift calls no function of as many arguments as it is given, which sqlite3_config is,
// and knows no malloc.h.

void sqliteMemoryUncounted(int slotBytes, int slots) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, slotBytes, slots);
}

void largeMemoryGivenBack(int largeBytes, int freeBytes) {
    mallopt(M_MMAP_THRESHOLD, largeBytes);
    mallopt(M_TRIM_THRESHOLD, freeBytes);
}
