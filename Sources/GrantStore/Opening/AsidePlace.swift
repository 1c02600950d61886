import Foundation
import GrantSeal
import Glibc

/// A place in the folder of a book to be, written to before the name is given.
///
/// A lock is held for as long as its process writes there: what has none was left by one that died,
/// and is cleared by the next that begins there.
struct AsidePlace {
    let place: BookPlace
    private let target: BookPlace
    private let turn: Int32

    /// Clears what others that died have left, and begins where nothing is.
    init(for target: BookPlace) throws {
        Self.clear(beside: target)
        try target.checkIsFree()
        self.target = target
        while true {
            let place = BookPlace(target.book + Self.mark + Hex.text(Random.bytes(4)))
            let turn = open(place.turn, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard turn >= 0 else { throw BookFault.cannotCreate(target.book) }
            _ = flock(turn, LOCK_EX | LOCK_NB)
            // Another may have cleared it before it was locked.
            guard access(place.turn, F_OK) == 0 else {
                close(turn)
                continue
            }
            (self.place, self.turn) = (place, turn)
            return
        }
    }

    /// Gives its files their names; what has one of them meanwhile is left as it is.
    func name(withCounterfoils: Bool = true) throws {
        try place.move(to: target, withCounterfoils: withCounterfoils)
    }

    /// Removes what is aside; what has its name by then stays.
    func remove() {
        place.removeAll()
        close(turn)
    }

    private static let mark = ".beginning-"

    /// Clears the way for a book of this name: what was left aside by a process that died and,
    /// where it died between naming the two files, the counterfoils it had named.
    ///
    /// Those are known by being the same file as the ones aside: no others are touched.
    static func clear(beside target: BookPlace) {
        for place in left(beside: target) {
            let turn = open(place.turn, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            guard turn >= 0 || errno == ENOENT else { continue }
            defer { if turn >= 0 { close(turn) } }
            guard turn < 0 || flock(turn, LOCK_EX | LOCK_NB) == 0 else { continue }
            if FileID(target.book) == nil, let aside = FileID(place.counterfoils),
                aside == FileID(target.counterfoils)
            {
                unlink(target.counterfoils)
            }
            place.removeAll()
        }
    }

    /// The places that such files are named for.
    private static func left(beside target: BookPlace) -> Set<BookPlace> {
        let folder = Folder.path(of: target.book)
        let start = target.name + mark
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Set(
            names.filter { $0.hasPrefix(start) }.compactMap { name in
                let rest = name.dropFirst(start.count)
                let digits = rest.prefix(8)
                guard digits.count == 8, digits.allSatisfy(\.isHexDigit),
                    BookPlace.endings.contains(String(rest.dropFirst(8)))
                else { return nil }
                return BookPlace(target.book + mark + digits)
            })
    }
}

/// Which file a name stands for.
struct FileID: Equatable {
    private let device: dev_t
    private let number: ino_t

    /// Nil where nothing is.
    init?(_ path: String) {
        var found = stat()
        guard lstat(path, &found) == 0 else { return nil }
        (device, number) = (found.st_dev, found.st_ino)
    }
}
