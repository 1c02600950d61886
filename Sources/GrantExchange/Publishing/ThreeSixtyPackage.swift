public import GrantLedger

/// An office's grants by the 360Giving data standard 1.4: a package of JSON, or a table.
public struct ThreeSixtyPackage: Sendable {
    /// Which version of the standard it follows.
    public static let version = "1.4"

    private let publisher: ThreeSixtyPublisher
    private let grants: [PublishedGrant]
    private let issued: Day
    private let envelope: Envelope

    /// Creates a package.
    ///
    /// - Parameters:
    ///   - grants: what is published, at least one.
    ///   - publisher: who publishes it.
    ///   - issued: the day it is given out.
    ///   - envelope: which book it was made from.
    public init(
        _ grants: [PublishedGrant], by publisher: ThreeSixtyPublisher, issued: Day,
        _ envelope: Envelope
    ) {
        precondition(!grants.isEmpty, "A package has a grant.")
        self.grants = grants
        self.publisher = publisher
        self.issued = issued
        self.envelope = envelope
    }

    /// What the office has not yet filled in, and what it withholds.
    public var findings: [PublicationFinding] { publisher.findings + grants.flatMap(\.findings) }

    /// The package.
    public var json: JSON {
        let office = publisher.office.name.description
        var members: [JSON.Member] = [
            .init("version", .text(Self.version)),
            .init("title", .text("Grants awarded by \(office)")),
            .init("description", .text("Made from \(envelope.footer[0])")),
            .init("identifier", .text(publisher.prefix.id("grants"))),
            .init("issued", .text(issued.description)),
        ]
        if let modified = grants.map(\.modifiedAt).max() {
            members.append(.init("modified", .text(modified)))
        }
        members.append(
            .init(
                "publisher",
                .object([.init("identifier", .text(publisher.id)), .init("name", .text(office))])))
        if let source = publisher.dataSource {
            members.append(.init("downloadURL", .text(source)))
        }
        if let licence = publisher.licence { members.append(.init("license", .text(licence))) }
        members.append(.init("grants", .list(grants.map { $0.threeSixty(by: publisher) })))
        return .object(members)
    }

    /// The grants as one table under the standard's titles, a row a grant.
    ///
    /// Transactions, for which the standard has no titles, stand under their paths.
    public var csv: String {
        let rows = grants.map { grant -> [String: Cell] in
            var cells: [String: Cell] = [:]
            grant.threeSixty(by: publisher).flatten(into: &cells)
            return cells
        }
        let used = rows.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        var columns = Self.titles.filter { used.contains($0.path) }
        columns += Self.transactionPaths(used).map { ($0, $0) }
        let sheet = Sheet(
            columns: columns.map { Column($0.title, $0.title) },
            rows: rows.map { row in columns.map { row[$0.path] ?? .absent } })
        return DelimitedWriter.csv.heading(of: sheet) + DelimitedWriter.csv.rows(of: sheet)
    }

    /// The paths of transactions in the order of their numbers.
    private static func transactionPaths(_ used: Set<String>) -> [String] {
        let fields = ["id", "transactionDate", "currency", "value", "description", "dateModified"]
        return ["commitmentTransaction", "disbursementTransaction"].flatMap { list in
            (0...).lazy.prefix { used.contains("\(list)/\($0)/id") }.flatMap { number in
                fields.map { "\(list)/\(number)/\($0)" }
            }
        }
    }

    /// The standard's titles of what a grant has once.
    private static let titles: [(path: String, title: String)] = [
        ("id", "Identifier"), ("title", "Title"), ("description", "Description"),
        ("currency", "Currency"), ("amountAppliedFor", "Amount Applied For"),
        ("amountAwarded", "Amount Awarded"), ("amountDisbursed", "Amount Disbursed"),
        ("awardDate", "Award Date"), ("plannedDates/0/startDate", "Planned Dates:Start Date"),
        ("plannedDates/0/endDate", "Planned Dates:End Date"),
        ("plannedDates/0/duration", "Planned Dates:Duration (months)"),
        ("recipientOrganization/0/id", "Recipient Org:Identifier"),
        ("recipientOrganization/0/name", "Recipient Org:Name"),
        ("recipientOrganization/0/charityNumber", "Recipient Org:Charity Number"),
        ("recipientOrganization/0/companyNumber", "Recipient Org:Company Number"),
        ("recipientOrganization/0/organisationType", "Recipient Org:Organisation Type"),
        ("beneficiaryLocation/0/name", "Beneficiary Location:Name"),
        ("beneficiaryLocation/0/countryCode", "Beneficiary Location:Country Code"),
        ("beneficiaryLocation/0/geoCode", "Beneficiary Location:Geographic Code"),
        ("beneficiaryLocation/0/geoCodeType", "Beneficiary Location:Geographic Code Type"),
        ("fundingOrganization/0/id", "Funding Org:Identifier"),
        ("fundingOrganization/0/name", "Funding Org:Name"),
        ("grantProgramme/0/code", "Grant Programme:Code"),
        ("grantProgramme/0/title", "Grant Programme:Title"),
        ("fromOpenCall", "From An Open Call?"), ("dateModified", "Last Modified"),
        ("dataSource", "Data Source"),
    ]
}

extension JSON {
    /// Its values by their paths: `plannedDates/0/startDate`.
    fileprivate func flatten(into cells: inout [String: Cell], at path: String = "") {
        func below(_ step: String) -> String { path.isEmpty ? step : "\(path)/\(step)" }
        switch self {
        case .text(let text): cells[path] = .text(text)
        case .number(let number): cells[path] = .number(number)
        case .decimal(let amount): cells[path] = .money(amount)
        case .bool(let value): cells[path] = .text(value ? "true" : "false")
        case .null: break
        case .list(let items):
            for (place, item) in items.enumerated() {
                item.flatten(into: &cells, at: below("\(place)"))
            }
        case .object(let members):
            for member in members { member.value.flatten(into: &cells, at: below(member.key)) }
        }
    }
}
