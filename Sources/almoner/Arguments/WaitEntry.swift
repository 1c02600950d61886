import GrantLedger

/// What a payment waits for as typed: a period, or `none`.
struct WaitEntry: Hashable, Sendable {
    let wait: ScheduleInstalments.Wait

    /// Reads one text.
    static func typed(_ text: String) throws -> WaitEntry {
        if text.lowercased() == "none" { return WaitEntry(wait: .nothing) }
        return WaitEntry(wait: .acceptance(of: try Period.typed(text)))
    }
}
