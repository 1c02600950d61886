/// Has SQLite keep no count of its memory, which costs a lock each time it takes some, and gives each
/// connection slots of its own that are large enough for the frame of a trigger.
///
/// To be called before the first connection is made; where SQLite is set up already, it stays as it is.
void sqliteMemoryUncounted(int slotBytes, int slots);
