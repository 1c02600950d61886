extension Posting {
    /// Adds what a further part of the same act does; a row written by both stands as the later
    /// part leaves it.
    mutating func add(_ part: Posting) {
        transfers += part.transfers
        flags += part.flags.filter { !flags.contains($0) }
        for put in part.puts {
            if let index = puts.firstIndex(where: {
                $0.register == put.register && $0.key == put.key
            }) {
                puts[index] = Put(
                    register: put.register, key: put.key, row: put.row, was: puts[index].was)
            } else {
                puts.append(put)
            }
        }
    }

    /// Does a further part of the same act, so that the parts after it read what then stands.
    mutating func then(
        _ part: some Act, given facts: Facts, on occasion: Occasion
    ) throws(Stop) {
        let done = try part.posting(given: facts, on: occasion)
        try facts.suppose(done)
        add(done)
    }

    /// The same with its transfers by set, control before budget before actual before memorandum;
    /// within a set in the order in which they stood.
    var ordered: Posting {
        var posting = self
        posting.transfers = [AccountSet.control, .budget, .actual, .memorandum].flatMap { set in
            transfers.filter { $0.debit.head.traits.set == set }
        }
        return posting
    }
}
