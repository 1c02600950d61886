import GrantLedger

extension PublishedGrant {
    /// The grant as the 360Giving standard 1.4 has it.
    func threeSixty(by publisher: ThreeSixtyPublisher) -> JSON {
        let code = award.code.description
        var members: [JSON.Member] = [
            .init("id", .text(publisher.prefix.id(code))),
            .init("title", .text(publicTitle)),
            .init("description", .text(publicDescription.text)),
            .init("currency", .text("GBP")),
        ]
        if let appliedFor { members.append(.init("amountAppliedFor", .decimal(appliedFor))) }
        members += [
            .init("amountAwarded", .decimal(awarded)),
            .init("amountDisbursed", .decimal(disbursed)),
            .init("awardDate", .text(decided.description)),
        ]
        let dates = plannedDates
        if !dates.isEmpty { members.append(.init("plannedDates", .list([.object(dates)]))) }
        members.append(.init("recipientOrganization", .list([recipient(by: publisher)])))
        if let location { members.append(.init("beneficiaryLocation", .list([location]))) }
        members.append(
            .init(
                "fundingOrganization",
                .list([
                    .object([
                        .init("id", .text(publisher.id)),
                        .init("name", .text(publisher.office.name.description)),
                    ])
                ])))
        if let programme, !disclosure.names(programme.title.description) {
            members.append(
                .init(
                    "grantProgramme",
                    .list([
                        .object([
                            .init("code", .text(programme.code.description)),
                            .init("title", .text(programme.title.description)),
                        ])
                    ])))
        }
        members.append(.init("fromOpenCall", .text(award.bid == nil ? "No" : "Yes")))
        if !years.isEmpty {
            members.append(.init("commitmentTransaction", .list(years.map { told($0, publisher) })))
        }
        if !payments.isEmpty {
            members.append(
                .init("disbursementTransaction", .list(payments.map { told($0, publisher) })))
        }
        members.append(.init("dateModified", .text(modifiedAt)))
        if let source = publisher.dataSource { members.append(.init("dataSource", .text(source))) }
        return .object(members)
    }

    /// The title, or that it is withheld.
    private var publicTitle: String {
        disclosure.fact("title", award.title).told ?? "Grant \(award.code) (title withheld)"
    }

    /// What the public is told of it: the description, else the purpose, else the title.
    var publicDescription: (text: String, isStandIn: Bool) {
        for (field, passage) in [("description", award.description), ("purpose", award.purpose)] {
            if let words = disclosure.fact(field, passage).words {
                return (words, field == "purpose")
            }
        }
        return (publicTitle, true)
    }

    private var plannedDates: [JSON.Member] {
        var members: [JSON.Member] = []
        let starts = disclosure.withholds("starts") ? nil : award.starts
        let ends = disclosure.withholds("ends") ? nil : award.ends
        if let starts { members.append(.init("startDate", .text(starts.description))) }
        if let ends { members.append(.init("endDate", .text(ends.description))) }
        if let starts, let ends, starts <= ends {
            members.append(.init("duration", .number(Self.months(from: starts, to: ends))))
        }
        return members
    }

    /// How many months a span has, one begun counting as a whole one.
    static func months(from starts: Day, to ends: Day) -> Int {
        let whole = (ends.year - starts.year) * 12 + ends.month - starts.month
        return whole + (ends.day >= starts.day ? 1 : 0)
    }

    private func recipient(by publisher: ThreeSixtyPublisher) -> JSON {
        let code = award.recipient.description
        let name = disclosure.fact("recipient", recipient?.name ?? award.title)
        guard let told = name.told, let recipient else {
            return .object([
                .init("id", .text(publisher.prefix.id(organisation: "WITHHELD"))),
                .init("name", .text(name.words ?? code)),
            ])
        }
        let id = recipient.orgId?.description
        var members: [JSON.Member] = [
            .init("id", .text(id ?? publisher.prefix.id(organisation: code))),
            .init("name", .text(told)),
        ]
        let known = id.flatMap(OrganisationId.init)
        if let number = known?.charityNumber {
            members.append(.init("charityNumber", .text(number)))
        }
        if let number = known?.companyNumber {
            members.append(.init("companyNumber", .text(number)))
        }
        if let kind = recipient.kind {
            members.append(.init("organisationType", .text(kind.rawValue)))
        }
        return .object(members)
    }

    /// Where it is spent; nothing where either its place or its area is withheld.
    private var location: JSON? {
        guard let area, !disclosure.withholds("place"), !disclosure.withholds("area"),
            !disclosure.names(area.name.description)
        else { return nil }
        var members: [JSON.Member] = [
            .init("name", .text(area.name.description)), .init("countryCode", .text("GB")),
        ]
        if let code = area.geoCode?.description {
            members.append(.init("geoCode", .text(code)))
            if let type = area.geoCodeType { members.append(.init("geoCodeType", .text(type))) }
        }
        return .object(members)
    }

    private func told(_ year: Year, _ publisher: ThreeSixtyPublisher) -> JSON {
        let span = year.year.description
        return transaction(
            publisher.prefix.id(
                award.code.description, "commitment", span.replacing("/", with: "-")),
            signed, year.amount, span, year.modifiedAt)
    }

    private func told(_ payment: Payment, _ publisher: ThreeSixtyPublisher) -> JSON {
        transaction(
            publisher.prefix.id(
                award.code.description, "payment", String(payment.moment.entry)),
            payment.moment.date, payment.amount, payment.nature.rawValue,
            payment.moment.recordedAt)
    }

    private func transaction(
        _ id: String, _ date: Day, _ amount: Money, _ description: String, _ modified: String
    ) -> JSON {
        .object([
            .init("id", .text(id)),
            .init("transactionDate", .text(date.description)),
            .init("currency", .text("GBP")),
            .init("value", .decimal(amount)),
            .init("description", .text(description)),
            .init("dateModified", .text(modified)),
        ])
    }
}

extension Area {
    /// The kind of its official code, by the standard's list: as told, else as the code tells.
    var geoCodeType: String? {
        if let told = geoType?.description, GeoCodeType.codes.contains(told) { return told }
        return geoCode.flatMap { GeoCodeType.told(by: $0.description) }
    }
}
