import Foundation
import GrantExchange

extension OutputForm {
    /// The form that Excel opens: CSV, named or not.
    func excelForm() throws -> Format {
        let named =
            try format
            ?? output.map { output in
                let suffix = URL(fileURLWithPath: output).pathExtension
                guard let form = Format(suffix: suffix) else {
                    throw Fault.usage(
                        "The suffix of \(output) names no form that there is.",
                        remedy: "Give --format csv.")
                }
                return form
            }
        guard named == nil || named == .csv else {
            throw Fault.usage(
                "--excel is a kind of CSV; \((named ?? .csv).rawValue) is asked for.",
                remedy: "Give --format csv --excel, or --format xlsx for a workbook.")
        }
        return .csv
    }

    /// Writes a page as a workbook into the file asked for, or to what takes standard output.
    func printWorkbook(_ page: Page, in place: Surroundings) throws {
        guard let output else {
            guard !place.out.isTerminal else {
                throw Fault.usage(
                    "A workbook is not printed on a terminal.",
                    remedy: "Give --output FILE.xlsx, or send it to another program.")
            }
            let bytes = try FileAside.temporary { path in
                try Self.translated("the workbook") { try WorkbookWriter().write(page, to: path) }
            }
            return try place.out.write(bytes)
        }
        try FileAside.write(output) { path in
            try Self.translated(output) { try WorkbookWriter().write(page, to: path) }
        }
        try place.err.write("\(output) is written.\n")
    }

    /// Says what a writer of workbooks could not do.
    static func translated(_ output: String, _ body: () throws -> Void) throws {
        do { try body() } catch let fault as WorkbookFault {
            switch fault {
            case .unwritable: throw FileAside.unwritable(output)
            case .tooMuch(let what):
                throw Fault(
                    "too-much-for-a-workbook", "\(what).",
                    remedy: "Ask for less, or for --format csv.", status: .cannotCreate)
            case .refused(let words):
                throw Fault(
                    "workbook-refused", "\(output) could not be written as a workbook: \(words)",
                    remedy: "Ask for --format csv, and please report it.", status: .cannotCreate)
            }
        }
    }
}
