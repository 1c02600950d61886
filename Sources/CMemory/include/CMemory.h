/// Has SQLite keep no count of its memory, which costs a lock each time it takes some, and gives each
/// connection slots of its own that are large enough for the frame of a trigger.
///
/// To be called before the first connection is made; where SQLite is set up already, it stays as it is.
void sqliteMemoryUncounted(int slotBytes, int slots);

/// Has what is larger than so many bytes go back to the system once it is given up, and so what is free
/// at the end of the heap. By itself the system's library takes the largest that was ever given up for
/// the measure of what is kept, so that a process never again holds less than at its greatest.
void largeMemoryGivenBack(int largeBytes, int freeBytes);
