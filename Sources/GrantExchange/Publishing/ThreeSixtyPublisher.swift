public import GrantLedger

/// Who publishes grants by the 360Giving standard, and what is said of all of them.
public struct ThreeSixtyPublisher: Sendable {
    /// The office.
    public let office: Office
    /// What begins its identifiers.
    public let prefix: GrantPrefix
    /// The web address the data is found at.
    public let dataSource: String?
    /// The web address of the licence it is given under.
    public let licence: String?

    /// Creates a publisher.
    public init(
        office: Office, prefix: GrantPrefix, dataSource: String? = nil, licence: String? = nil
    ) {
        self.office = office
        self.prefix = prefix
        self.dataSource = dataSource
        self.licence = licence
    }

    /// The office's public identifier, else one of its own making.
    var id: String { office.orgId?.description ?? prefix.id(organisation: "OFFICE") }

    /// What the publication as a whole lacks.
    var findings: [PublicationFinding] {
        var findings: [PublicationFinding] = []
        switch prefix.origin {
        case .registered: break
        case .orgId, .book:
            findings.append(
                PublicationFinding(
                    "prefix",
                    "No 360Giving prefix was given; identifiers begin with \(prefix.text).",
                    remedy: "Ask 360Giving for a prefix and give it each time: --prefix 360G-…."))
        }
        if office.orgId == nil {
            findings.append(
                PublicationFinding(
                    "officeId", "The office has no public identifier; it is called \(id).",
                    remedy: "A book is begun with one: almoner init --org-id."))
        } else if OrganisationId(id) == nil {
            findings.append(
                PublicationFinding(
                    "officeId", "\(id) is not the code of a list and a number in it.",
                    remedy: "See org-id.guide for the list and its code."))
        }
        if dataSource == nil {
            findings.append(
                PublicationFinding(
                    "dataSource", "It is not said where the data is found.",
                    remedy: "Give the web address: --data-source."))
        }
        if licence == nil {
            findings.append(
                PublicationFinding(
                    "licence", "It is not said under which licence the data is given.",
                    remedy: "Give the web address of an open licence: --licence."))
        }
        return findings
    }
}
