import ArgumentParser
import GrantExchange
import GrantLedger

extension BookTables {
    /// Hands over the registers, each as its own list shows it.
    func registers(to taker: any TableTaker) throws {
        try add("spend", "Spend by fund and year", try ReportSpend.parse([]), to: taker)
        try add("funds", "Funds", try FundList.parse([]), to: taker)
        try add("grants", "Grants", try GrantList.parse([]), to: taker)
        try add("rounds", "Rounds", try RoundList.parse([]), to: taker)
        try bidsAndAwards(to: taker)
        try add("match", "Match", try MatchList.parse([]), to: taker)
        try add("clawbacks", "Clawbacks", Award.self, to: taker) {
            try ClawbackSheet.sheet($0, $1)
        }
        try add("costs", "Costs", Cost.self, by: \.number, to: taker) { costs, _ in
            CostSheet.sheet(costs)
        }
        try add("organisations", "Organisations", Organisation.self, to: taker) { slice, _ in
            OrganisationSheet.sheet(slice)
        }
        try add("people", "People", try PersonList.parse([]), to: taker)
        try add("areas", "Areas", try NamedList<GrantLedger.Area>.parse([]), to: taker)
        try add("themes", "Themes", try NamedList<GrantLedger.Theme>.parse([]), to: taker)
        try add(
            "categories", "Categories", try NamedList<GrantLedger.Category>.parse([]), to: taker)
        try add("policies", "Policies", try PolicyShow.parse([]), to: taker)
        try taker.take(kept(try read(IncomingSheet.files)))
        try add("bank-lines", "Bank lines", BankLine.self, by: \.number, to: taker) {
            lines, _ in
            IncomingSheet.bankLines(lines)
        }
    }

    /// Bids, awards and what comes of them.
    private func bidsAndAwards(to taker: any TableTaker) throws {
        try add("bids", "Bids", Bid.self, to: taker) { bids, _ in BidSheet.sheet(bids) }
        try add("own-bids", "Own bids", OwnBid.self, to: taker) { bids, _ in
            OwnBidSheet.sheet(bids)
        }
        try add("awards", "Awards", Award.self, to: taker) { try AwardSheet.sheet($0, $1) }
        try add("award-years", "Awards by year", Award.self, to: taker) {
            try AwardYearSheet.sheet($0, $1)
        }
        try add("instalments", "Instalments", Instalment.self, by: \.place, to: taker) {
            try InstalmentSheet.sheet($0, $1)
        }
        try add("payments", "Payments", Instalment.self, by: \.payment, to: taker) {
            try PaymentSheet.sheet($0, $1)
        }
        try add("returns", "Returns", MonitoringReturn.self, to: taker) { returns, _ in
            ReturnSheet.sheet(returns)
        }
        try add("claims", "Claims", Claim.self, by: \.place, to: taker) {
            try ClaimSheet.sheet($0, $1)
        }
    }

    /// Hands over a register whole, as a command lists it.
    private func add(
        _ key: String, _ title: String, _ command: any AnsweringCommand, to taker: any TableTaker
    ) throws {
        guard let sheet = try read({ try command.page($0).sheets.first }) else { return }
        try taker.take(named(sheet, key, title))
    }

    /// Hands over a register in the order of its keys.
    private func add<Noun: Registered>(
        _ key: String, _ title: String, _ type: Noun.Type, to taker: any TableTaker,
        _ sheet: ([Noun], Reading) throws -> Sheet
    ) throws {
        var table = TableInSlices(taker)
        try eachSlice(of: type) { slice, reading in
            try table.add(named(sheet(slice, reading), key, title))
        }
        try table.end()
    }

    /// Hands over a register in another order.
    private func add<Noun: Registered, Place: Comparable>(
        _ key: String, _ title: String, _ type: Noun.Type, by place: (Noun) -> Place?,
        to taker: any TableTaker, _ sheet: ([Noun], Reading) throws -> Sheet
    ) throws {
        var table = TableInSlices(taker)
        try eachSlice(of: type, by: place) { slice, reading in
            try table.add(named(sheet(slice, reading), key, title))
        }
        try table.end()
    }

    private func named(_ sheet: Sheet, _ key: String, _ title: String) -> Sheet {
        var named = kept(sheet)
        (named.key, named.title) = (key, title)
        return named
    }
}
