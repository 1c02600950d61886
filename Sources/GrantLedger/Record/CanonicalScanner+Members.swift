/// The members of a record, each by the characters before it.
extension CanonicalScanner {
    mutating func expect(_ text: StaticString) throws {
        guard take(text) else { throw Unreadable.missing("\(text)") }
    }

    /// A tree that lies so deep in the record.
    mutating func tree(depth: Int) throws -> Range<Int> {
        let start = position
        guard value(depth: depth) else { throw Unreadable.outOfRange }
        return start..<position
    }

    mutating func text(_ before: StaticString) throws -> ScannedText {
        try expect(before)
        guard let text = text() else { throw Unreadable.notText }
        return text
    }

    mutating func textIfAny(_ before: StaticString) throws -> ScannedText? {
        guard take(before) else { return nil }
        return try text("")
    }

    mutating func number(_ before: StaticString) throws -> Int {
        try expect(before)
        guard let number = number() else { throw Unreadable.notANumber }
        return number
    }

    mutating func numberIfAny(_ before: StaticString) throws -> Int? {
        guard take(before) else { return nil }
        return try number("")
    }

    mutating func list<Item>(
        _ before: StaticString, _ item: (inout CanonicalScanner) throws -> Item
    ) throws -> [Item] {
        try expect(before)
        try expect("[")
        var items: [Item] = []
        if take("]") { return items }
        repeat { items.append(try item(&self)) } while take(",")
        try expect("]")
        return items
    }

    mutating func document() throws {
        _ = try text("{\"name\":")
        _ = try numberIfAny(",\"row\":")
        _ = try textIfAny(",\"sha256\":")
        _ = try numberIfAny(",\"size\":")
        try expect("}")
    }

    func value<Value>(
        of text: ScannedText, in names: NameTable<Value>
    ) throws -> Value {
        guard text.isPlain, let value = names.value(bytes[text.range]) else {
            throw Unreadable.outOfRange
        }
        return value
    }

    func day(_ text: ScannedText) throws -> Day {
        guard let day = Day(String(decoding: bytes[text.range], as: UTF8.self)) else {
            throw Unreadable.outOfRange
        }
        return day
    }
}
