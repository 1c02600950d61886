import GrantExchange
import GrantLedger

/// New values of facts as typed; an empty text clears a fact and stays empty.
enum Changed {
    /// A text, normalised to NFC; its length is judged with the fact.
    static func text(_ typed: String?) throws -> String? { typed?.composed }

    /// A code.
    static func code(_ typed: String?) throws -> String? {
        guard let typed, !typed.isEmpty else { return typed }
        return try Code.typed(typed).description
    }

    /// A date.
    static func day(_ typed: String?) throws -> String? {
        guard let typed, !typed.isEmpty else { return typed }
        return try Day.typed(typed).description
    }
}
