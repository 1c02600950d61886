import GrantExchange
import GrantLedger

extension FuzzedParser {
    /// Amounts as typed, and as files have them.
    static let money = FuzzedParser(name: "money") { bytes in
        let text = String(typed: bytes)
        let typed = try? Money(pounds: text)
        if let typed { try judge(typed, of: text) }
        guard let written = try? WrittenAmount.read(text) else {
            return try promise(typed == nil, "\(text.debugDescription) is typed and not written")
        }
        try promise(
            written.pence.magnitude <= Money.greatest.pence.magnitude, "\(written) is too large")
        if let typed { try promise(typed == written, "\(typed) is written \(written)") }
        if written >= .zero {
            try promise(
                (try? WrittenAmount.read("(\(written))")) == -written, "(\(written)) is not less")
        }
    }

    private static func judge(_ amount: Money, of text: String) throws(BrokenPromise) {
        for shown in [amount.plain, amount.column, amount.description] {
            try promise((try? Money(pounds: shown)) == amount, "\(shown) is not read again")
        }
        let sides = text.split(separator: ".", maxSplits: 1).map { side in
            side.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        let decimals = sides.count == 2 ? sides[1] : []
        let pence = sides[0] + decimals + Array("00".utf8.dropFirst(decimals.count))
        let magnitude = pence.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
        try promise(
            amount.pence.magnitude == magnitude, "\(text.debugDescription) is read as \(amount)")
        try promise(
            amount == .zero || (amount < .zero) == (text.utf8.first == UInt8(ascii: "-")),
            "\(text.debugDescription) has lost its sign")
    }
}
