import GrantLedger

/// A partner's share as typed: `ORG=AMOUNT`.
struct ShareEntry: Hashable, Sendable {
    let share: PartnerShare

    /// Reads one text.
    static func typed(_ text: String) throws -> ShareEntry {
        let (key, amount) = try Keyed.parted(text, form: "write ORG=AMOUNT, as SURREY=125000.")
        return ShareEntry(
            share: PartnerShare(organisation: try Code.typed(key), amount: amount))
    }
}
