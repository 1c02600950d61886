import GrantLedger

/// Puts values into the XML of a sheet and leaves every other byte of it as it is.
struct SheetFilling {
    /// Bytes that take the place of others.
    private struct Splice {
        let range: Range<Int>
        let text: String
    }

    private let bytes: [UInt8]
    private let plan: SheetPlan
    private let reading: CellReading
    private let prefix: String
    private var splices: [Splice] = []

    /// Looks a sheet over.
    ///
    /// - Parameters:
    ///   - part: its name, for what is said of it.
    ///   - bytes: its XML.
    ///   - fillings: what is to go in.
    ///   - reading: the workbook's styles and dates.
    /// - Throws: ``UnreadableFile`` where it is no sheet in UTF-8.
    init(
        _ part: String, _ bytes: [UInt8], _ fillings: [Filling], _ reading: CellReading
    ) throws(UnreadableFile) {
        (self.bytes, self.reading) = (bytes, reading)
        plan = try SheetPlan.plan(part, bytes, wanted: Set(fillings.map(\.address.row)))
        guard let data = plan.data, let prefix = Self.prefix(bytes[data.open]) else {
            throw UnreadableFile(
                "The XML of the sheet is not in UTF-8.",
                remedy: "Open the workbook in Excel and save it anew.")
        }
        self.prefix = prefix
    }

    /// What may not be filled, each with its row of the map.
    func faults(_ fillings: [Filling]) -> [UnfillableMap.Fault] {
        fillings.compactMap { filling in
            let row = plan.rows.first { $0.number == filling.address.row }
            let cell = row?.cells.first { $0.column == filling.address.column }
            if cell?.hasFormula == true {
                return .init(
                    row: filling.row,
                    "\(filling.place) has a formula; name the cell that a person would fill")
            }
            let block = plan.merged.first { $0.contains(filling.address) }
            if let block, block.first != filling.address {
                return .init(
                    row: filling.row,
                    "\(filling.place) is inside a merged cell; name its first, \(block.first)")
            }
            return nil
        }
    }

    /// The sheet's XML with the values in it.
    func filled(_ fillings: [Filling]) -> [UInt8] {
        var copy = self
        let byRow = Dictionary(grouping: fillings, by: \.address.row)
        for (number, fillings) in byRow.sorted(by: { $0.key < $1.key }) {
            let ordered = fillings.sorted { $0.address.column < $1.address.column }
            if let row = plan.rows.first(where: { $0.number == number }) {
                copy.fill(row, ordered)
            } else {
                copy.insert(number, ordered)
            }
        }
        return copy.spliced
    }

    private mutating func fill(_ row: SheetPlan.Row, _ fillings: [Filling]) {
        var added = ""
        for filling in fillings {
            let column = filling.address.column
            if let cell = row.cells.first(where: { $0.column == column }) {
                splices.append(
                    Splice(range: cell.start..<cell.end, text: text(filling, cell.style)))
                continue
            }
            let new = text(filling, plan.style(row: row, column: column))
            let next = row.cells.first { $0.column > column }?.start
            if row.isEmptyTag {
                added += new
            } else {
                let place = next ?? row.close
                splices.append(Splice(range: place..<place, text: new))
            }
        }
        if row.isEmptyTag, !added.isEmpty { open(row.open, "row", added) }
    }

    private mutating func insert(_ number: Int, _ fillings: [Filling]) {
        let cells = fillings.map { text($0, plan.style(row: nil, column: $0.address.column)) }
        let new = "<\(prefix)row r=\"\(number)\">\(cells.joined())</\(prefix)row>"
        guard let data = plan.data else { return }
        if data.isEmptyTag {
            splices.append(Splice(range: data.open.upperBound..<data.open.upperBound, text: new))
        } else {
            let place = plan.rows.first { $0.number > number }?.open.lowerBound ?? data.close
            splices.append(Splice(range: place..<place, text: new))
        }
    }

    /// Makes of a tag that closes itself one that has something in it.
    private mutating func open(_ tag: Range<Int>, _ name: String, _ content: String) {
        splices.append(
            Splice(
                range: tag.upperBound - 2..<tag.upperBound,
                text: ">\(content)</\(prefix)\(name)>"))
    }

    private var spliced: [UInt8] {
        var out: [UInt8] = []
        var place = 0
        let order = splices.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }
        let isEmptyData = plan.data?.isEmptyTag == true
        for (index, splice) in order.map(\.element).enumerated() {
            var start = splice.range.lowerBound
            if isEmptyData, index == 0 { start -= 2 }
            out += bytes[place..<start]
            if isEmptyData, index == 0 { out.append(UInt8(ascii: ">")) }
            out += splice.text.utf8
            place = splice.range.upperBound
        }
        if isEmptyData, !order.isEmpty { out += "</\(prefix)sheetData>".utf8 }
        return out + bytes[place...]
    }

    /// The XML of a cell.
    private func text(_ filling: Filling, _ style: String?) -> String {
        let attributes = style.map { " s=\"\(Self.escaped($0))\"" } ?? ""
        let open = "<\(prefix)c r=\"\(filling.address)\"\(attributes)"
        func number(_ text: String) -> String {
            "\(open)><\(prefix)v>\(text)</\(prefix)v></\(prefix)c>"
        }
        switch filling.value {
        case .money(let amount): return number(amount.plain)
        case .number(let count): return number(String(count))
        case .absent: return open + "/>"
        case .date(let day):
            let isDate = reading.styles.isDate(style.flatMap { Int($0) } ?? 0)
            if isDate, let serial = reading.dates.serial(of: day) { return number(String(serial)) }
        case .text, .percent, .list: break
        }
        let text = Self.escaped(filling.value.plain)
        return "\(open) t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">\(text)"
            + "</\(prefix)t></\(prefix)is></\(prefix)c>"
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
            default: out += "&#\(scalar.value);"
            }
        }
        return out.split(separator: "_x", omittingEmptySubsequences: false)
            .joined(separator: "_x005F_x")
    }

    /// What stands before the names of this sheet's elements: mostly nothing, else `x:`.
    private static func prefix(_ tag: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: tag, as: UTF8.self), text.hasPrefix("<"),
            let name = text.dropFirst().split(whereSeparator: { "\n \t>/\r".contains($0) }).first,
            name.hasSuffix("sheetData")
        else { return nil }
        return String(name.dropLast("sheetData".count))
    }
}
