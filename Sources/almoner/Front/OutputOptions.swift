import ArgumentParser
import GrantExchange

/// In which form an answer is wanted, and where.
struct OutputOptions: ParsableArguments, Sendable {
    @Option(
        help: "table, csv, tsv, json, jsonl, markdown or html; see almoner help formats.",
        transform: OutputOptions.format)
    var format: Format?

    @Option(
        help: "Write to a file; its suffix picks the form.", completion: .file())
    var output: String?

    @Flag(help: "Print straight through, without a pager.")
    var noPager = false

    /// Reads the name of a form; the forms there will be are named as such.
    static func format(_ text: String) throws -> Format {
        if let format = Format(rawValue: text.lowercased()) { return format }
        let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
        let coming = ["xlsx"].contains(text.lowercased())
        throw NotAccepted(
            coming ? "it is not there yet; there are \(known)." : "there are \(known).")
    }
}
