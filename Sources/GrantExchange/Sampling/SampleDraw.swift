public import GrantLedger
import GrantSeal

/// Awards drawn for an auditor, in a way that anybody can repeat from the list of all of them.
public struct SampleDraw: Sendable {
    /// How they are drawn.
    public enum Method: Hashable, Sendable {
        /// Value-weighted selection (monetary unit sampling): every penny has the same chance.
        case value(count: Int, seed: String)
        /// Every award has the same chance.
        case random(count: Int, seed: String)
        /// The greatest amounts.
        case largest(count: Int)
        /// Every amount above one.
        case over(Money)
    }

    /// One award with what it counts for.
    public struct Unit: Hashable, Sendable {
        /// The award.
        public let award: Code
        /// What it counts for, above nil.
        public let amount: Money

        /// Creates a unit.
        public init(_ award: Code, _ amount: Money) { (self.award, self.amount) = (award, amount) }
    }

    /// One award that was drawn.
    public struct Drawn: Hashable, Sendable {
        /// The award with what it counts for.
        public let unit: Unit
        /// By what it was drawn: its pennies, its digest or its place.
        public let mark: String
    }

    /// How they were drawn.
    public let method: Method
    /// All that could be drawn, in the order of their codes.
    public let population: [Unit]
    /// What was drawn, in the order of their codes.
    public let drawn: [Drawn]

    /// Draws.
    ///
    /// - Parameters:
    ///   - units: all that can be drawn; what counts for nothing is left out.
    ///   - method: how.
    public init(from units: [Unit], by method: Method) {
        self.method = method
        population = units.filter { $0.amount > .zero }.sorted { $0.award < $1.award }
        switch method {
        case .value(let count, let seed):
            drawn = Self.weighted(population, count, seed)
        case .random(let count, let seed):
            let marked = population.map {
                Drawn(unit: $0, mark: Self.digest("\(seed):\($0.award)"))
            }
            drawn = Array(marked.sorted { $0.mark < $1.mark }.prefix(count))
                .sorted { $0.unit.award < $1.unit.award }
        case .largest(let count):
            let ranked = population.sorted {
                $0.amount == $1.amount ? $0.award < $1.award : $0.amount > $1.amount
            }
            drawn = zip(1..., ranked.prefix(count)).map { Drawn(unit: $1, mark: "\($0) by size") }
                .sorted { $0.unit.award < $1.unit.award }
        case .over(let amount):
            drawn = population.filter { $0.amount > amount }
                .map { Drawn(unit: $0, mark: "above \(amount)") }
        }
    }

    /// What all of them count for.
    public var total: Money { population.map(\.amount).total }
    /// What the drawn count for.
    public var drawnTotal: Money { drawn.map(\.unit.amount).total }
}

extension SampleDraw {
    /// Of value-weighted selection, how many pence lie between one penny drawn and the next, and the
    /// first penny; nil where there is none.
    public var steps: (interval: Int64, first: Int64)? {
        guard case .value(let count, let seed) = method else { return nil }
        return Self.steps(total.pence, count, seed)
    }

    private static func steps(
        _ total: Int64, _ count: Int, _ seed: String
    ) -> (interval: Int64, first: Int64)? {
        guard count > 0, total >= count else { return nil }
        let interval = total / Int64(count)
        // 14 hexadecimal digits are 56 bits, which every language's whole numbers hold.
        guard let number = Int64(digest(seed).prefix(14), radix: 16) else { return nil }
        return (interval, 1 + number % interval)
    }

    private static func weighted(_ units: [Unit], _ count: Int, _ seed: String) -> [Drawn] {
        guard let steps = steps(units.map(\.amount).total.pence, count, seed) else { return [] }
        var drawn: [Drawn] = []
        var (point, left, passed) = (steps.first, count, Int64(0))
        for unit in units {
            passed += unit.amount.pence
            var pennies: [String] = []
            while left > 0, point <= passed {
                pennies.append(String(point))
                point += steps.interval
                left -= 1
            }
            guard let first = pennies.first, let last = pennies.last else { continue }
            let mark =
                pennies.count == 1
                ? "penny \(first)" : "\(pennies.count) pennies, \(first) to \(last)"
            drawn.append(Drawn(unit: unit, mark: mark))
        }
        return drawn
    }

    private static func digest(_ text: String) -> String {
        Hex.text(Digest.sha256(of: text.utf8))
    }
}

extension SampleDraw {
    /// How they were drawn, in a sentence.
    public var words: String {
        switch method {
        case .value(let count, _):
            "Value-weighted selection of \(count): every penny has the same chance of being drawn."
        case .random(let count, _):
            "Random selection of \(count): every award has the same chance of being drawn."
        case .largest(let count): "The \(count) largest."
        case .over(let amount): "Every one above \(amount)."
        }
    }

    /// How to draw them again by hand, from the population in the order of its codes.
    public var again: String {
        switch method {
        case .value:
            "To draw again: lay the population end to end in pence, in the order of the codes; the "
                + "interval is the total divided by the number, rounded down; the first penny is 1 + "
                + "(the first 14 hexadecimal digits of SHA-256 of the seed, as a number, modulo the "
                + "interval); the next are an interval apart. The awards those pennies lie in are the "
                + "sample."
        case .random:
            "To draw again: take SHA-256 of SEED:CODE of each award, in lower-case hexadecimal, sort "
                + "by it, and take the first so many."
        case .largest, .over: "To draw again: sort the population by amount."
        }
    }
}
