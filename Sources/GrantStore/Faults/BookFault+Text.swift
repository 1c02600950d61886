extension BookFault {
    /// The exit code of a command that meets it, as `sysexits` has them.
    public var exitCode: Int32 {
        switch self {
        case .missing, .notABook: 66
        case .exists, .witnessLeft, .cannotCreate: 73
        case .disk, .networkDisk, .counterfoilNotWritten: 74
        case .busy: 75
        case .permission: 77
        case .newer, .older, .setting: 78
        case .damaged, .parted, .nothingToAdopt, .nothingToRecover, .notPlainText, .actTooLarge: 65
        case .ledgerGuard, .unforeseen: 1
        }
    }

    /// Its name for programs.
    public var code: String {
        switch self {
        case .missing: "book-missing"
        case .notABook: "not-a-book"
        case .exists: "book-exists"
        case .witnessLeft: "counterfoils-exist"
        case .cannotCreate: "cannot-create"
        case .disk: "disk-failed"
        case .counterfoilNotWritten: "counterfoil-not-written"
        case .busy: "book-busy"
        case .permission: "not-permitted"
        case .newer: "book-newer"
        case .older: "book-older"
        case .networkDisk: "network-disk"
        case .setting: "setting-refused"
        case .damaged: "book-damaged"
        case .parted(let standing): standing.code
        case .nothingToAdopt: "nothing-to-adopt"
        case .nothingToRecover: "nothing-to-recover"
        case .notPlainText: "not-plain-text"
        case .actTooLarge: "act-too-large"
        case .ledgerGuard: "ledger-guard"
        case .unforeseen: "unforeseen"
        }
    }

    /// What is wrong, with the values.
    public var message: String {
        switch self {
        case .missing(let path): "There is no book at \(path)."
        case .notABook(let path): "\(path) is not a book of this program."
        case .exists(let path): "\(path) is there already."
        case .witnessLeft(let path): "\(path) is there, but not the book it was kept for."
        case .cannotCreate(let path, let why): "\(path) cannot be begun: \(why)."
        case .disk(let path, let why): "\(path) cannot be read or written: \(why)."
        case .counterfoilNotWritten(let entry, let why):
            "Entry \(entry) is recorded; its counterfoil could not be written: \(why)."
        case .busy(let seconds):
            "Another process has been writing, or reading the whole book, for \(seconds) seconds."
        case .permission(let path): "The system does not permit it: \(path)."
        case .newer(let path, let schema, let known):
            "\(path) has schema \(schema); this program knows schema \(known)."
        case .older(let path, let schema, let known):
            "\(path) has schema \(schema); this program writes schema \(known)."
        case .networkDisk(let path, let kind):
            "\(path) is on a network file system (\(kind)), where two machines could write at once; nothing was recorded."
        case .setting(let name, let found, let wanted):
            "SQLite's \(name) is \(found), not \(wanted)."
        case .damaged(let what): "The book is damaged: \(what)."
        case .parted(let standing): standing.message
        case .nothingToAdopt, .nothingToRecover: "The book and its counterfoils go together."
        case .notPlainText(let field):
            "The \(field) is empty, longer than 2,000 bytes, or holds control characters."
        case .actTooLarge(let bytes):
            "What was asked comes to \(bytes) bytes; 1,048,576 is the most."
        case .ledgerGuard(let name):
            "The book's own guard \(name) stopped this; nothing was recorded."
        case .unforeseen(let what): "Unforeseen: \(what)."
        }
    }

    /// What to do.
    public var remedy: String {
        switch self {
        case .missing: "Name the book with --book FILE, or begin one: almoner init FILE."
        case .notABook: "Name another file with --book FILE."
        case .exists: "Choose another name, or use the book that is there."
        case .witnessLeft:
            "They tell what the lost book held: restore under another name, then put them in place of its own, and almoner recover says what is gone."
        case .cannotCreate: "Check the folder and its free space."
        case .disk: "Check the disk and its free space, then do the same again."
        case .counterfoilNotWritten:
            "Make space, then record the next entry: it writes the missing line first."
        case .busy:
            """
            Do the same again: a verification in full of a great book reads for minutes. For one who writes, wait \
            longer with --wait SECONDS.
            """
        case .permission: "Ask whoever owns the book and its folder."
        case .newer: "Use the newer version of this program."
        case .older: "almoner upgrade BOOK backs it up, migrates and verifies it."
        case .networkDisk:
            "Keep the book on a disk of the machine that writes it; it can be read and backed up there as it is."
        case .setting: "Use this program with the SQLite it was built for."
        case .damaged: "almoner verify --full names the damage; restore the newest backup."
        case .parted(let standing): standing.remedy
        case .nothingToAdopt, .nothingToRecover: "Nothing is left to do."
        case .notPlainText: "Give it as plain text on one line."
        case .actTooLarge: "Shorten the texts, or record it in several entries."
        case .ledgerGuard, .unforeseen:
            "This is a mistake of the program: report it, with the text above."
        }
    }
}
