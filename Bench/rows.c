/* Inserts the rows of a book again with plain C SQLite, to see what the rows themselves cost.
 *
 *     rows bulk GUARDED|BARE SOURCE TARGET    every entry in one transaction, into a new file
 *     rows commits AFTER SOURCE TARGET        the entries after a number, a commit and a counterfoil each, into a book
 *
 * The rows come from SOURCE, in the order in which the program writes them, with its settings. GUARDED has the
 * schema of SOURCE; BARE its tables, keys and indexes without triggers, checks and foreign keys, so that the moving
 * of the accounts, which a trigger does in GUARDED, is an UPDATE. Reading SOURCE is not timed. Prints entries and
 * seconds.
 */
#include <ctype.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 10000, WIDEST = 17 };        /* entries read at a time; the columns of `journal` */

typedef struct { int type, size; sqlite3_int64 number; char *bytes; } Value;
typedef struct { int table, count; Value *values; } Row;

static sqlite3 *source, *target;
static int guarded;

static void check(int code, sqlite3 *db, const char *what) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    fprintf(stderr, "rows: %s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static void fail(const char *what) { perror(what); exit(1); }

static void *taken(void *memory) {
    if (!memory) fail("rows");
    return memory;
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
    sqlite3_stmt *made;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &made, NULL), db, sql);
    return made;
}

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), db, sql); }

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* What is written, and how. The places of the parameters are those of the columns read. */
enum { JOURNAL, APPROVAL, POOL, ACCOUNT, TRANSFER, VERSION, REST, CONTACT, MONTH, DEBITED, CREDITED, KINDS };
static const char *const writes[KINDS] = {
    "INSERT INTO journal (number, batch, kind, date, recordedAt, user, login, approver, approverLogin, reverses, key, "
    "transfers, puts, rests, rules, record, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO approval (entry, prepared) VALUES (?, ?)",
    "INSERT INTO pool (id, head, fund, round, year, mark) VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT INTO account (id, name, head, accountSet, side, floored, pool, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO transfer (entry, line, debit, credit, amountPence) VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO version (register, key, entry, line, row) VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO rest (under, entry, line) VALUES (?, ?, ?)",
    "INSERT INTO contact (commitment, organisation, salt, text) VALUES (?, ?, ?, ?)",
    "INSERT INTO poolMonth (pool, month, debits, credits, entry) VALUES (?, ?, ?, ?, ?)",
    "UPDATE account SET debits = debits + ?5, entry = ?1, line = ?2, date = max(date, ?6) WHERE id = ?3",
    "UPDATE account SET credits = credits + ?5, entry = ?1, line = ?2, date = max(date, ?6) WHERE id = ?4",
};
static sqlite3_stmt *writer[KINDS];

static const char *const reads[KINDS] = {
    [JOURNAL] = "SELECT number, batch, kind, date, recordedAt, user, login, approver, approverLogin, reverses, key, "
                "transfers, puts, rests, rules, record, chain FROM journal WHERE number > ? ORDER BY number LIMIT ?",
    [APPROVAL] = "SELECT entry, prepared FROM approval WHERE entry = ?",
    [POOL] = "SELECT id, head, fund, round, year, mark FROM pool WHERE id = ?",
    [ACCOUNT] = "SELECT id, name, head, accountSet, side, floored, pool, owner FROM account WHERE id = ?",
    [TRANSFER] = "SELECT entry, line, debit, credit, amountPence FROM transfer WHERE entry = ? ORDER BY line",
    [VERSION] = "SELECT register, key, entry, line, row FROM version WHERE entry = ? ORDER BY line",
    [REST] = "SELECT under, entry, line FROM rest WHERE entry = ? ORDER BY line",
    [CONTACT] = "SELECT commitment, organisation, salt, text FROM contact",
    [MONTH] = "SELECT pool, month, debits, credits, (SELECT max(number) FROM journal) FROM poolMonth",
};
static sqlite3_stmt *reader[KINDS];

/* The rows read and not written yet. */
static Row *rows;
static size_t count, room;

