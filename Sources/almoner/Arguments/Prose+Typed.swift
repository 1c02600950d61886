import GrantExchange
import GrantLedger

extension Prose {
    /// Reads a text as typed, normalised to NFC.
    static func typed(_ text: String) throws -> Prose {
        let normal = text.composed
        if let prose = Prose(normal) { return prose }
        let bytes = normal.utf8.count
        if bytes == 0 { throw NotAccepted("it is empty.") }
        if bytes > Limit.bytes {
            throw NotAccepted("it has \(bytes) bytes; \(Limit.bytes) are the most.")
        }
        throw NotAccepted("it holds a control character; plain text on one line is accepted.")
    }
}

extension Code {
    /// Reads a code as typed; small letters are taken as capitals.
    static func typed(_ text: String) throws -> Code {
        guard let code = Code(text.uppercased()) else {
            throw NotAccepted("a code is 1 to 32 capital letters, digits, full stops and hyphens.")
        }
        return code
    }
}

extension TimeOfDay {
    /// Reads a time of day as typed.
    static func typed(_ text: String) throws -> TimeOfDay {
        guard let time = TimeOfDay(text) else {
            throw NotAccepted("write a time as 17:00.")
        }
        return time
    }
}
