import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// The pages of a book, linked with one another, each made of what commands answer.
struct Site {
    let reading: Reading
    let funds: [Fund]
    let rounds: [Round]
    let awards: [Award]
    let quarters: QuarterReport
    private let warnings: [String]

    init(_ reading: Reading, warnings: [String]) throws {
        self.reading = reading
        self.warnings = warnings
        funds = try reading.facts.all(Fund.self)
        rounds = try reading.facts.all(Round.self)
        awards = try reading.facts.all(Award.self)
        quarters = try reading.reader.quarters(asAt: reading.today)
    }

    /// Writes every page, one at a time.
    func write(to writer: SiteWriter) throws {
        for leaf in leaves { try writer.add(leaf.file, try text(of: leaf)) }
    }

    /// One page as it is written; nil where the site has none of that name.
    func text(of file: String) throws -> String? {
        try leaves.first { $0.file == file }.map { try text(of: $0) }
    }

    /// A page that is to be made: its file, the pages above it, and how.
    private struct Leaf {
        let file: String
        let above: [SitePlace.Link]
        let make: () throws -> Made
    }

    private var leaves: [Leaf] {
        [Leaf(file: "index.html", above: []) { try overview() }]
            + funds.map { fund in
                Leaf(file: Self.file("fund", fund.code), above: [Self.top]) { try page(of: fund) }
            }
            + rounds.map { round in
                Leaf(
                    file: Self.file("round", round.code),
                    above: [Self.top, link(fund: round.fund)]
                ) { try page(of: round) }
            }
            + awards.map { award in
                Leaf(
                    file: Self.file("award", award.code),
                    above: [Self.top, link(fund: award.fund)]
                ) { try page(of: award) }
            }
            + [
                Leaf(file: "calendar.html", above: [Self.top]) { try calendar() },
                Leaf(file: "match.html", above: [Self.top]) { try match() },
                Leaf(file: "exceptions.html", above: [Self.top]) { try exceptions() },
            ]
    }

    /// A page with the commands that ask for what it holds.
    struct Made {
        var page: Page
        var questions: [[String]]
    }

    /// What a command of the program answers, asked by its words: its group, its name, and the rest.
    func asked<Answer: ReadingCommand>(_ type: Answer.Type, _ words: [String]) throws -> Page {
        try type.parse(Array(words.dropFirst(2))).page(reading.asking(words))
    }

    private func text(of leaf: Leaf) throws -> String {
        let made = try leaf.make()
        var page = made.page
        page.warnings = warnings
        page.envelope.question = reading.envelope.question
        page.envelope.asAt = page.envelope.asAt ?? reading.today
        let place = SitePlace(
            file: leaf.file, trail: leaf.above, sections: Self.sections, files: files,
            questions: made.questions)
        return HTMLWriter(place: place).text(of: page)
    }

    private func link(fund code: Code) -> SitePlace.Link {
        let title = funds.first { $0.code == code }.map { ": \($0.title)" } ?? ""
        return SitePlace.Link(Self.file("fund", code), code.description + title)
    }

    /// The files of things by their codes; a code has no letter that a file's name may not have.
    private var files: [String: [String: String]] {
        func named(_ noun: String, _ codes: [Code]) -> [String: String] {
            Dictionary(uniqueKeysWithValues: codes.map { ($0.description, Self.file(noun, $0)) })
        }
        return [
            "fund": named("fund", funds.map(\.code)), "round": named("round", rounds.map(\.code)),
            "award": named("award", awards.map(\.code)),
        ]
    }

    private static func file(_ noun: String, _ code: Code) -> String { "\(noun)-\(code).html" }

    private static let top = SitePlace.Link("index.html", "Overview")

    private static let sections = [
        top, SitePlace.Link("calendar.html", "Returns calendar"),
        SitePlace.Link("match.html", "Match"), SitePlace.Link("exceptions.html", "Exceptions"),
    ]
}

extension Reading {
    /// The same book at the same moment, asked something else.
    func asking(_ question: [String]) -> Reading {
        var copy = self
        copy.envelope.question = question
        return copy
    }
}
