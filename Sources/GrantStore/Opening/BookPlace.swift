import GrantSeal
import Glibc

/// Where the two files of a book are.
struct BookPlace {
    let book: String
    var counterfoils: String { CounterfoilsFile.path(of: book) }

    init(_ book: String) { self.book = book }

    /// A place in the same folder that nothing else uses, to write to before the name is given.
    func aside() -> BookPlace { BookPlace(book + ".beginning-" + Hex.text(Random.bytes(4))) }

    func checkIsFree() throws {
        for path in [book, counterfoils] {
            var found = stat()
            if lstat(path, &found) == 0 { throw BookFault.exists(path: path) }
        }
    }

    /// Gives its files the names of another place; what has one of them meanwhile is left as it is.
    func move(to place: BookPlace, withCounterfoils: Bool = true) throws {
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

    func remove() {
        unlink(book)
        unlink(book + "-journal")
        unlink(counterfoils)
    }
}
