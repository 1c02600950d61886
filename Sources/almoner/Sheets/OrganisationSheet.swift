import GrantExchange
import GrantLedger

/// Organisations as rows.
enum OrganisationSheet {
    /// A row an organisation.
    static func sheet(_ organisations: [Organisation]) -> Sheet {
        Sheet(
            columns: [
                Column("organisation", "Code"), Column("name", "Name", isFlexible: true),
                Column("kind", "Kind", visibility: .whenNotNil),
                Column("orgId", "Identifier", visibility: .whenNotNil),
            ],
            rows: organisations.map {
                [
                    .text($0.code.description), .text($0.name.description), Cell($0.kind?.rawValue),
                    Cell($0.orgId),
                ]
            },
            empty: "No organisation is registered.")
    }
}
