public import GrantLedger

extension Reader {
    /// The awards that still run, in the order of their codes.
    public func openAwards() throws -> [Award] {
        try rows(Award.self).filter(HandedAward.isOpen)
    }

    /// An award with all that another body needs to go on with it.
    public func handedAward(_ award: Award) throws -> HandedAward {
        let held = try balances(Set(Head.allCases), owner: award.code)
        var history: [HandedAward.Deed] = []
        while true {
            let slice = try entries(
                matching: EntryFilter(owner: award.code),
                after: history.last?.entry.number ?? 0)
            guard !slice.isEmpty else { break }
            history += slice.map { HandedAward.Deed($0.entry, chain: $0.chain) }
        }
        return HandedAward(
            award: award,
            recipient: try row(
                Organisation.self, award.recipient.description),
            holdings: held.map { HandedAward.Holding($0.account, $0.amount) },
            instalments: try rows(Instalment.self, of: award.code),
            returns: try rows(MonitoringReturn.self, of: award.code), history: history)
    }

    /// The rows of a register that are kept by an award, as `VRF-01#1` is.
    private func rows<Noun: Registered>(
        _ type: Noun.Type, of award: Code
    ) throws -> [Noun] {
        try keys(Noun.register, prefix: "\(award)#").compactMap {
            try row(type, $0)
        }
    }
}
