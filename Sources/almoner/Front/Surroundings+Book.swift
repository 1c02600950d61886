import GrantExchange
import GrantStore

extension Surroundings {
    /// The clock that entries are recorded by.
    func recordingClock(_ now: Now) -> @Sendable () -> String {
        if now.isGiven { return { now.recordedAt } }
        let clock = clock
        return { Now(milliseconds: clock(), isGiven: false).recordedAt }
    }

    /// Opens a book to record in it; says so where another process keeps it waiting.
    func writer(_ file: String, wait: Int?, now: Now) throws -> Writer {
        let err = err
        return try Writer(
            opening: file, wait: wait ?? 60,
            onWait: {
                try? err.write("Another process is writing; waiting for its turn to end.\n")
            },
            clock: recordingClock(now))
    }

    /// Prints counterfoils; what is recorded and cannot be printed is said as such.
    func print(_ text: CounterfoilText, as format: Format?) throws {
        do {
            let isJSON = format == .json
            try out.write(
                isJSON
                    ? text.json.pretty + "\n" : text.table(withHeading: batch == nil, ink: ink(out))
            )
        } catch let fault as ChannelFault {
            let numbers = text.foils.map { "\($0.foil.entry)" }.joined(separator: ", ")
            let isDry = text.foils.allSatisfy(\.foil.dryRun)
            throw Fault(
                "output-failed",
                isDry
                    ? "The counterfoil could not be written out (error \(fault.number))."
                    : "Entry \(numbers) is recorded, but its counterfoil could not be written out.",
                remedy: isDry
                    ? "Try again."
                    : "almoner entry show \(numbers) shows it; do not record it again.",
                status: .disk)
        }
    }
}
