/// A reader of Swift that tells code from comments and literals, and nothing more.
struct SwiftCode {
    private let bytes: [UInt8]
    private var at = 0
    private var kept: [UInt8] = []

    /// The code of a source text: the same lines, comments gone, literals emptied.
    static func only(in text: String) -> String {
        var reader = SwiftCode(bytes: Array(text.utf8))
        reader.readCode(until: nil)
        return String(decoding: reader.kept, as: UTF8.self)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func stands(_ text: String, at place: Int? = nil) -> Bool {
        bytes[min(place ?? at, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func keep() {
        kept.append(bytes[at])
        at += 1
    }

    /// Drops what is no code, but keeps the line breaks, so that line numbers stay true.
    private mutating func drop() {
        if bytes[at] == UInt8(ascii: "\n") { kept.append(bytes[at]) }
        at += 1
    }

    private mutating func readCode(until end: UInt8?) {
        var depth = 0
        while at < bytes.count {
            if stands("//") {
                while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
            } else if stands("/*") {
                readComment()
            } else if let fence = fenceHere {
                readLiteral(fence)
            } else {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == end {
                    if depth == 0 { return }
                    depth -= 1
                }
                keep()
            }
        }
    }

    private mutating func readComment() {
        var depth = 0
        repeat {
            if stands("/*") { depth += 1 }
            if stands("*/") { depth -= 1 }
            drop()
        } while at < bytes.count && depth > 0
        if at < bytes.count { at += 1 }
    }

    /// The marks a string or a fenced pattern begins with here, and how many `#` stand before them.
    private var fenceHere: (quotes: String, hashes: Int)? {
        var hashes = 0
        while at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "#") { hashes += 1 }
        if hashes > 0, stands("/", at: at + hashes) { return ("/", hashes) }
        guard stands("\"", at: at + hashes) else { return nil }
        return (stands("\"\"\"", at: at + hashes) ? "\"\"\"" : "\"", hashes)
    }

    private mutating func readLiteral(_ fence: (quotes: String, hashes: Int)) {
        let pounds = String(repeating: "#", count: fence.hashes)
        kept.append(UInt8(ascii: "\""))
        at += fence.hashes + fence.quotes.utf8.count
        while at < bytes.count, !stands(fence.quotes + pounds) {
            if fence.quotes != "/", stands("\\" + pounds + "(") {
                at += 2 + fence.hashes
                readCode(until: UInt8(ascii: ")"))
                if at < bytes.count { at += 1 }
            } else if fence.hashes == 0, stands("\\") {
                at += 1
                if at < bytes.count { drop() }
            } else {
                drop()
            }
        }
        at = min(at + fence.quotes.utf8.count + fence.hashes, bytes.count)
        kept.append(UInt8(ascii: "\""))
    }
}
