import GrantLedger

/// What an act did, in words: `sign award VRF-01`.
enum Narrative {
    /// From the act as a record holds it.
    static func words(_ kind: Kind, _ act: Canonical) -> String {
        let facts = Facts(act)
        switch kind {
        case .prepareEntry: return "prepare: \(facts.held)"
        case .adjustLate: return "adjust \(facts["year"] ?? "") late: \(facts.held)"
        case .setPolicy: return "set policy \(facts["name"] ?? "")"
        case .decidePrepared:
            let verb = facts["approves"] == "1" ? "approve" : "decline"
            return "\(verb) what entry \(facts["prepared"] ?? "") prepared"
        case .mapLedgerCode:
            let fund = facts["fund"].map { "/\($0)" } ?? ""
            return "map \(facts["head"] ?? "")\(fund) to ledger code \(facts["code"] ?? "")"
        case .postMonth: return "post the journal to \(facts["through"] ?? "")"
        case .stageMatch:
            let verbs = ["pledged": "pledge", "confirmed": "confirm", "evidenced": "evidence"]
            return "\(verbs[facts["stage"] ?? ""] ?? "stage") match \(facts.thing)"
        case .carryAward, .carryFunding, .moveAward, .vireAward:
            return "\(AccountWords.words(kind.rawValue)) \(facts.thing) "
                + "from \(facts["from"] ?? "") to \(facts["to"] ?? "")"
        default:
            let thing = facts.thing
            return AccountWords.words(kind.rawValue) + (thing.isEmpty ? "" : " " + thing)
        }
    }

    /// How what an entry prepared stands, and what is to be done about it.
    static func standing(of entry: Int, _ status: Prepared.Status) -> String {
        switch status {
        case .waiting:
            "It WAITS for a second person, and nothing is done before: almoner prepared approve \(entry)"
        case .approved: "It was approved: a later entry has done it."
        case .declined: "It was declined: what was set aside for it was given back."
        }
    }

    /// The facts of an act, by name.
    private struct Facts {
        private let fields: [String: Canonical]

        init(_ act: Canonical) {
            if case .object(let fields) = act { self.fields = fields } else { fields = [:] }
        }

        /// A fact as text, where it is a single one.
        subscript(_ key: String) -> String? {
            switch fields[key] {
            case .text(let text): text
            case .number(let number): String(number)
            default: nil
            }
        }

        /// What it is about: `VRF-01 #2 2019/20-Q1`.
        var thing: String {
            let names = [
                "code", "project", "claim", "award", "bid", "of", "grant", "round", "fund",
                "entry",
            ]
            guard let thing = names.lazy.compactMap({ self[$0] }).first else {
                return self["year"] ?? ""
            }
            let number = (self["number"] ?? self["line"]).map { " #\($0)" } ?? ""
            return thing + number + ((self["period"] ?? self["year"]).map { " \($0)" } ?? "")
        }

        /// The act it holds, in words.
        var held: String {
            guard let kind = self["asked"].flatMap(Kind.init(rawValue:)), let act = fields["act"]
            else { return "" }
            return Narrative.words(kind, act)
        }
    }
}
