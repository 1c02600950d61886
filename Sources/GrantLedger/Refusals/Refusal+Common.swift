extension Refusal {
    /// No thing of that code; says which are nearest.
    static func unknown(_ noun: String, _ code: String, nearest: [String]) -> Refusal {
        let near = nearest.isEmpty ? "" : " The nearest: \(nearest.joined(separator: ", "))."
        return Refusal(
            .unknownCode, "There is no \(noun) \(code) in this book.\(near)",
            remedy: "almoner \(noun.split(separator: " ").last ?? "") list shows what there is.",
            [Detail("noun", noun), Detail("code", code)])
    }

    /// The code is another's.
    static func taken(_ noun: String, _ code: String) -> Refusal {
        Refusal(
            .codeTaken, "\(code) is the code of another \(noun).",
            remedy: "Give this one a code of its own.",
            [Detail("noun", noun), Detail("code", code)])
    }

    /// More than one amount or one balance may hold.
    static func tooLarge(_ amount: Money) -> Refusal {
        Refusal(
            .amountTooLarge, "\(amount) is more than one amount or one balance may hold.",
            remedy: "One amount is at most \(Money.greatest); check the figure.",
            [Detail("asked", amount)])
    }

    /// An amount that must be above nil is not.
    static func notPositive(_ amount: Money) -> Refusal {
        Refusal(
            .amountNotPositive, "\(amount) is not an amount above nil.",
            remedy: "Give an amount above nil.",
            [Detail("asked", amount)])
    }

    /// A declared total is not what its lines add up to.
    static func totalDiffers(declared: Money, lines: Money, of what: String) -> Refusal {
        let difference = declared < lines ? lines - declared : declared - lines
        return Refusal(
            .totalDiffers,
            "The total of \(what) is given as \(declared), but its lines add up to \(lines): \(difference) apart.",
            remedy: "Correct the total or the line that is wrong; they must agree to the penny.",
            [
                Detail("declared", declared), Detail("lines", lines),
                Detail("difference", difference),
            ])
    }
}

extension Facts {
    /// A thing that must be there.
    func known<Noun: Coded>(_ type: Noun.Type, _ code: Code) throws(Stop) -> Noun {
        if let thing = try find(type, code) { return thing }
        var codes: [String] = []
        for thing in try all(type) { codes.append(thing.key) }
        throw .refused(
            .unknown(Noun.noun, code.description, nearest: nearest(to: code.description, of: codes))
        )
    }

    /// Checks that an optional code is of a thing that is there.
    func check<Noun: Coded>(_ type: Noun.Type, _ code: Code?) throws(Stop) {
        if let code { _ = try known(type, code) }
    }

    /// Checks that a code is free in its register.
    public func unused<Noun: Coded>(_ type: Noun.Type, _ code: Code) throws(Stop) {
        if try find(type, code) != nil { throw .refused(.taken(Noun.noun, code.description)) }
    }

    /// Checks that a category is registered; `GENERAL` always is.
    func checkCategory(_ code: Code?) throws(Stop) {
        if code != .general { try check(Category.self, code) }
    }
}

/// Up to three of the words that are a few letters away from the one asked for, nearest first.
func nearest(to word: String, of words: [String]) -> [String] {
    let letters = Array(word.utf8)
    let near = words.map { (distance(letters, Array($0.utf8)), $0) }
    return near.filter { $0.0 <= max(2, letters.count / 3) }.sorted(by: <).prefix(3).map(\.1)
}

private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let substituted = diagonal + (a == b ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}

extension Money {
    /// Checks that the amount is above nil and not beyond what one amount may be.
    func checkPositive() throws(Stop) {
        guard self > .zero else { throw .refused(.notPositive(self)) }
        guard self <= .greatest else { throw .refused(.tooLarge(self)) }
    }
}

extension Profile {
    /// Checks that there are lines, that each is above nil, and that they add up to a declared
    /// total.
    func check(total: Money?, of what: String) throws(Stop) {
        guard !isEmpty else { throw .refused(.notPositive(.zero)) }
        var sum = Money.zero
        for line in self {
            try line.amount.checkPositive()
            guard let next = sum.adding(line.amount) else { throw .refused(.tooLarge(line.amount)) }
            sum = next
        }
        guard let total, total != sum else { return }
        throw .refused(.totalDiffers(declared: total, lines: sum, of: what))
    }
}
