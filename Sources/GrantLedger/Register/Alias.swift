/// A name or number an organisation is known by, folded, so that a second one of it is found at
/// once.
public struct Alias: Registered {
    /// The register of names taken.
    public static let register = Register.alias
    /// As prose has it.
    public static let noun = "name"
    /// The name without case and space, or the public identifier.
    public var key: String
    /// Whose it is.
    public var organisation: Code

    /// Creates an alias of a text.
    init(_ text: String, of organisation: Code) {
        key = String(text.lowercased().filter { !$0.isWhitespace })
        self.organisation = organisation
    }
}

extension Organisation {
    /// What it is known by.
    var aliases: [Alias] {
        [name.description, orgId?.description].compactMap { $0.map { Alias($0, of: code) } }
    }
}

extension Facts {
    /// The aliases of an organisation that nobody has yet, and the first other organisation that
    /// has one of them.
    func aliases(
        of organisation: Organisation
    ) throws(Stop) -> (free: [Alias], twin: Organisation?) {
        var free: [Alias] = []
        var twin: Organisation?
        for alias in organisation.aliases {
            guard let taken = try find(Alias.self, alias.key) else {
                free.append(alias)
                continue
            }
            guard taken.organisation != organisation.code, twin == nil else { continue }
            twin = try known(Organisation.self, taken.organisation)
        }
        return (free, twin)
    }
}

extension Refusal {
    /// An organisation looks like one that is there.
    static func twin(_ code: Code, of twin: Organisation) -> Refusal {
        Refusal(
            .possibleDuplicate,
            "\(twin.code) (\(twin.name)) has the same name or public identifier: \(code) may be the same body.",
            remedy: "Use \(twin.code), or say that they are two with --distinct.",
            [Detail("organisation", twin.code), Detail("name", twin.name)])
    }
}
