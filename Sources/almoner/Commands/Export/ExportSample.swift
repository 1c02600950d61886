import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export sample`.
struct ExportSample: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw awards for an auditor, each with its whole trail from bid to evidence.")

    /// How awards are drawn.
    enum Method: String, CaseIterable, ExpressibleByArgument {
        case value, random, largest, over
    }

    @Option(help: "The year of cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        help: ArgumentHelp(
            "How: value (every pound has the same chance), random (every award), largest, or over.",
            valueName: "method"))
    var by: Method

    @Option(help: "How many.")
    var n: Int?

    @Option(
        help: "Any words; the same give the same sample.", transform: Note.typed)
    var seed: Note?

    @Option(help: "With --by over: every award above this amount.", transform: Money.typed)
    var over: Money?

    @Option(
        help: ArgumentHelp(
            "What an award counts for: awarded, charged or paid in the year.", valueName: "figure"))
    var of: SampleFigure = .awarded

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let method = try method()
        let units = try reading.reader.sampleAmounts(of, in: year).map {
            SampleDraw.Unit($0.award, $0.amount)
        }
        let draw = SampleDraw(from: units, by: method)
        let trails = try draw.drawn.map { drawn in
            try reading.reader.trail(of: try reading.known(Award.self, drawn.unit.award))
        }
        var page = reading.page(
            "export.sample/1", "Sample of awards for audit, \(year)",
            sentences: [sentence(draw), draw.words, draw.again], facts: facts(draw),
            sheets: [
                SampleSheet.drawn(draw, trails, of), SampleSheet.trail(trails),
                SampleSheet.documents(trails), SampleSheet.population(draw, of),
            ])
        page.subheading = "\(reading.office). Pounds."
        return page
    }

    private func method() throws -> SampleDraw.Method {
        switch by {
        case .value: return .value(count: try count(), seed: try words())
        case .random: return .random(count: try count(), seed: try words())
        case .largest: return .largest(count: try count())
        case .over:
            guard let over, over >= .zero else {
                throw Fault.usage(
                    "It is not said above which amount.", remedy: "Give --over AMOUNT.")
            }
            return .over(over)
        }
    }

    private func count() throws -> Int {
        if let n, (1...100_000).contains(n) { return n }
        throw Fault.usage(
            n.map { "\($0) awards cannot be drawn." } ?? "It is not said how many are drawn.",
            remedy: "Give --n with a number from 1 to 100,000.")
    }

    private func words() throws -> String {
        if let seed { return seed.description }
        throw Fault.usage(
            "A draw by chance needs a seed, so that it can be made again.",
            remedy: "Give --seed with any words the auditor chooses.")
    }

    private func sentence(_ draw: SampleDraw) -> String {
        let awards = draw.population.count == 1 ? "1 award" : "\(draw.population.count) awards"
        return "The population is \(awards) with \(draw.total) \(of.rawValue) in \(year); "
            + "\(draw.drawn.count) drawn, with \(draw.drawnTotal)."
    }

    private func facts(_ draw: SampleDraw) -> [Fact] {
        [
            Fact("year", "Year", .text(year.description)),
            Fact("figure", "Counted by", .text(of.rawValue)),
            Fact("method", "Method", .text(by.rawValue)),
            Fact("number", "Number asked", Cell(by == .over ? nil : n)),
            Fact("seed", "Seed", Cell(draw.steps == nil && by != .random ? nil : seed)),
            Fact("over", "Above", Cell(by == .over ? over : nil)),
            Fact("interval", "Interval in pence", Cell(draw.steps.map { Int($0.interval) })),
            Fact("first", "First penny", Cell(draw.steps.map { Int($0.first) })),
            Fact("population", "Awards in the population", .number(draw.population.count)),
            Fact("total", "Total of the population", .money(draw.total)),
            Fact("drawn", "Awards drawn", .number(draw.drawn.count)),
            Fact("drawnTotal", "Total drawn", .money(draw.drawnTotal)),
        ]
    }
}
