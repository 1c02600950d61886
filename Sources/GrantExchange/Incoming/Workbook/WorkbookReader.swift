/// Reads a workbook: its sheets, their rows one at a time, or all cells of a small sheet.
///
/// What may do harm is refused when it is opened, whatever is read of it later: macros, links to other files and
/// databases, embedded files and controls, document types and entities in XML, and zips that unpack to
/// more than a workbook has.
public struct WorkbookReader {
    /// A sheet.
    public struct Sheet: Hashable, Sendable {
        /// Its name, as on its tab.
        public let name: String
        /// Whether its tab is shown.
        public let isVisible: Bool
        /// The part of the zip that has it.
        let part: String
    }

    /// The cells of a sheet.
    public struct Cells: Sendable {
        /// Those that have something in them.
        public private(set) var cells: [CellAddress: IncomingCell] = [:]
        /// The blocks of cells shown as one.
        public fileprivate(set) var merged: [CellBlock] = []

        /// The cell of an address; an empty one where nothing is.
        public subscript(_ address: CellAddress) -> IncomingCell { cells[address] ?? .empty }

        fileprivate mutating func put(_ cell: IncomingCell, at address: CellAddress) {
            cells[address] = cell
        }
    }

    /// The most cells that ``cells(of:)`` takes at once.
    public static let mostCells = 200_000

    /// The sheets in the order of their tabs; sheets of charts are none.
    public let sheets: [Sheet]
    /// What its defined names stand for: `Sheet1!$B$7`.
    public let names: [String: String]

    let package: WorkbookPackage
    let reading: CellReading

    /// Opens a workbook.
    ///
    /// - Throws: ``UnreadableFile`` where it is none, or one that is refused.
    public init(path: String) throws(UnreadableFile) {
        package = try WorkbookPackage(path: path)
        let elements = try XmlTree.elements(
            of: package.workbook, try package.source(of: package.workbook),
            attributes: ["name", "id", "state", "date1904"])
        var sheets: [Sheet] = []
        for element in elements where element.path == "workbook/sheets/sheet" {
            guard let name = element["name"], let id = element["id"],
                let relation = package.relations[id]
            else { throw .damagedZip }
            guard relation.kind == "worksheet" else { continue }
            let isVisible = element["state"].map { $0 == "visible" } ?? true
            sheets.append(Sheet(name: name, isVisible: isVisible, part: relation.part))
        }
        guard !sheets.isEmpty else { throw .notWorkbook }
        self.sheets = sheets
        names = Dictionary(
            elements.filter { $0.path == "workbook/definedNames/definedName" }
                .compactMap { element in element["name"].map { ($0, element.text) } },
            uniquingKeysWith: { first, _ in first })
        let since1904 = elements.contains {
            $0.path == "workbook/workbookPr" && ["1", "true"].contains($0["date1904"])
        }
        reading = try Self.reading(package, since1904 ? .since1904 : .since1900)
    }

    /// The sheet of a name, in whatever case it is typed; nil where there is none.
    public func sheet(_ name: String) -> Sheet? {
        sheets.first { $0.name == name }
            ?? sheets.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The rows of a sheet, one at a time.
    public func rows(of sheet: Sheet) throws(UnreadableFile) -> WorkbookTable {
        try WorkbookTable(sheet.part, try package.source(of: sheet.part), reading)
    }

    /// All cells of a sheet that have something in them.
    ///
    /// - Throws: ``UnreadableFile`` where the sheet is damaged or has more than ``mostCells``.
    public func cells(of sheet: Sheet) throws(UnreadableFile) -> Cells {
        var table = try rows(of: sheet)
        var cells = Cells()
        while let row = try table.nextSparse() {
            for (column, cell) in row.cells {
                guard let address = CellAddress(row: row.number, column: column) else { continue }
                cells.put(cell, at: address)
            }
            guard cells.cells.count <= Self.mostCells else {
                throw UnreadableFile(
                    "The sheet \(sheet.name) has more than \(Self.mostCells) cells.",
                    remedy: "See that it is the form that was given out.")
            }
        }
        cells.merged = table.merged
        return cells
    }

    private static func reading(
        _ package: WorkbookPackage, _ dates: DateSystem
    ) throws(UnreadableFile) -> CellReading {
        let parts = package.relations.values
        var texts = SharedTexts()
        if let part = parts.first(where: { $0.kind == "sharedStrings" })?.part {
            texts = try SharedTexts(part, try package.source(of: part))
        }
        var styles = CellStyles()
        if let part = parts.first(where: { $0.kind == "styles" })?.part {
            styles = try CellStyles(part, try package.source(of: part))
        }
        return CellReading(texts: texts, styles: styles, dates: dates)
    }
}
