public import GrantLedger

/// What goes into which cell of somebody else's workbook.
public struct Filling: Hashable, Sendable {
    /// The row of the map that asked for it.
    public let row: Int
    /// The sheet's name.
    public let sheet: String
    /// The cell.
    public let address: CellAddress
    /// The fact, or several that are added up.
    public let fact: String
    /// What it is.
    public let value: Cell

    /// Creates a filling.
    public init(row: Int, sheet: String, address: CellAddress, fact: String, value: Cell) {
        (self.row, self.sheet, self.address) = (row, sheet, address)
        (self.fact, self.value) = (fact, value)
    }

    /// As a spreadsheet has the cell: `Sheet1!C12`.
    public var place: String { "\(sheet)!\(address)" }
}

/// Why a map and a workbook or a claim do not go together: every fault with its row of the map.
public struct UnfillableMap: Error, Sendable {
    /// One fault.
    public struct Fault: Hashable, Sendable {
        /// The row of the map.
        public let row: Int
        /// What is wrong.
        public let message: String

        /// Creates a fault.
        public init(row: Int, _ message: String) { (self.row, self.message) = (row, message) }
    }

    /// The faults in the order of the map.
    public let faults: [Fault]

    /// Creates the reason.
    public init(_ faults: [Fault]) { self.faults = faults.sorted { $0.row < $1.row } }
}

extension ClaimStatement {
    /// What a map asks of this claim; amounts that go into one cell are added up.
    ///
    /// - Parameters:
    ///   - map: the map.
    ///   - office: the office that claims.
    ///   - funder: the funder's name.
    ///   - isCategory: whether there is a category of a code.
    /// - Returns: what goes into which cell.
    /// - Throws: ``UnfillableMap`` with every fact there is not and every cell that is asked for twice.
    public func fillings(
        _ map: FillMap, office: String, funder: String, isCategory: (Code) throws -> Bool
    ) throws -> [Filling] {
        let whole = wholeFacts(office: office, funder: funder)
        var faults: [UnfillableMap.Fault] = []
        var fillings: [Filling] = []
        for line in map.lines {
            let named = whole.first { $0.name == line.fact }?.value
            guard let value = try named ?? amount(line.fact, isCategory) else {
                let words = Self.amountWords.joined(separator: ", ")
                let names = whole.map(\.name).joined(separator: ", ")
                faults.append(
                    .init(
                        row: line.row,
                        "there is no fact \(line.fact); there are \(names), and of a category, of general or "
                            + "of total \(words), as in total.thisClaim"))
                continue
            }
            let twin = fillings.firstIndex {
                $0.sheet.lowercased() == line.sheet.lowercased() && $0.address == line.address
            }
            guard let twin else {
                fillings.append(
                    Filling(
                        row: line.row, sheet: line.sheet, address: line.address, fact: line.fact,
                        value: value))
                continue
            }
            guard let sum = fillings[twin].adding(line.fact, value) else {
                faults.append(
                    .init(
                        row: line.row,
                        "\(fillings[twin].place) is asked for twice, and what goes there cannot be added up"
                    ))
                continue
            }
            fillings[twin] = sum
        }
        guard faults.isEmpty else { throw UnfillableMap(faults) }
        return fillings
    }

    /// The categories with money in this claim that no cell of a map takes.
    public func unplaced(by map: FillMap) -> [Row] {
        let placed = map.lines.map(\.fact)
        return rows.filter { row in
            let name = row.category == .general ? "general" : row.category.description
            return row.now != .zero && !placed.contains("\(name).thisClaim")
        }
    }

    private func amount(_ fact: String, _ isCategory: (Code) throws -> Bool) throws -> Cell? {
        guard let dot = fact.lastIndex(of: ".") else { return nil }
        let (name, word) = (String(fact[..<dot]), String(fact[fact.index(after: dot)...]))
        if name == "total" { return amount(word, of: nil) }
        if name == "general" { return amount(word, of: .general) }
        guard let code = Code(name), try isCategory(code) else { return nil }
        return amount(word, of: code)
    }
}

extension Filling {
    /// The same cell with another amount of the same word added; nil where the two are no such amounts.
    fileprivate func adding(_ other: String, _ value: Cell) -> Filling? {
        let words = [fact, other].map { $0.split(separator: ".").last }
        guard case .money(let one) = self.value, case .money(let two) = value,
            let sum = one.adding(two), words[0] == words[1], fact != other
        else { return nil }
        return Filling(
            row: row, sheet: sheet, address: address, fact: "\(fact) + \(other)", value: .money(sum)
        )
    }
}
