/// A parser that is given bytes nobody meant for it, and what it must hold to whatever they are.
///
/// `make fuzz` gives it bytes without end, under the toolchain's own fuzzer and address sanitizer;
/// ``CorpusTests`` gives it the seeds and the cases once found, with every other test.
struct FuzzedParser: Sendable {
    /// What it is called: the folder of its corpus in `Fixtures/fuzz`.
    let name: String
    /// Gives it bytes, and throws where a promise is broken.
    let check: @Sendable ([UInt8]) throws -> Void

    /// Every parser that reads what others wrote.
    static let all = [
        money, day, account, canonical, record, delimited, zipFile, sheet, filedJSON, filedHTML,
        batch, command, note,
    ]

    /// The parser of a name.
    static func named(_ name: String) -> FuzzedParser? { all.first { $0.name == name } }
}

/// A promise that a parser did not keep.
struct BrokenPromise: Error, CustomStringConvertible {
    /// What is not so, with the values.
    let description: String
}

/// Says what must be so.
func promise(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws(BrokenPromise) {
    guard !holds else { return }
    throw BrokenPromise(description: otherwise())
}

extension String {
    /// The text of bytes, repaired where they are none: what a person may have typed.
    init(typed bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }

    /// Whether both have the same bytes: Swift holds letters equal that only look the same.
    func isSpelt(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
