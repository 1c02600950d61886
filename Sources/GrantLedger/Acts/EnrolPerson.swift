/// Enrols one who acts on the book; from then on only enrolled people do.
///
/// Posts nothing. A login is one person's. The first is enrolled by anybody, the next by one who is
/// enrolled.
public struct EnrolPerson: Act {
    /// Its kind.
    public static let kind = Kind.enrolPerson
    /// Their code.
    public var code: Code
    /// Their name.
    public var name: Title
    /// The machine's name for them.
    public var login: Note
    /// Whether they may approve what another prepared.
    public var mayApprove: Bool

    /// Creates the act.
    public init(code: Code, name: Title, login: Note, mayApprove: Bool = false) {
        (self.code, self.name, self.login, self.mayApprove) = (code, name, login, mayApprove)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Person.self, code)
        if let other = try facts.all(Person.self).first(where: { $0.login == login }) {
            throw .no(
                .codeTaken, "\(login) is the login of \(other.code).",
                remedy: "Give the login that is theirs alone.", [.init("person", other.code)])
        }
        return Posting(puts: [
            try facts.put(Person(code: code, name: name, login: login, mayApprove: mayApprove))
        ])
    }
}

/// An act that somebody else authorised.
protocol Authorised: Act {
    /// Who authorised it; nil where nothing needs it.
    var authority: Note? { get }
}

extension ExceptCap: Authorised { var authority: Note? { authorisedBy } }
extension OverProgramme: Authorised { var authority: Note? { authorisedBy } }
extension CallReserve: Authorised { var authority: Note? { authorisedBy } }
extension ReleaseInstalment: Authorised { var authority: Note? { authorisedBy } }
extension ReopenYear: Authorised { var authority: Note? { authorisedBy } }
extension AdjustLate: Authorised { var authority: Note? { authorisedBy } }

extension Facts {
    /// Whether an office has two people: by the policy of a day, or by the newest, so that nothing is
    /// authorised by dating it back.
    private func hasSecondPerson(on date: Day) throws(Stop) -> Bool {
        let rows = try all(Policy.self)
        return !Policies(rows, on: date).isSinglePerson || !Policies(rows).isSinglePerson
    }

    /// Checks that who acts is enrolled, once people are, and that who authorised it is another.
    func checkPeople<Asked: Act>(_ act: Asked, on occasion: Occasion) throws(Stop) -> [Flag] {
        let people = try all(Person.self)
        var flags: [Flag] = []
        if !people.isEmpty {
            guard let person = people.first(where: { $0.code.description == occasion.user }) else {
                throw .refused(.notEnrolled(occasion.user, people))
            }
            if person.login.description != occasion.login { flags.append(.otherLogin) }
        }
        guard let authority = (act as? any Authorised)?.authority else { return flags }
        guard try hasSecondPerson(on: occasion.date) else { return flags + [.singlePerson] }
        guard
            let second = people.first(where: { $0.code.description == authority.description }),
            second.mayApprove, second.code.description != occasion.user,
            second.login.description != occasion.login
        else {
            throw .refused(.anotherPersonNeeded(authority.description, user: occasion.user, people))
        }
        return flags
    }
}

extension Refusal {
    /// Who acts is nobody the book knows.
    static func notEnrolled(_ user: String, _ people: [Person]) -> Refusal {
        Refusal(
            .notEnrolled, "\(user) is not enrolled in this book.",
            remedy:
                "Say who you are: --user \(people.map(\.code.description).joined(separator: " or ")).",
            [Detail("user", user)])
    }

    /// Who authorises or approves is the same as who acts, or may not.
    static func anotherPersonNeeded(_ second: String, user: String, _ people: [Person]) -> Refusal {
        let able = people.filter { $0.mayApprove && $0.code.description != user }
        let who = able.isEmpty ? "nobody yet" : able.map(\.code.description).joined(separator: ", ")
        return Refusal(
            .anotherPersonNeeded,
            "\(second) cannot stand beside \(user): another person is needed, with another login, "
                + "enrolled to approve.",
            remedy:
                "Who may: \(who). Enrol one: almoner person add CODE --login LOGIN --may approve.",
            [Detail("user", user), Detail("second", second)])
    }
}