static Row *keep(int table, sqlite3_stmt *from) {
    if (count == room) rows = taken(realloc(rows, (room = room ? room * 2 : 1024) * sizeof *rows));
    Row *row = &rows[count++];
    row->table = table;
    row->count = sqlite3_column_count(from);
    row->values = taken(calloc(WIDEST, sizeof *row->values));
    for (int place = 0; place < row->count; place++) {
        Value *value = &row->values[place];
        value->type = sqlite3_column_type(from, place);
        value->number = sqlite3_column_int64(from, place);
        if (value->type != SQLITE_TEXT && value->type != SQLITE_BLOB) continue;
        const void *bytes = sqlite3_column_blob(from, place);
        value->size = sqlite3_column_bytes(from, place);
        value->bytes = taken(malloc((size_t)value->size + 1));
        if (value->size) memcpy(value->bytes, bytes, (size_t)value->size);
    }
    return row;
}

static void drop(void) {
    for (size_t place = 0; place < count; place++) {
        for (int column = 0; column < WIDEST; column++) free(rows[place].values[column].bytes);
        free(rows[place].values);
    }
    count = 0;
}

/* Keeps all that a statement reads of a number. */
static void keep_all(int table, sqlite3_int64 number) {
    sqlite3_stmt *from = reader[table];
    if (sqlite3_bind_parameter_count(from)) sqlite3_bind_int64(from, 1, number);
    while (sqlite3_step(from) == SQLITE_ROW) keep(table, from);
    check(sqlite3_reset(from), source, reads[table]);
}

static sqlite3_int64 accounts, pools;       /* the newest that are written or kept */

static void open_account(sqlite3_int64 id) {
    if (id <= accounts) return;
    size_t place = count;
    keep_all(ACCOUNT, accounts = id);
    sqlite3_int64 pool = rows[place].values[6].number;
    if (pool <= pools) return;
    keep_all(POOL, pools = pool);
    Row swapped = rows[place];
    rows[place] = rows[place + 1];
    rows[place + 1] = swapped;
}

static void move_accounts(const Row *transfer, const Row *entry) {
    for (int kind = DEBITED; kind <= CREDITED; kind++) {
        Row *row = &rows[count++];
        *row = *transfer;
        row->table = kind;
        row->count = 6;
        row->values = taken(calloc(WIDEST, sizeof *row->values));
        memcpy(row->values, transfer->values, 5 * sizeof *row->values);
        row->values[5] = entry->values[3];
        row->values[5].bytes = taken(strndup(entry->values[3].bytes, (size_t)entry->values[3].size));
    }
}

/* Keeps an entry's rows in the order of the program; its journal row is the last kept. */
static void keep_entry(void) {
    size_t entry = count - 1;
    sqlite3_int64 number = rows[entry].values[0].number;
    keep_all(APPROVAL, number);
    sqlite3_stmt *from = reader[TRANSFER];
    sqlite3_bind_int64(from, 1, number);
    while (sqlite3_step(from) == SQLITE_ROW) {
        open_account(sqlite3_column_int64(from, 2));
        open_account(sqlite3_column_int64(from, 3));
        size_t transfer = count;
        keep(TRANSFER, from);
        if (guarded) continue;
        if (count + 2 > room) rows = taken(realloc(rows, (room *= 2) * sizeof *rows));
        move_accounts(&rows[transfer], &rows[entry]);
    }
    check(sqlite3_reset(from), source, reads[TRANSFER]);
    keep_all(VERSION, number);
    keep_all(REST, number);
}

/* Keeps the next entries after a number; the last kept, or the number itself where there is none. */
static sqlite3_int64 keep_entries(sqlite3_int64 after, int most) {
    sqlite3_stmt *from = reader[JOURNAL];
    sqlite3_bind_int64(from, 1, after);
    sqlite3_bind_int(from, 2, most);
    while (sqlite3_step(from) == SQLITE_ROW) {
        keep(JOURNAL, from);
        keep_entry();
        after = sqlite3_column_int64(from, 0);
    }
    check(sqlite3_reset(from), source, reads[JOURNAL]);
    return after;
}

static void write_row(const Row *row) {
    sqlite3_stmt *to = writer[row->table];
    for (int place = 0; place < row->count; place++) {
        const Value *value = &row->values[place];
        switch (value->type) {
        case SQLITE_INTEGER: sqlite3_bind_int64(to, place + 1, value->number); break;
        case SQLITE_TEXT: sqlite3_bind_text(to, place + 1, value->bytes, value->size, SQLITE_STATIC); break;
        case SQLITE_BLOB: sqlite3_bind_blob(to, place + 1, value->bytes, value->size, SQLITE_STATIC); break;
        default: sqlite3_bind_null(to, place + 1);
        }
    }
    check(sqlite3_step(to), target, writes[row->table]);
    check(sqlite3_reset(to), target, writes[row->table]);
}

