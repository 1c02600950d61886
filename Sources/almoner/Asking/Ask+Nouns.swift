import GrantLedger

extension Ask {
    /// The code of a thing that is new.
    static func newCode<Noun: Coded>(_ type: Noun.Type, _ prompt: String) -> Ask {
        Ask(option: nil, prompt: prompt) { text, reading in
            let code = try Code.typed(text)
            try reading.facts.unused(type, code)
            return .taken(code.description)
        }
    }

    /// A text of one line.
    static func title(_ option: String, _ prompt: String) -> Ask {
        Ask(option: option, prompt: prompt) { text, _ in
            .taken(try Title.typed(text).description)
        }
    }

    /// Amounts by year.
    static func profile(_ prompt: String) -> Ask {
        Ask(option: "--profile", prompt: prompt, takesSeveral: true) { text, _ in
            for word in text.split(separator: " ") { _ = try ProfileEntry.typed(String(word)) }
            return .taken(text)
        }
    }

    /// An organisation, by its code or by a part of its name.
    static func organisation(_ option: String, _ prompt: String) -> Ask {
        Ask(option: option, prompt: prompt) { text, reading in
            if let code = Code(text.uppercased()),
                try reading.facts.find(Organisation.self, code) != nil
            {
                return .taken(code.description)
            }
            let all = try reading.facts.all(Organisation.self)
            let wanted = text.lowercased()
            let named = all.filter {
                $0.name.description.lowercased().contains(wanted)
                    || $0.code.description.lowercased().contains(wanted)
            }
            let close = Set(Vocabulary.nearest(text.uppercased(), of: all.map(\.key)))
            let near = named.isEmpty ? all.filter { close.contains($0.key) } : named
            guard !near.isEmpty else {
                _ = try reading.known(Organisation.self, try Code.typed(text))
                return .near([])
            }
            return .near(near.map { Choice(code: $0.key, words: $0.name.description) })
        }
    }

    /// The code of a thing that must be there.
    static func known<Noun: Coded>(
        _ type: Noun.Type, _ option: String, _ prompt: String,
        choices: @escaping @Sendable (Reading, TypedWords) throws -> [Choice]
    ) -> Ask {
        Ask(option: option, prompt: prompt, choices: choices) { text, reading in
            let code = try Code.typed(text)
            _ = try reading.known(type, code)
            return .taken(code.description)
        }
    }

    /// The same, wanted only where the words typed so far say so.
    func wanted(_ isWanted: @escaping @Sendable (TypedWords) -> Bool) -> Ask {
        var copy = self
        copy.isWanted = isWanted
        return copy
    }

    /// The same, which may be answered with nothing.
    var optional: Ask {
        var copy = self
        copy.isOptional = true
        return copy
    }
}

extension BidLog: AskingCommand {
    static var asks: [Ask] {
        [
            .newCode(Bid.self, "Code of the bid, as KENT-01"),
            .known(Round.self, "--round", "Round") { reading, _ in
                try reading.facts.all(Round.self).filter { $0.status == .open }.map { round in
                    let years = round.years.map(\.description).joined(separator: ", ")
                    return Ask.Choice(
                        code: round.key,
                        words: "\(round.title), closes \(round.closes.prose), \(years)")
                }
            },
            .organisation("--applicant", "Who asks: a code, or a part of the name"),
            .title("--title", "Title"),
            .profile("Amounts by year, as 2019/20=35000 2020/21=20000"),
        ]
    }
}

extension AwardMake: AskingCommand {
    static var asks: [Ask] {
        let isDirect: @Sendable (TypedWords) -> Bool = { !$0.has("--bid") }
        let open: Set<Bid.Status> = [.underAssessment, .deferred, .reserveList]
        return [
            .newCode(Award.self, "Code of the award, as VRF-01"),
            .known(Bid.self, "--bid", "The bid it answers") { reading, _ in
                try reading.facts.all(Bid.self).filter { open.contains($0.status) }.map {
                    Ask.Choice(
                        code: $0.key,
                        words: "\($0.title), \($0.applicant), \($0.profile.total) of \($0.round)")
                }
            }.optional.wanted { !$0.has("--recipient") && !$0.has("--fund") },
            .known(Fund.self, "--fund", "Fund") { reading, _ in
                try reading.facts.all(Fund.self).map {
                    Ask.Choice(code: $0.key, words: $0.title.description)
                }
            }.wanted { isDirect($0) && !$0.has("--round") && !$0.namesFund },
            .organisation("--recipient", "Who receives it: a code, or a part of the name")
                .wanted(isDirect),
            .title("--title", "Title").wanted(isDirect),
            .profile("Amounts by year, as 2019/20=35000 2020/21=20000").wanted(isDirect),
        ]
    }
}
