import ArgumentParser
import GrantExchange
import GrantLedger

extension BookTables {
    /// The registers, each as its own list shows it.
    func registers(_ reading: Reading) throws -> [Sheet] {
        var sheets: [Sheet] = []
        func add(_ key: String, _ title: String, _ command: any AnsweringCommand) throws {
            guard var sheet = try command.page(reading).sheets.first else { return }
            (sheet.key, sheet.title) = (key, title)
            sheets.append(sheet)
        }
        try add("spend", "Spend by fund and year", try ReportSpend.parse([]))
        try add("funds", "Funds", try FundList.parse([]))
        try add("grants", "Grants", try GrantList.parse([]))
        try add("rounds", "Rounds", try RoundList.parse([]))
        try add("bids", "Bids", try BidList.parse([]))
        sheets.append(try OwnBidSheet.sheet(own(reading), key: "own-bids", title: "Own bids"))
        try add("awards", "Awards", try AwardList.parse([]))
        sheets.append(try AwardYearSheet.sheet(reading))
        try add("instalments", "Instalments", try InstalmentList.parse([]))
        try add("payments", "Payments", try PaymentList.parse([]))
        try add("returns", "Returns", try ReturnList.parse([]))
        try add("claims", "Claims", try ClaimList.parse([]))
        try add("match", "Match", try MatchList.parse([]))
        try add("clawbacks", "Clawbacks", try ClawbackList.parse([]))
        try add("costs", "Costs", try CostList.parse([]))
        try add("organisations", "Organisations", try OrganisationList.parse([]))
        try add("people", "People", try PersonList.parse([]))
        try add("areas", "Areas", try NamedList<GrantLedger.Area>.parse([]))
        try add("themes", "Themes", try NamedList<GrantLedger.Theme>.parse([]))
        try add("categories", "Categories", try NamedList<GrantLedger.Category>.parse([]))
        try add("policies", "Policies", try PolicyShow.parse([]))
        return sheets + [
            try IncomingSheet.files(reading), try IncomingSheet.bankLines(reading),
        ]
    }

    private func own(_ reading: Reading) throws -> [OwnBid] { try reading.facts.all(OwnBid.self) }
}