/* Writes what is kept; the seconds it took. */
static double write_kept(void) {
    double began = now();
    for (size_t place = 0; place < count; place++) write_row(&rows[place]);
    double took = now() - began;
    drop();
    return took;
}

static size_t past_brackets(const char *text, size_t place) {
    int depth = 0;
    do {
        if (text[place] == '\'') while (text[++place] != '\'') { }
        depth += (text[place] == '(') - (text[place] == ')');
        place++;
    } while (depth > 0 && text[place]);
    return place;
}

static int begins(const char *text, const char *word) {
    size_t length = strlen(word);
    return strncasecmp(text, word, length) == 0 && !isalnum((unsigned char)text[length]);
}

/* The text of a table without its checks and foreign keys. */
static char *bare(const char *sql) {
    char *text = taken(strdup(sql)), *made = taken(malloc(strlen(sql) + 1));
    size_t from = 0, to = 0;
    for (char *note; (note = strstr(text, "--")); ) memset(note, ' ', strcspn(note, "\n"));
    while (text[from]) {
        const char *rest = text + from;
        if (begins(rest, "CONSTRAINT")) {
            from += strcspn(rest + 11, " \n") + 11;
        } else if (begins(rest, "CHECK")) {
            from = past_brackets(text, from + strcspn(rest, "("));
        } else if (begins(rest, "FOREIGN KEY")) {
            from = past_brackets(text, from + strcspn(rest, "("));
        } else if (begins(rest, "REFERENCES")) {
            from += strspn(rest + 10, " ") + 10;
            from += strcspn(text + from, " ,\n)");
            size_t next = from + strspn(text + from, " ");
            if (text[next] == '(') from = past_brackets(text, next);
        } else {
            made[to++] = text[from++];
            continue;
        }
        from += strspn(text + from, " \n");
        /* What stood alone between two commas takes one of them with it. */
        size_t before = to;
        while (before && isspace((unsigned char)made[before - 1])) before--;
        if (before && made[before - 1] == ',' && (text[from] == ',' || text[from] == ')')) to = before - 1;
    }
    made[to] = 0;
    free(text);
    return made;
}

static void write_schema(void) {
    sqlite3_stmt *things = prepared(
        source, "SELECT type, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    while (sqlite3_step(things) == SQLITE_ROW) {
        const char *type = (const char *)sqlite3_column_text(things, 0);
        const char *sql = (const char *)sqlite3_column_text(things, 1);
        int table = strcmp(type, "table") == 0;
        if (!guarded && !table && strcmp(type, "index") != 0) continue;
        char *text = guarded || !table ? taken(strdup(sql)) : bare(sql);
        run(target, text);
        free(text);
    }
    sqlite3_finalize(things);
    sqlite3_stmt *from = prepared(source, "SELECT code, accountSet, side, floored FROM head");
    sqlite3_stmt *to = prepared(target, "INSERT INTO head (code, accountSet, side, floored) VALUES (?, ?, ?, ?)");
    while (sqlite3_step(from) == SQLITE_ROW) {
        for (int place = 0; place < 4; place++) sqlite3_bind_value(to, place + 1, sqlite3_column_value(from, place));
        check(sqlite3_step(to), target, "head");
        sqlite3_reset(to);
    }
    sqlite3_finalize(from);
    sqlite3_finalize(to);
}

static void prepare_all(void) {
    for (int kind = 0; kind < KINDS; kind++) {
        writer[kind] = prepared(target, writes[kind]);
        if (reads[kind]) reader[kind] = prepared(source, reads[kind]);
    }
}

static void bulk(void) {
    run(target, "BEGIN");
    write_schema();
    run(target, "COMMIT");
    prepare_all();
    double seconds = 0, began = now();
    run(target, "BEGIN IMMEDIATE");
    seconds += now() - began;
    keep_all(CONTACT, 0);
    sqlite3_int64 last = 0, next;
    while ((next = keep_entries(last, CHUNK)) != last) {
        last = next;
        seconds += write_kept();
    }
    keep_all(MONTH, 0);
    seconds += write_kept();
    began = now();
    run(target, "COMMIT");
    printf("%lld %.6f\n", last, seconds + now() - began);
}

