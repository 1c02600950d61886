/// How far long work has come, on standard error: from its second second on, and only where a person
/// looks; with the rate and the time left, as they were since it was first told how far it is.
final class Progress {
    private var total: Int
    private let noun: String
    private let err: Channel
    private let clock: @Sendable () -> Int64
    private let isShown: Bool
    private let begun: Int64
    private var last: Int64
    private var first: (done: Int, at: Int64)?
    private var reached = 0
    private var written = 0

    /// Begins work.
    ///
    /// - Parameters:
    ///   - total: how many there are; nil where that is told with how far it is.
    ///   - noun: what they are, in the plural.
    ///   - place: the world of the command.
    init(total: Int? = nil, noun: String, in place: Surroundings) {
        self.total = total ?? 0
        self.noun = noun
        err = place.err
        clock = place.clock
        isShown = Self.isShown(in: place)
        begun = place.clock()
        last = begun
    }

    /// Begins work where a person looks; nil elsewhere, and then nothing is counted for it.
    static func shown(
        _ total: @autoclosure () throws -> Int?, _ noun: String, in place: Surroundings?
    ) rethrows -> Progress? {
        guard let place, isShown(in: place) else { return nil }
        return Progress(total: try total(), noun: noun, in: place)
    }

    /// Whether a person looks.
    private static func isShown(in place: Surroundings) -> Bool {
        place.err.isTerminal && place.environment["TERM"] != "dumb"
    }

    /// Says that so many are done; fewer than before is a pass from the beginning.
    func advance(to done: Int, of all: Int? = nil) {
        guard isShown else { return }
        total = all ?? total
        let now = clock()
        defer { reached = done }
        guard let first, done >= reached else {
            first = (done, now)
            return
        }
        guard now - begun >= 1_000, now - last >= 100 else { return }
        last = now
        let rate = (done - first.done) * 1_000 / max(Int(now - first.at), 1)
        show(Self.line(done: done, of: total, noun: noun, rate: rate))
    }

    /// Takes the line away, so that what follows stands alone.
    func end() {
        guard written > 0 else { return }
        show("")
        written = 0
    }

    /// `12,000 of 100,000 entries, 8,000 a second, 11 s left`.
    static func line(done: Int, of total: Int, noun: String, rate: Int) -> String {
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
