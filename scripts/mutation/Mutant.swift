import Foundation

/// The mistake that is made on purpose while the tests run, chosen by the environment.
///
/// It stands only in the copy that `scripts/mutate.py` builds. There each place that can be wrong
/// asks here whether it is to be; with none chosen every rule is as it is written.
public enum Mutant {
    private static let environment = ProcessInfo.processInfo.environment
    private static let chosen = environment["ALMONER_MUTANT"].flatMap { Int($0) } ?? 0
    private static let log = environment["ALMONER_MUTANTS_REACHED"]

    /// One byte a mutant, set once its place is come to: what no test comes to, no test kills.
    nonisolated(unsafe) private static let reached: UnsafeMutablePointer<UInt8>? = {
        guard log != nil else { return nil }
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 100_000)
        bytes.initialize(repeating: 0, count: 100_000)
        atexit { Mutant.writeReached() }
        return bytes
    }()

    private static func writeReached() {
        guard let reached, let log else { return }
        let numbers = (0..<100_000).filter { reached[$0] != 0 }.map { "\($0)\n" }
        try? numbers.joined().write(toFile: log, atomically: true, encoding: .utf8)
    }

    static func on(_ number: Int) -> Bool {
        if let reached { reached[number] = 1 }
        return chosen == number
    }

    static func off(_ number: Int) -> Bool { !on(number) }

    // Conditions.
    static func passed(_ number: Int, _ holds: Bool) -> Bool { on(number) || holds }
    static func never(_ number: Int, _ holds: Bool) -> Bool { off(number) && holds }
    static func flip(_ number: Int, _ holds: Bool) -> Bool { on(number) != holds }
    static func less<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> Bool {
        on(number) ? one <= other : one < other
    }
    static func lessOrEqual<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> Bool {
        on(number) ? one < other : one <= other
    }
    static func greater<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> Bool {
        on(number) ? one >= other : one > other
    }
    static func greaterOrEqual<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> Bool {
        on(number) ? one > other : one >= other
    }

    // Amounts.
    static func least<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> T {
        on(number) ? max(one, other) : min(one, other)
    }
    static func greatest<T: Comparable>(_ number: Int, _ one: T, _ other: T) -> T {
        on(number) ? min(one, other) : max(one, other)
    }
    static func turned(_ number: Int, _ amount: Money) -> Money { on(number) ? -amount : amount }
    static func turned<T: SignedNumeric>(_ number: Int, _ amount: T) -> T {
        on(number) ? -amount : amount
    }
    static func turned(_ number: Int, _ amount: UInt64) -> UInt64 { on(number) ? 0 : amount }
    static func turned(_ number: Int, _ amount: UInt8) -> UInt8 { on(number) ? 0 : amount }
    static func turned<T: RangeReplaceableCollection>(_ number: Int, _ some: T) -> T {
        on(number) ? T() : some
    }
    static func more<T: Numeric>(_ number: Int, _ literal: T) -> T {
        on(number) ? literal + 1 : literal
    }

    // What is posted.
    static func head(_ number: Int, _ wrong: Head, _ right: Head) -> Head {
        on(number) ? wrong : right
    }
    static func without<T>(_ number: Int, _ part: T?) -> T? { on(number) ? nil : part }
    static func none<T: RangeReplaceableCollection>(_ number: Int, _ some: T) -> T {
        on(number) ? T() : some
    }
}

extension Sequence {
    /// Turned round, or left as it is.
    func reversed(unless number: Int) -> [Element] { Mutant.on(number) ? Array(self) : reversed() }
}
