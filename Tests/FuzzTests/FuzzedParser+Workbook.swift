import Foundation
import GrantExchange

extension FuzzedParser {
    /// A file that says it is a workbook.
    static let zipFile = FuzzedParser(name: "zip") { bytes in
        try judge(workbook: bytes)
    }

    /// The XML in a sound zip: the sheet, the shared texts, the styles and the list of sheets,
    /// parted by a NUL; what is not given is as a plain workbook has it.
    static let sheet = FuzzedParser(name: "sheet") { bytes in
        let given = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
        try judge(workbook: PlainZip.workbook(given.map(Array.init)))
    }

    private static let file = FileManager.default.temporaryDirectory
        .appending(path: "almoner-fuzz-\(ProcessInfo.processInfo.processIdentifier).xlsx")

    private static func judge(workbook bytes: [UInt8]) throws {
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let path = file.path
        switch Result(catching: { () throws(UnreadableFile) in try WorkbookReader(path: path) }) {
        case .success(let workbook):
            for sheet in workbook.sheets { try judge(sheet, of: workbook) }
        case .failure(let refusal): try judge(refusal)
        }
    }

    /// Both ways of reading a sheet tell the same, or refuse it both.
    private static func judge(_ sheet: WorkbookReader.Sheet, of workbook: WorkbookReader) throws {
        let cells = Result { () throws(UnreadableFile) in try workbook.cells(of: sheet) }
        let rows = Result { () throws(UnreadableFile) in
            var table = try workbook.rows(of: sheet)
            var rows: [IncomingRow] = []
            while let row = try table.next() { rows.append(row) }
            return rows
        }
        switch (rows, cells) {
        case (.success(let rows), .success(let cells)): try judge(rows, against: cells)
        case (.failure(let first), .failure(let second)):
            try promise(first == second, "\(first), and then \(second)")
            try judge(first)
        default: throw BrokenPromise(description: "\(rows) is not \(cells)")
        }
    }

    private static func judge(
        _ rows: [IncomingRow], against cells: WorkbookReader.Cells
    ) throws(BrokenPromise) {
        try promise(
            zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number },
            "rows out of order")
        var count = 0
        for row in rows {
            for (column, cell) in row.cells.enumerated() where cell.kind != .empty {
                count += 1
                guard let address = CellAddress(row.address(column)) else {
                    throw BrokenPromise(description: "\(row.address(column)) is no address")
                }
                try promise(
                    cells[address] == cell, "\(address) is \(cell) and \(cells[address])")
            }
        }
        try promise(count == cells.cells.count, "\(count) cells are \(cells.cells.count)")
    }
}
