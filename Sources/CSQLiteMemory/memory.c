#include "CSQLiteMemory.h"
#include <sqlite3.h>

// In C, because Swift calls no function of as many arguments as it is given, which sqlite3_config is.
void sqliteMemoryUncounted(int slotBytes, int slots) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, slotBytes, slots);
}
