import ArgumentParser
import GrantExchange

/// In which form an answer is wanted, and where.
struct FormOptions: ParsableArguments, Sendable {
    @Option(
        help: "table, csv, tsv, json, jsonl, markdown, html or xlsx; see almoner help formats.",
        transform: FormOptions.format)
    var format: Format?

    @Option(
        help: "Write to a file; its suffix picks the form.", completion: .file())
    var output: String?

    @Flag(help: "CSV that Excel opens by itself: marked as UTF-8, its lines ended by CR LF.")
    var excel = false

    @Flag(help: "Print straight through, without a pager.")
    var noPager = false

    /// The form and the place they ask for.
    var form: OutputForm {
        OutputForm(format: format, output: output, isForExcel: excel, pages: !noPager)
    }

    /// Reads the name of a form.
    static func format(_ text: String) throws -> Format {
        if let format = Format(rawValue: text.lowercased()) { return format }
        let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw NotAccepted("there are \(known).")
    }
}
