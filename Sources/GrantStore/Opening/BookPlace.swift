import Glibc

/// Where the two files of a book are.
struct BookPlace: Hashable {
    let book: String
    var counterfoils: String { CounterfoilsFile.path(of: book) }
    /// The lock of who writes a book aside.
    var turn: String { book + ".turn" }
    /// The file's name without its folder.
    var name: String { book.split(separator: "/").last.map(String.init) ?? book }

    init(_ book: String) { self.book = book }

    /// How the names of files end that are written aside.
    static let endings = ["", "-journal", ".counterfoils", ".turn"]

    func checkIsFree() throws {
        for path in [book, counterfoils] where FileID(path) != nil {
            throw BookFault.exists(path: path)
        }
    }

    /// Gives its files the names of another place; what has one of them meanwhile is left as it is.
    func move(to place: BookPlace, withCounterfoils: Bool) throws {
        if withCounterfoils, link(counterfoils, place.counterfoils) != 0 {
            throw BookFault.cannotCreate(place.counterfoils)
        }
        guard link(book, place.book) == 0 else {
            let error = errno
            if withCounterfoils { unlink(place.counterfoils) }
            throw BookFault.cannotCreate(place.book, error)
        }
        try Folder.sync(of: place.book)
    }

    /// Removes all that is written aside, its lock last.
    func removeAll() {
        for ending in Self.endings { unlink(book + ending) }
    }
}