/* Adds to the months of the pools what the kept transfers move, as the program does before each commit. */
static void add_months(void) {
    static sqlite3_stmt *moved, *grows, *begun;
    if (!moved) {
        moved = prepared(target,
            "SELECT pool, month, sum(debits), sum(credits), ?1 FROM ("
            " SELECT pool, substr(journal.date, 1, 7) AS month, amountPence AS debits, 0 AS credits FROM transfer"
            " JOIN journal ON number = transfer.entry JOIN account ON id = debit WHERE transfer.entry = ?1 UNION ALL"
            " SELECT pool, substr(journal.date, 1, 7), 0, amountPence FROM transfer"
            " JOIN journal ON number = transfer.entry JOIN account ON id = credit WHERE transfer.entry = ?1)"
            " GROUP BY pool, month");
        grows = prepared(target, "UPDATE poolMonth SET debits = debits + ?3, credits = credits + ?4, entry = ?5 "
                                 "WHERE pool = ?1 AND month = ?2");
        begun = writer[MONTH];
    }
    sqlite3_bind_int64(moved, 1, rows[0].values[0].number);
    while (sqlite3_step(moved) == SQLITE_ROW) {
        for (int try = 0; try < 2; try++) {
            sqlite3_stmt *to = try ? begun : grows;
            for (int place = 0; place < 5; place++)
                sqlite3_bind_value(to, place + 1, sqlite3_column_value(moved, place));
            check(sqlite3_step(to), target, "poolMonth");
            sqlite3_reset(to);
            if (sqlite3_changes(target)) break;
        }
    }
    check(sqlite3_reset(moved), target, "poolMonth");
}

static void commits(sqlite3_int64 after, const char *from, const char *to) {
    char *path, *line = NULL;
    size_t size = 0;
    prepare_all();
    sqlite3_stmt *newest = prepared(target, "SELECT max(id), (SELECT max(id) FROM pool) FROM account");
    sqlite3_step(newest);
    accounts = sqlite3_column_int64(newest, 0);
    pools = sqlite3_column_int64(newest, 1);
    sqlite3_finalize(newest);
    path = taken(sqlite3_mprintf("%s.counterfoils", from));
    FILE *lines = taken(fopen(path, "r"));
    path = taken(sqlite3_mprintf("%s.counterfoils", to));
    int counterfoils = open(path, O_WRONLY | O_APPEND);
    if (counterfoils < 0) fail(path);
    off_t had = lseek(counterfoils, 0, SEEK_END);
    if (fseek(lines, had, SEEK_SET)) fail("counterfoils");
    double seconds = 0;
    sqlite3_int64 last = after, next;
    while ((next = keep_entries(last, 1)) != last) {
        ssize_t length = getline(&line, &size, lines);
        if (length < 0) fail("counterfoils");
        double began = now();
        run(target, "BEGIN IMMEDIATE");
        for (size_t place = 0; place < count; place++) write_row(&rows[place]);
        add_months();
        run(target, "COMMIT");
        if (write(counterfoils, line, (size_t)length) != length || fdatasync(counterfoils)) fail("counterfoils");
        seconds += now() - began;
        drop();
        last = next;
    }
    printf("%lld %.6f\n", last - after, seconds);
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fputs("usage: rows bulk GUARDED|BARE SOURCE TARGET | rows commits AFTER SOURCE TARGET\n", stderr);
        return 64;
    }
    int is_bulk = strcmp(argv[1], "bulk") == 0;
    guarded = !is_bulk || strcmp(argv[2], "GUARDED") == 0;
    check(sqlite3_open_v2(argv[3], &source, SQLITE_OPEN_READONLY, NULL), source, argv[3]);
    check(sqlite3_open_v2(argv[4], &target, SQLITE_OPEN_READWRITE | (is_bulk ? SQLITE_OPEN_CREATE : 0), NULL),
          target, argv[4]);
    run(target, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA mmap_size = 0;"
                "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
    run(target, guarded ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");
    if (is_bulk) bulk(); else commits(atoll(argv[2]), argv[3], argv[4]);
    return 0;
}
