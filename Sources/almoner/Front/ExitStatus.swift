/// How the program ends (`almoner help exit-codes`).
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case unforeseen = 1
    case damaged = 3
    case usage = 64
    case refused = 65
    case noInput = 66
    case cannotCreate = 73
    case disk = 74
    case busy = 75
    case permission = 77
    case newerBook = 78
    case interrupted = 130

    /// What it means.
    var meaning: String {
        switch self {
        case .done: "Done."
        case .unforeseen: "Something unforeseen; please report it."
        case .damaged: "verify found damage in the book."
        case .usage: "The command is not written as it should be."
        case .refused: "The ledger refused it, or the data is bad; nothing was recorded."
        case .noInput: "There is no such file or book."
        case .cannotCreate: "A file could not be created."
        case .disk: "The disk failed or is full."
        case .busy: "Another process is writing; try again."
        case .permission: "The file may not be read or written by this user."
        case .newerBook: "The book is of a newer version of the program."
        case .interrupted: "Interrupted from the keyboard."
        }
    }
}
