import GrantLedger

/// Rows of registers as a book holds them, for reports that are made of rows.
enum Rows {
    private static func row<Noun: Registered>(
        _ type: Noun.Type, _ fields: [String: Canonical]
    ) throws -> Noun {
        try Canonical.object(fields).value(Noun.self)
    }

    /// Grant G1 of fund EIYF, in arrears.
    static func grant(_ lines: String...) throws -> Grant {
        var grant = try row(
            Grant.self,
            [
                "code": .text("G1"), "funder": .text("HOME-OFFICE"), "fund": .text("EIYF"),
                "title": .text("A grant"), "basis": .text("arrears"),
                "status": .text("confirmed"), "profile": .list([]),
            ])
        grant.profile = profile(lines)
        return grant
    }

    /// Award W1 of fund VRF to CHARITY, signed on a day, reporting quarterly.
    static func award(signed: String) throws -> Award {
        var award = try row(
            Award.self,
            [
                "code": .text("W1"), "fund": .text("VRF"), "recipient": .text("CHARITY"),
                "title": .text("An award"), "status": .text("signed"), "profile": .list([]),
            ])
        award.signed = day(signed)
        award.returns = .quarterly
        return award
    }

    /// The return of award W1 for a period.
    static func report(
        _ covers: String, came: String, forecast: String? = nil,
        _ status: MonitoringReturn.Status = .accepted
    ) throws -> MonitoringReturn {
        var report = try row(
            MonitoringReturn.self,
            [
                "award": .text("W1"), "period": .text(covers), "spend": .list([]),
                "disallowed": .list([]), "match": .list([]), "delivered": .list([]),
                "submitted": .text(came), "status": .text(status.rawValue),
            ])
        report.forecast = forecast.map(pounds)
        return report
    }

    /// What the office expects of award W1 in 2019/20.
    static func forecast(_ amount: String, on date: String) throws -> Forecast {
        try row(
            Forecast.self,
            [
                "award": .text("W1"), "year": .text("2019/20"), "date": .text(date),
                "amount": .text("\(pounds(amount).pence)"),
            ])
    }

    /// A claim of grant G1 for 2019/20: lines by source, amount, and what was refused.
    static func claim(
        _ name: String, quarter: Int, _ lines: [(String, String, String?)]
    ) throws -> Claim {
        var claim = try row(
            Claim.self,
            [
                "code": .text(name), "grant": .text("G1"), "year": .text("2019/20"),
                "quarter": .number(quarter), "made": .text("2019-07-31"), "lines": .list([]),
            ])
        claim.lines = lines.enumerated().compactMap { place, line in
            ClaimLine.Source(line.0).map {
                ClaimLine(
                    number: place + 1, source: $0, amount: pounds(line.1),
                    disallowed: line.2.map(pounds))
            }
        }
        return claim
    }
}
