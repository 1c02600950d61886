import ArgumentParser
import GrantExchange
import GrantLedger

extension BookTables {
    /// Hands over the registers, each read by itself and as its own list shows it.
    func registers(to taker: any TableTaker) throws {
        func take(_ make: (Reading) throws -> Sheet?) throws {
            if let sheet = try read(make) { try taker.take(kept(sheet)) }
        }
        func add(_ key: String, _ title: String, _ command: any AnsweringCommand) throws {
            try take { reading in
                guard var sheet = try command.page(reading).sheets.first else { return nil }
                (sheet.key, sheet.title) = (key, title)
                return sheet
            }
        }
        try add("spend", "Spend by fund and year", try ReportSpend.parse([]))
        try add("funds", "Funds", try FundList.parse([]))
        try add("grants", "Grants", try GrantList.parse([]))
        try add("rounds", "Rounds", try RoundList.parse([]))
        try add("bids", "Bids", try BidList.parse([]))
        try take { reading in
            let bids = try reading.facts.all(OwnBid.self)
            return OwnBidSheet.sheet(bids, key: "own-bids", title: "Own bids")
        }
        try add("awards", "Awards", try AwardList.parse([]))
        try take(AwardYearSheet.sheet)
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
        try take(IncomingSheet.files)
        try take(IncomingSheet.bankLines)
    }
}
