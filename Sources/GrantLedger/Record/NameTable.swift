/// Values by their names, found by the bytes of a name where they lie.
struct NameTable<Value>: Sendable
where Value: RawRepresentable & Sendable, Value.RawValue == String {
    private var slots: [(name: [UInt8], value: Value)?]

    init(_ values: some Collection<Value>) {
        var size = 16
        while size < values.count * 3 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for value in values {
            let name = Array(value.rawValue.utf8)
            var slot = Self.hash(name) & (size - 1)
            while slots[slot] != nil { slot = (slot + 1) & (size - 1) }
            slots[slot] = (name, value)
        }
    }

    /// The value of a name, or nil.
    func value(_ name: some Collection<UInt8>) -> Value? {
        var slot = Self.hash(name) & (slots.count - 1)
        while let found = slots[slot] {
            if found.name.elementsEqual(name) { return found.value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Fowler, Noll and Vo's hash of the bytes.
    private static func hash(_ name: some Collection<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
