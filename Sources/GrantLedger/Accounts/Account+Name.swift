extension Account: TextValue {
    /// The one spelling, in records, SQL and exports:
    /// `committed{award=VRF-01,fund=VRF,year=2019/20}`.
    public var description: String {
        var name: [UInt8] = []
        name.reserveCapacity(96)
        writeName(to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// Appends the one spelling.
    func writeName(to name: inout [UInt8]) {
        name += head.rawValue.utf8
        let start = name.count
        func add(_ key: StaticString, _ value: String?) {
            guard let value else { return }
            name.append(name.count == start ? UInt8(ascii: "{") : UInt8(ascii: ","))
            key.withUTF8Buffer { name += $0 }
            name.append(UInt8(ascii: "="))
            name += value.utf8
        }
        let parts = parts
        add("accountingYear", parts.accountingYear?.description)
        add("award", parts.award?.description)
        add("bid", parts.bid?.description)
        add("category", parts.category?.description)
        add("claim", parts.claim?.description)
        add("fund", parts.fund?.description)
        add("grant", parts.grant?.description)
        add("instalment", parts.instalment?.description)
        add("mark", parts.mark?.rawValue)
        add("organisation", parts.organisation?.description)
        add("period", parts.period?.description)
        add("prepared", parts.prepared?.description)
        add("round", parts.round?.description)
        add("year", parts.year?.description)
        if name.count > start { name.append(UInt8(ascii: "}")) }
    }

    /// Reads the one spelling, else nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let brace = bytes.firstIndex(of: UInt8(ascii: "{")) ?? bytes.endIndex
        guard let head = Head.byName.value(bytes[..<brace]) else { return nil }
        var parts = Parts()
        var rest = bytes[brace...].dropFirst().dropLast()
        while !rest.isEmpty {
            let pair = rest.prefix { $0 != UInt8(ascii: ",") }
            rest = rest[pair.endIndex...].dropFirst()
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            parts.read(
                String(decoding: pair[..<equals], as: UTF8.self),
                String(decoding: pair[equals...].dropFirst(), as: UTF8.self))
        }
        self.init(head, parts)
        var name: [UInt8] = []
        name.reserveCapacity(bytes.count)
        writeName(to: &name)
        guard name == bytes else { return nil }
    }
}

extension Head {
    fileprivate static let byName = NameTable(allCases)
}

extension Account.Parts {
    fileprivate mutating func read(_ key: String, _ value: String) {
        switch key {
        case "accountingYear": accountingYear = FinancialYear(value)
        case "award": award = Code(value)
        case "bid": bid = Code(value)
        case "category": category = Code(value)
        case "claim": claim = Code(value)
        case "fund": fund = Code(value)
        case "grant": grant = Code(value)
        case "instalment": instalment = Int(value)
        case "mark": mark = Mark(rawValue: value)
        case "organisation": organisation = Code(value)
        case "period": period = Period(value)
        case "prepared": prepared = Int(value)
        case "round": round = Code(value)
        case "year": year = FinancialYear(value)
        default: break
        }
    }
}
