import GrantLedger

/// An entry as all three formats have it.
struct PlainTextTransaction {
    /// A named text about it.
    struct Fact {
        /// Lower-case letters and digits, words parted by hyphens.
        let name: String
        let value: String
    }

    /// Money on one account; debits are above nil.
    struct Posting {
        let account: String
        let amount: Money
        /// What the account must come to after it.
        var proved: Money?
    }

    /// The day it takes effect, as far as the format can say it.
    let day: Day
    /// The entry's number; nil where it is no entry.
    var number: Int?
    /// What it did.
    let words: String
    /// What else is known of it.
    var facts: [Fact] = []
    /// The entries it belongs with.
    var links: [Int] = []
    /// Its kind and what an auditor should see.
    var marks: [String] = []
    /// Money moved.
    var postings: [Posting] = []
}

extension PlainTextTransaction {
    /// An entry with its chain hash.
    init(_ entry: Entry, chain: String, words: String, on day: Day) {
        self.day = day
        number = entry.number
        self.words = words
        links = [entry.number] + [entry.reverses, entry.prepared].compactMap(\.self)
        marks = [entry.kind.rawValue] + entry.flags.map(\.rawValue)
        facts = Self.facts(of: entry, chain: chain, isMoved: day != entry.date)
    }

    private static func facts(of entry: Entry, chain: String, isMoved: Bool) -> [Fact] {
        var facts: [Fact] = []
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            facts.append(Fact(name: name, value: value))
        }
        add("entry", "\(entry.number)")
        add("batch", "\(entry.batch)")
        add("kind", entry.kind.rawValue)
        if isMoved { add("dated", entry.date.description) }
        add("recorded", entry.recordedAt)
        add("user", entry.user)
        add("login", entry.login)
        add("approver", entry.approver)
        add("approver-login", entry.approverLogin)
        add("prepared", entry.prepared.map(String.init))
        add("reverses", entry.reverses.map(String.init))
        add("once", entry.key)
        add("reference", entry.reference)
        add("flags", entry.flags.map(\.rawValue).joined(separator: " "))
        if case .object(let asked) = entry.act {
            for name in ["title", "name", "reason"] {
                if case .text(let text)? = asked[name] { add(name, text) }
            }
        }
        for (place, document) in entry.documents.enumerated() {
            let name = place == 0 ? "document" : "document-\(place + 1)"
            add(name, document.name)
            add("\(name)-sha256", document.sha256)
            add("\(name)-bytes", document.size.map(String.init))
            add("\(name)-row", document.row.map(String.init))
        }
        add("chain", chain)
        return facts
    }
}
