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
        try add(try overview(), "index.html", [], to: writer)
        for fund in funds {
            try add(try page(of: fund), Self.file("fund", fund.code), [Self.top], to: writer)
        }
        for round in rounds {
            let above = [Self.top, link(fund: round.fund)]
            try add(try page(of: round), Self.file("round", round.code), above, to: writer)
        }
        for award in awards {
            let above = [Self.top, link(fund: award.fund)]
            try add(try page(of: award), Self.file("award", award.code), above, to: writer)
        }
        try add(try calendar(), "calendar.html", [Self.top], to: writer)
        try add(try match(), "match.html", [Self.top], to: writer)
        try add(try exceptions(), "exceptions.html", [Self.top], to: writer)
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

    private func add(
        _ made: Made, _ file: String, _ above: [SitePlace.Link], to writer: SiteWriter
    ) throws {
        var page = made.page
        page.warnings = warnings
        page.envelope.asAt = page.envelope.asAt ?? reading.today
        let place = SitePlace(
            file: file, trail: above, sections: Self.sections, files: files,
            questions: made.questions)
        try writer.add(file, HTMLWriter(place: place).text(of: page))
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
