import ArgumentParser
import GrantExchange
import GrantLedger

/// What every command takes that takes in a file.
struct ImportOptions: ParsableArguments {
    @Argument(help: "The file: CSV, TSV or a workbook.", completion: .file())
    var file: String

    @Option(help: "The saved profile that says how it is laid out.", transform: Code.typed)
    var using: Code?

    @Option(help: "How many rows of data the source says it has.")
    var expectRows: Int?

    @Option(
        parsing: .unconditional, help: "What the source says its amounts come to.",
        transform: Money.typed)
    var expectTotal: Money?

    @Option(
        parsing: .upToNextOption,
        help: "Which column is which fact: FACT=HEADING; a year is a fact: 2019/20=HEADING.")
    var map: [String] = []

    @Option(parsing: .upToNextOption, help: "What every row has: FACT=VALUE.")
    var set: [String] = []

    @Option(help: "In which order dates are written: dmy, mdy or ymd.")
    var dates: ImportProfile.DateOrder?

    @Option(help: "How amounts are signed: out-negative, out-positive or two-columns.")
    var sign: ImportProfile.Sign?

    @Option(help: "The fact that tells a row from every other; none for all it states together.")
    var unique: String?

    @Option(
        help: "Accept the layout shown, and save it as a profile of this code.",
        transform: Code.typed)
    var save: Code?

    @Option(help: "The sheet of a workbook; its first where absent.")
    var sheet: String?

    @Option(help: "What parts the columns: , ; | or tab.", transform: ImportOptions.delimiter)
    var delimiter: Delimiter?

    @Option(help: "The row its headings stand in, 1 for the first.")
    var headingRow: Int?

    @Flag(help: "Register organisations that the book does not have, by their names.")
    var addOrganisations = false

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        let shapes =
            !map.isEmpty || !set.isEmpty || dates != nil || sign != nil || unique != nil
            || save != nil || sheet != nil || delimiter != nil || headingRow != nil
        guard using == nil || !shapes else {
            throw ValidationError(
                "With --using the profile says how the file is laid out; leave the rest out.")
        }
    }

    private static func delimiter(_ text: String) throws -> Delimiter {
        if let found = Delimiter(rawValue: text == "\t" ? "tab" : text) { return found }
        throw NotAccepted("there are , ; | and tab.")
    }

    /// What is said of a kind's facts in its help.
    static func discussion(_ kind: ImportKind) -> String {
        let needed = kind.facts.filter(\.isNeeded).map(\.name).joined(separator: ", ")
        let others = kind.facts.filter { !$0.isNeeded }.map(\.name).joined(separator: ", ")
        let years = kind.hasYears ? " A column a year (2019/20) gives the amounts." : ""
        let categories = kind.hasCategories ? " A column a category gives the spend." : ""
        return """
            A file is read by a saved profile (--using), or as its headings suggest: that is shown \
            first, and used once it is accepted (--save NAME). Every row states \(needed); it may \
            state \(others).\(years)\(categories) All that is wrong is named with row and column, \
            and nothing is recorded while anything is.
            """
    }

    /// What was said of the layout.
    func hints(_ kind: ImportKind) throws -> LayoutHints {
        var hints = LayoutHints()
        for text in map {
            let (fact, heading) = try Self.parted(text, kind, "--map FACT=HEADING")
            hints.headings[fact] = heading
        }
        for text in set {
            let (fact, value) = try Self.parted(text, kind, "--set FACT=VALUE")
            hints.constants[fact] = value
        }
        hints.dates = dates
        hints.sign = sign
        hints.unique = unique.map { $0 == "none" ? "" : $0 }
        hints.headingRow = headingRow
        if let unique, unique != "none", kind.fact(unique) == nil {
            throw Self.unknown(unique, kind)
        }
        return hints
    }

    private static func parted(
        _ text: String, _ kind: ImportKind, _ form: String
    ) throws -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw Fault.usage("“\(text)” is not \(form).", remedy: "Write \(form).")
        }
        let isAmount = kind.takesAmounts(named: parts[0])
        guard kind.fact(parts[0]) != nil || isAmount else { throw unknown(parts[0], kind) }
        return (parts[0], parts[1])
    }

    private static func unknown(_ fact: String, _ kind: ImportKind) -> Fault {
        .usage(
            "A row of \(kind.rawValue) states no \(fact).",
            remedy: "There are: \(kind.facts.map(\.name).joined(separator: ", ")).")
    }
}
