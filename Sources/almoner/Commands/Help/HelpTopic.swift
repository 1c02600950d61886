import ArgumentParser
import GrantLedger

/// `almoner help TOPIC`: what is not about one command.
struct HelpTopic: Command {
    static let configuration = CommandConfiguration(commandName: "help-topic", shouldDisplay: false)

    @Argument(help: "The topic.")
    var topic: Topic

    /// What there is help about.
    enum Topic: String, CaseIterable, ExpressibleByArgument {
        case exitCodes = "exit-codes"
        case formats, amounts, refusals, opening
    }

    /// The topic that was typed after `help`, where there is one of that name.
    static func asked(_ arguments: [String]) throws -> HelpTopic? {
        guard arguments.count == 2, arguments[0] == "help",
            let topic = Topic(rawValue: arguments[1])
        else { return nil }
        return try parse([topic.rawValue])
    }

    func run(in place: Surroundings) throws {
        switch topic {
        case .exitCodes:
            try place.out.write(
                ExitStatus.allCases.map { status in
                    let number = "\(status.rawValue)"
                    return String(repeating: " ", count: 3 - number.count)
                        + "\(number)  \(status.meaning)\n"
                }.joined())
        case .formats: try place.out.write(Self.formats)
        case .amounts: try place.out.write(Self.amounts)
        case .opening: try place.out.write(OpeningFile.help)
        case .refusals:
            try place.out.write(
                Refusal.Reason.allCases.map { "\($0.rawValue)\n    \($0.meaning)\n" }.joined())
        }
    }

    private static let formats = """
        Wherever a table is printed, --format says in which form:

          table     aligned columns for a person, as wide as the terminal or COLUMNS, 60 at the least
          csv       RFC 4180; plain pounds, ISO dates; a text that looks like a formula gets an apostrophe
          tsv       the same, parted by tabs
          json      one object: schema, office, book, question, journal, rows, totals; amounts are texts
          jsonl     an object a row, a row a line
          markdown  a table for a document
          html      a page for a browser or a printer: one file, no script, nothing fetched
          xlsx      a workbook: a cover with the question and the chain, a table a sheet, live totals

        --excel     CSV as Excel opens it by itself: marked as UTF-8, lines ended by CR LF

        --output FILE writes to a file, and its suffix picks the form. Without either it is a table on a
        terminal and where COLUMNS is set, TSV where the output is piped.

        On a terminal a table longer than the screen goes to PAGER, else to less -FRX; --no-pager prints it
        straight through. Colour is used on a terminal only, never without a word; NO_COLOR=1 or TERM=dumb
        leaves it out.

        What is recorded is answered by a counterfoil: in words, or with --format json as one object,
        almoner.counterfoil/1. With --format json errors are objects too, on standard error.

        """

    private static let amounts = """
        Amounts     35000   35,000.00   £35,000.00   -20000; groups of three, at most two decimals,
                    at most £99,999,999,999.99
        Dates       2019-04-05   5/4/2019   "5 Apr 2019"; a closing date may carry a time: 2019-04-05T17:00
        Years       2019/20   2019-20   2019/2020   19/20; not 2019, which could be either of two
        Periods     2019/20-Q1   2019/20-H2   2019/20
        By year     [FUND@]YEAR[..YEAR][-Qn][/CATEGORY]=AMOUNT, the flag repeated or several after one:
                      --profile 2019/20=35000 2020/21=20000
                      --profile 2019/20..2021/22=35000        35,000 in each of three years
                      --profile VRF@2019/20-Q1/STAFF=8750     of one fund, quarter and category
                    --total A must equal the sum to the penny
        By category [FUND@]CATEGORY=AMOUNT:  --spend STAFF=8750 VENUE=500
        Match       ORGANISATION:cash|in-kind:YEAR=AMOUNT:  --match PROJECT-01:cash:2019/20=5000
        Codes       1 to 32 capital letters, digits, full stops and hyphens; small letters become capitals

        """
}
