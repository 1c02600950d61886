import GrantExchange
import GrantLedger
import GrantStore

/// What tells a whole book slice by slice, each a short reading of its own: no commit waits for all of
/// it, and no more than a slice is held.
protocol BookSlices {
    /// The book as known at an entry, so that all slices are of one moment.
    var book: Book { get }
    var now: Now { get }
    var question: [String] { get }
    /// Where it is shown how far a table has come; nil where nobody waits for it.
    var surroundings: Surroundings? { get }
}

extension BookSlices {
    /// Reads the book as it is known.
    func read<Value>(_ body: (Reading) throws -> Value) throws -> Value {
        try book.read { reader in
            try body(
                Reading(
                    book: book, reader: reader, now: now, question: question, in: surroundings))
        }
    }

    /// Shows how far the table at hand has come; nil where nobody looks, who then counts nothing.
    func progress(_ total: @autoclosure () throws -> Int?, _ noun: String) rethrows -> Progress? {
        try Progress.shown(try total(), noun, in: surroundings)
    }

    /// Gives the things of a register in the order of their keys, slice by slice, with the book as it is
    /// read; where there are none, one empty slice.
    func eachSlice<Noun: Registered>(
        of type: Noun.Type, _ body: ([Noun], Reading) throws -> Void
    ) throws {
        let progress = try progress(read { try $0.reader.count(type) }, "rows")
        defer { progress?.end() }
        var done = 0
        var after: String? = ""
        while let start = after {
            after = try read { reading in
                let slice = try reading.reader.rows(type, after: start, limit: sliceSize)
                try body(slice.compactMap(\.row), reading)
                done += slice.count
                return slice.count == sliceSize ? slice.last?.key : nil
            }
            progress?.advance(to: done)
        }
    }

    /// Gives the things of a register in another order, slice by slice; where there are none, one empty
    /// slice.
    ///
    /// - Parameters:
    ///   - type: what it is a register of.
    ///   - place: where a thing stands; one that has no place is left out. Places and keys are held.
    ///   - body: what takes a slice.
    /// - Throws: where the book cannot be read, and what the body throws.
    func eachSlice<Noun: Registered, Place: Comparable>(
        of type: Noun.Type, by place: (Noun) -> Place?,
        _ body: ([Noun], Reading) throws -> Void
    ) throws {
        var places: [(place: Place, key: String)] = []
        try eachSlice(of: type) { slice, _ in
            for thing in slice {
                if let place = place(thing) { places.append((place, thing.key)) }
            }
        }
        places.sort { $0.place < $1.place }
        let progress = progress(places.count, "rows")
        defer { progress?.end() }
        var left = places[...]
        repeat {
            let slice = left.prefix(sliceSize)
            try read { reading in
                try body(slice.compactMap { try reading.reader.row(type, $0.key) }, reading)
            }
            left = left.dropFirst(sliceSize)
            progress?.advance(to: left.startIndex)
        } while !left.isEmpty
    }

    private var sliceSize: Int { 500 }
}
