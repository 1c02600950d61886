import GrantLedger

extension PublishedGrant {
    /// What its publication lacks, and what it leaves out on purpose.
    var findings: [PublicationFinding] { texts + places + dates + withholdings }

    private func finding(_ code: String, _ message: String, remedy: String) -> PublicationFinding {
        PublicationFinding(code, award: award.code, message, remedy: remedy)
    }

    private var change: String { "almoner award change \(award.code)" }

    private var texts: [PublicationFinding] {
        var findings: [PublicationFinding] = []
        if publicDescription.isStandIn {
            let stand = award.purpose == nil ? "its title" : "its purpose"
            findings.append(
                finding(
                    "description", "It has no description; \(stand) stands in.",
                    remedy: "Say what the public should read: \(change) --description."))
        }
        if award.title.description.count > 140 {
            findings.append(
                finding(
                    "title", "The title has more than 140 characters.",
                    remedy: "The standard asks for a shorter one: \(change) --title."))
        }
        let organisation = "almoner organisation change \(award.recipient)"
        guard !disclosure.withholds("recipient") else { return findings }
        if let id = recipient?.orgId?.description {
            if OrganisationId(id) == nil {
                findings.append(
                    finding(
                        "recipientId", "\(id) is not the code of a list and a number in it.",
                        remedy: "See org-id.guide, then \(organisation) --org-id."))
            }
        } else {
            findings.append(
                finding(
                    "recipientId",
                    "\(award.recipient) has no public identifier; it has one of the office's own.",
                    remedy: "A charity's or company's number: \(organisation) --org-id GB-CHC-…."))
        }
        return findings
    }

    private var places: [PublicationFinding] {
        guard !disclosure.withholds("place"), !disclosure.withholds("area") else { return [] }
        guard let area else {
            return [
                finding(
                    "location", "It is not said where the money is spent.",
                    remedy: "Name an area: \(change) --place.")
            ]
        }
        guard let code = area.geoCode else {
            return [
                finding(
                    "geoCode", "Area \(area.code) has no official code.",
                    remedy: "An area is given one when it is added: almoner area add --geo-code.")
            ]
        }
        if area.geoCodeType == nil
            || area.geoType.map({ !GeoCodeType.codes.contains("\($0)") })
                ?? false
        {
            return [
                finding(
                    "geoCodeType",
                    "The kind of \(code) is \(area.geoType?.description ?? "not said"), which is "
                        + "not of the standard's list.",
                    remedy: "An area's kind is one such as PFA, UA, NMD, CTY or WD.")
            ]
        }
        return []
    }

    private var dates: [PublicationFinding] {
        let starts = award.starts != nil || disclosure.withholds("starts")
        let ends = award.ends != nil || disclosure.withholds("ends")
        guard !starts || !ends else { return [] }
        let lacking = starts ? "when it ends" : ends ? "when it starts" : "when it starts and ends"
        return [
            finding(
                "plannedDates", "It is not said \(lacking).",
                remedy: "\(change) --starts DATE --ends DATE.")
        ]
    }

    private var withholdings: [PublicationFinding] {
        var findings = disclosure.withheld.map { withholding in
            let ground = withholding.ground.map { ", on the ground of \($0.words)" } ?? ""
            return finding(
                "withheld", "\(withholding.field) is withheld\(ground).",
                remedy: "Nothing, while its reason stands: almoner award show \(award.code).")
        }
        for field in Self.texts(of: award) where disclosure.names(field.text) {
            findings.append(
                finding(
                    "withheld", "\(field.name) names the recipient, and is withheld with it.",
                    remedy: "Write it without the name: \(change) --\(field.name)."))
        }
        for withholding in disclosure.withheld where withholding.ground == nil {
            findings.append(
                finding(
                    "ground", "The public is not told why \(withholding.field) is withheld.",
                    remedy: "Withhold it once more with --ground."))
        }
        return findings
    }

    private static func texts(of award: Award) -> [(name: String, text: String)] {
        let texts: [(String, String?)] = [
            ("title", award.title.description), ("purpose", award.purpose?.description),
            ("description", award.description?.description),
        ]
        return texts.compactMap { name, text in text.map { (name: name, text: $0) } }
    }
}
