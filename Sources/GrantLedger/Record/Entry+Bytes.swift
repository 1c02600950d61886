extension Entry {
    /// The canonical bytes, written straight down; a test holds them equal to the `Codable` form.
    public var bytes: [UInt8] {
        var out = CanonicalWriter(capacity: 512 + transfers.count * 192)
        out.key("act", first: true)
        out.tree(act)
        out.text("approver", approver)
        out.text("approverLogin", approverLogin)
        out.number("batch", batch)
        out.text("book", book)
        out.text("date", date.description)
        out.list("documents", documents) { out, document in
            out.open()
            out.key("name", first: true)
            out.text(document.name)
            out.number("row", document.row)
            out.text("sha256", document.sha256)
            out.number("size", document.size)
            out.close()
        }
        out.list("flags", flags) { out, flag in out.text(flag.rawValue) }
        out.number("format", format)
        out.text("key", key)
        out.text("kind", kind.rawValue)
        out.text("login", login)
        out.number("number", number)
        out.number("prepared", prepared)
        out.list("puts", puts) { out, put in
            out.open()
            out.key("key", first: true)
            out.text(put.key)
            out.text("register", put.register.rawValue)
            if let row = put.row {
                out.key("row")
                out.tree(row)
            }
            out.number("was", put.was)
            out.close()
        }
        out.text("recordedAt", recordedAt)
        out.text("reference", reference)
        out.list("rests", rests) { out, rest in out.number(rest) }
        out.number("reverses", reverses)
        out.number("rules", rules)
        out.list("transfers", transfers) { out, transfer in
            out.open()
            out.key("amount", first: true)
            out.text(String(transfer.amount.pence))
            out.key("credit")
            out.name(transfer.credit)
            out.key("debit")
            out.name(transfer.debit)
            out.close()
        }
        out.text("user", user)
        out.close()
        return out.bytes
    }
}

/// Writes the members of an object one after another, in the order they are given.
private struct CanonicalWriter {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func open() { bytes.append(UInt8(ascii: "{")) }
    mutating func close() { bytes.append(UInt8(ascii: "}")) }
    mutating func tree(_ tree: Canonical) { tree.write(to: &bytes) }
    mutating func text(_ text: String) { Canonical.write(text, to: &bytes) }
    mutating func name(_ account: Account) {
        bytes.append(UInt8(ascii: "\""))
        account.writeName(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    mutating func key(_ key: StaticString, first: Bool = false) {
        if !first { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func text(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        text(value)
    }

    mutating func number(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        number(value)
    }

    mutating func list<Item>(
        _ name: StaticString, _ items: [Item], _ write: (inout CanonicalWriter, Item) -> Void
    ) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, item)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
