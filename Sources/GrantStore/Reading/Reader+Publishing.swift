import GRDB
public import GrantLedger

extension Reader {
    /// Every signed award as it is published, in the order of their codes.
    public func publishedGrants() throws -> [PublishedGrant] {
        let payments = Dictionary(grouping: try awardPayments(), by: \.award)
        let rounds = try histories(Round.self)
        let funds = try histories(Fund.self)
        let areas = try histories(Area.self)
        let bids = try histories(Bid.self)
        return try grantHistories().compactMap { history in
            guard let award = history.award, award.signed != nil else { return nil }
            var around = PublishedGrant.Surroundings()
            let round = award.round.flatMap { rounds[$0.description] }
            if let row = round?.last?.row {
                around.programme = .init(code: row.code, title: row.title)
            }
            let fund = funds[award.fund.description]
            if around.programme == nil, let row = fund?.last?.row {
                around.programme = .init(code: row.code, title: row.title)
            }
            let area = (award.place ?? award.area).flatMap { areas[$0.description] }
            around.area = area?.last?.row
            around.appliedFor = award.bid.flatMap { bids[$0.description] }?.last?.row?.profile.total
            around.modifiedAt = (area ?? []).map(\.moment.recordedAt)
            around.modifiedAt += round?.map(\.moment.recordedAt) ?? []
            if round == nil { around.modifiedAt += fund?.map(\.moment.recordedAt) ?? [] }
            return PublishedGrant(history, payments: payments[award.code] ?? [], in: around)
        }
    }

    /// What happened to every award there ever was, in the order of their codes.
    public func grantHistories() throws -> [GrantHistory] {
        let organisations = try histories(Organisation.self)
        let moves = Dictionary(grouping: try awardMoves(), by: \.award)
        return try histories(Award.self).sorted { $0.key < $1.key }.compactMap { key, versions in
            guard let row = versions.last(where: { $0.row != nil })?.row else { return nil }
            return GrantHistory(
                code: row.code, versions: versions,
                recipients: organisations[row.recipient.description] ?? [],
                moves: (moves[row.code] ?? []).map(\.move))
        }
    }

    /// Every version of every row of a register, by key, oldest first.
    func histories<Noun: Registered>(
        _ type: Noun.Type
    ) throws -> [String: [GrantHistory.Version<Noun>]] {
        let sql = """
            SELECT number, kind, date, recordedAt, version.key, CAST(row AS BLOB)
            FROM version JOIN journal ON number = entry WHERE register = ? ORDER BY entry
            """
        var found: [String: [GrantHistory.Version<Noun>]] = [:]
        for row in try rows(sql, [Noun.register.rawValue]) {
            let key = try row.text(4)
            let thing = try row.blobIfAny(5).map { try noun(type, $0, key) }
            found[key, default: []].append(.init(try Self.moment(row), thing))
        }
        return found
    }

    static func moment(_ row: Row) throws -> GrantHistory.Moment {
        let number = try row.whole(0)
        guard let kind = Kind(rawValue: try row.text(1)), let date = Day(try row.text(2)) else {
            throw BookFault.damaged(what: "entry \(number) has a date or a kind that cannot be")
        }
        return GrantHistory.Moment(
            entry: number, kind: kind, date: date, recordedAt: try row.text(3))
    }
}
