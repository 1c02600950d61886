import GrantExchange
import GrantLedger
import GrantStore

/// The book as a reading command meets it.
struct Reading {
    /// What the rules would know.
    let facts: Facts
    /// The store's own reader, for what no rule asks.
    let reader: Reader
    /// Whose book it is.
    let office: String
    /// The moment, where the office is.
    private let now: Now
    /// Whether it was asked which day it is.
    private let asked = Asked()
    private let surroundings: Surroundings?
    /// What was asked of which book.
    var envelope: Envelope

    /// Begins a reading.
    ///
    /// - Parameters:
    ///   - book: the book.
    ///   - reader: the book at one moment.
    ///   - now: the moment it is.
    ///   - question: what was asked.
    ///   - surroundings: where it is shown how far it has come; nil where nobody waits for it.
    /// - Throws: ``BookFault`` where the book cannot be read.
    init(
        book: Book, reader: Reader, now: Now, question: [String],
        in surroundings: Surroundings? = nil
    ) throws {
        self.surroundings = surroundings
        facts = Facts(reader)
        self.reader = reader
        self.now = try now.placed(by: facts)
        let policies = Policies(try facts.all(Policy.self))
        office = book.office?.name.description ?? "(no office)"
        envelope = Envelope(
            office: office, book: book.fileName, question: question, entries: reader.newest,
            chain: try reader.chainHash(at: reader.newest) ?? book.chain,
            isSinglePerson: policies.isSinglePerson)
    }

    /// The day it is, where the office is: what depends on it is told as at it.
    var today: Day {
        asked.isToday = true
        return now.today
    }

    /// Whether the answer depends on the day it is.
    var toldToday: Bool { asked.isToday }

    private final class Asked {
        var isToday = false
    }

    /// Looks for entries that an auditor should see, and shows how far that has come.
    func searchExceptions(from: Day?, asAt: Day) throws -> ExceptionSearch {
        let progress = surroundings.map { Progress(noun: "entries", in: $0) }
        defer { progress?.end() }
        return try reader.searchExceptions(from: from, asAt: asAt) {
            progress?.advance(to: $0, of: $1)
        }
    }

    /// The same as a report, of rows about some things or of all.
    func exceptions(from: Day?, asAt: Day, about things: Set<Code>) throws -> ExceptionReport {
        let search = try searchExceptions(from: from, asAt: asAt)
        let progress = surroundings.map { Progress(noun: "exceptions", in: $0) }
        defer { progress?.end() }
        return try search.report(about: things) { progress?.advance(to: $0, of: $1) }
    }

    /// A page about the whole book, headed by the office's name.
    func page(
        _ schema: String, _ heading: String, sentences: [String] = [], facts: [Fact] = [],
        sheets: [Sheet] = []
    ) -> Page {
        Page(
            schema: schema, heading: heading, subheading: office, sentences: sentences,
            facts: facts, sheets: sheets, envelope: envelope)
    }
}

extension Reading {
    /// A thing that must be there.
    func known<Noun: Coded>(_ type: Noun.Type, _ code: Code) throws -> Noun {
        if let thing = try facts.find(type, code) { return thing }
        let near = Vocabulary.nearest(code.description, of: try facts.all(type).map(\.key))
        let hint = near.isEmpty ? "" : " The nearest: \(near.joined(separator: ", "))."
        throw Refusal(
            .unknownCode, "There is no \(Noun.noun) \(code) in this book.\(hint)",
            remedy:
                "almoner \(Noun.noun.split(separator: " ").last ?? "") list shows what there is.",
            [.init("noun", Noun.noun), .init("code", code)])
    }

    /// The sum of all accounts that match a pattern, in the head's normal direction.
    func sum(_ pattern: Account) throws -> Money {
        try facts.accounts(pattern).map { try facts.amount($0) }.total
    }

    /// The sum for each year that has any.
    func sums(_ patterns: [Account]) throws -> [FinancialYear: [Head: Money]] {
        var sums: [FinancialYear: [Head: Money]] = [:]
        for pattern in patterns {
            for account in try facts.accounts(pattern) {
                guard let year = account.year else { continue }
                sums[year, default: [:]][account.head, default: .zero] += try facts.amount(account)
            }
        }
        return sums
    }

    /// Every account of a head that is not nil, with its balance.
    func balances(_ pattern: Account) throws -> [(account: Account, amount: Money)] {
        try facts.accounts(pattern).map { ($0, try facts.amount($0)) }
    }
}
