import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export transparency`.
struct ExportTransparency: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "transparency",
        abstract: "Grants and expenditure in the columns of the Local Government Transparency Code."
    )

    @OptionGroup
    var months: PublishedMonths

    @Option(help: "One quarter: 2019/20-Q1.")
    var quarter: String?

    @Option(help: "Only payments and costs above this.", transform: Money.typed)
    var over: Money = Money(pence: 500_00)

    @Option(help: "The department that awards and spends; the office where absent.")
    var department: String?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func validate() throws {
        guard over >= .zero else { throw ValidationError("A threshold is not below nil.") }
        guard let quarter else { return }
        guard Quarter(quarter) != nil else {
            throw ValidationError("Write a quarter as 2019/20-Q1.")
        }
        guard months.span == nil else {
            throw ValidationError("Give --quarter, --month or --year, one of them.")
        }
    }

    func run(in surroundings: Surroundings) throws {
        if let file = output.written.output { try FileAside.checkNew(file) }
        try answer(in: surroundings)
    }

    func page(_ reading: Reading) throws -> Page {
        let asked = quarter.flatMap(Quarter.init)
        let span = asked.map { $0.firstDay...$0.lastDay } ?? months.span
        let headings = Dictionary(
            try reading.reader.rows(Category.self).map { ($0.code, $0.name.description) }
        ) { $1 }
        let costs = try reading.reader.rows(Cost.self).map {
            (cost: $0, heading: headings[$0.category] ?? $0.category.description)
        }
        let report = TransparencyReport(
            try reading.reader.publishedGrants(), costs: costs, in: span, above: over)
        return report.page(
            reading.envelope, span: asked?.description ?? months.words,
            department: department ?? reading.office)
    }
}
