import GrantLedger

extension Auditor {
    /// What the auditor remembers of a registered thing.
    enum Row {
        case plain
        case fund(FundRow)
        case grant(GrantRow)
        case round(RoundRow)
        case bid(BidRow)
        case award(AwardRow)
        case instalment(InstalmentRow)
        case monitoringReturn(ReturnRow)
        case earning(EarningRow)
        case claim(ClaimRow)
        case estimate(EstimateRow)
        case year(YearRow)
        case policy(PolicyRow)
        case person(PersonRow)
        case prepared(PreparedRow)
        case ownBid(isSettled: Bool)
        case cost(CostRow)
        case posted([PostedMonth.Span])
        case profile(ImportProfile)
        case aside(isWaiting: Bool)
        case bankLine(pence: Int64, isSettled: Bool)
        case form(version: Int)
    }

    /// A fund and the grants that feed it, oldest first.
    struct FundRow {
        var source: Fund.Source
        var grants: [String] = []
    }

    /// A grant.
    struct GrantRow {
        var fund: String
        var funder: String
        var basis: Grant.Basis
        var status: Standing
        var years: [String: Int64]
        var match: MatchRule?
        var hasUnderwriter: Bool
        var isUnconditional = false
        /// Whether its money is asked for once it is spent.
        var isClaimed: Bool { basis == .arrears && !isUnconditional }
        /// What is held for each partner at most.
        var partners: [String: Int64] = [:]
    }

    /// A round.
    struct RoundRow {
        var fund: String
        var years: [FinancialYear]
        var perYear: Int64?
        var perAward: Int64?
        var match: MatchRule?
        var isOpen = true
    }

    /// A bid.
    struct BidRow {
        var round: String
        var applicant: String
        var asked: Profile
        var match: [MatchOffer]
        var status = Bid.Status.underAssessment
    }

    /// An award.
    struct AwardRow {
        var bid: String?
        var round: String?
        var fund: String
        var profile: Profile
        var isSigned = false
        var isEnded = false
        var hasCategories = false
        var returns = ReturnFrequency.yearly
    }

    /// A scheduled payment.
    struct InstalmentRow {
        var award: String
        var number: Int
        var year: String
        var after: Period?
        var status: Instalment.Status
    }

    /// A return.
    struct ReturnRow {
        var award: String
        var period: Period
        var spend: [CategoryAmount]
        var status: MonitoringReturn.Status
    }

    // MARK: Finding them

    /// A fund, used by the plan.
    func fund(_ code: Code, _ plan: inout Plan) throws -> FundRow {
        guard case .fund(let row) = try used("fund/\(code)", &plan) else { throw unknown }
        return row
    }

    /// A grant, used by the plan.
    func grant(_ code: Code, _ plan: inout Plan) throws -> GrantRow {
        guard case .grant(let row) = try used("grant/\(code)", &plan) else { throw unknown }
        return row
    }

    /// A round, used by the plan.
    func round(_ code: Code, _ plan: inout Plan) throws -> RoundRow {
        guard case .round(let row) = try used("round/\(code)", &plan) else { throw unknown }
        return row
    }

    /// A bid, used by the plan.
    func bid(_ code: Code, _ plan: inout Plan) throws -> BidRow {
        guard case .bid(let row) = try used("bid/\(code)", &plan) else { throw unknown }
        return row
    }

    /// An award, used by the plan.
    func award(_ code: Code, _ plan: inout Plan) throws -> AwardRow {
        guard case .award(let row) = try used("award/\(code)", &plan) else { throw unknown }
        return row
    }

    /// An instalment, used by the plan.
    func instalment(_ award: Code, _ number: Int, _ plan: inout Plan) throws -> InstalmentRow {
        guard case .instalment(let row) = try used("instalment/\(award)#\(number)", &plan) else {
            throw unknown
        }
        return row
    }

    /// A return, used by the plan.
    func monitoringReturn(
        _ award: Code, _ period: Period, _ plan: inout Plan
    ) throws -> ReturnRow {
        guard case .monitoringReturn(let row) = try used("return/\(award)#\(period)", &plan) else {
            throw unknown
        }
        return row
    }

    /// A category that must be registered; `GENERAL` always is.
    func category(_ code: Code?, _ plan: inout Plan) throws {
        if let code, code != .general { try used("category/\(code)", &plan) }
    }

    /// A row as it stands, or nil; nothing comes to rest on it.
    func row(_ key: String) -> Row? { rows[key]?.row }

    /// A row that must be there; the plan uses the entry that wrote it.
    @discardableResult
    func used(_ key: String, _ plan: inout Plan) throws -> Row {
        guard let version = rows[key], let row = version.row else { throw unknown }
        plan.uses.insert(version.origin)
        plan.mayUse.formUnion(version.beside)
        return row
    }

    /// The plan may have read a row.
    func perhaps(_ key: String, _ plan: inout Plan) {
        guard let version = rows[key], version.row != nil else { return }
        plan.mayUse.formUnion(version.beside.union([version.origin]))
    }

    /// Checks that a key is free.
    func free(_ key: String) throws {
        if rows[key]?.row != nil { throw No(codes: ["code-taken"]) }
    }

    /// There is no such thing.
    var unknown: No { No(codes: ["unknown-code"]) }
}

/// A set of reasons, in one breath.
func refused(_ codes: String...) -> Auditor.No { Auditor.No(codes: Set(codes)) }
