/// How far long work has come, on standard error: from its second second on, and only where a person
/// looks; with the rate and the time left.
final class Progress {
    private let total: Int
    private let noun: String
    private let err: Channel
    private let clock: @Sendable () -> Int64
    private let isShown: Bool
    private let begun: Int64
    private var last: Int64
    private var written = 0

    /// Begins work.
    ///
    /// - Parameters:
    ///   - total: how many there are.
    ///   - noun: what they are, in the plural.
    ///   - place: the world of the command.
    init(total: Int, noun: String, in place: Surroundings) {
        self.total = total
        self.noun = noun
        err = place.err
        clock = place.clock
        isShown = place.err.isTerminal && place.environment["TERM"] != "dumb"
        begun = place.clock()
        last = begun
    }

    /// Says that so many are done.
    func advance(to done: Int) {
        guard isShown else { return }
        let now = clock()
        guard now - begun >= 1_000, now - last >= 100 else { return }
        last = now
        show(Self.line(done: done, of: total, noun: noun, milliseconds: now - begun))
    }

    /// Takes the line away, so that what follows stands alone.
    func end() {
        guard written > 0 else { return }
        show("")
        written = 0
    }

    /// `12,000 of 100,000 entries, 8,000 a second, 11 s left`.
    static func line(done: Int, of total: Int, noun: String, milliseconds: Int64) -> String {
        let rate = done * 1_000 / max(Int(milliseconds), 1)
        var line = "\(grouped(done)) of \(grouped(total)) \(noun), \(grouped(rate)) a second"
        if rate > 0, done < total {
            let seconds = (total - done + rate - 1) / rate
            let minutes = seconds >= 120 ? "\(seconds / 60) min" : "\(seconds) s"
            line += ", \(minutes) left"
        }
        return line
    }

    private func show(_ line: String) {
        let blank = String(repeating: " ", count: max(written - line.count, 0))
        let back = line.isEmpty ? "\r" : ""
        try? err.write("\r\(line)\(blank)\(back)")
        written = line.count
    }

    private static func grouped(_ number: Int) -> String {
        var out = ""
        let digits = String(number)
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return out
    }
}
