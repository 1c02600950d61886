import ArgumentParser
import GrantLedger
import GrantStore

/// A command of the program, run in surroundings that are handed to it.
protocol Command: ParsableCommand {
    /// Does what was asked.
    func run(in place: Surroundings) throws
}

/// A command that records entries: it says which acts; the road they take is the same for all.
protocol RecordingCommand: Command {
    /// What it takes besides its own.
    var write: WriteOptions { get }

    /// What is to be recorded, from facts read inside the write transaction.
    func acts(_ facts: Facts, _ now: Now) throws -> [any Act]

    /// The same, for a command that keeps something besides entries.
    func acts(in recording: Recording, _ now: Now) throws -> [any Act]

    /// The day an act takes effect where it is not the user's to choose, as with a reversal.
    func day(of act: any Act, _ facts: Facts) throws -> Day?

    /// The occasion of an act, where its papers, key or reference are not those of the command.
    func placed(_ occasion: Occasion, for act: any Act, _ facts: Facts) throws -> Occasion

    /// What the ledger says of what was just entered, printed beside its counterfoil.
    func notes(_ facts: Facts) throws -> [String]
}

/// A command that has something left to do once it is recorded, such as writing a file.
protocol FinishingCommand: RecordingCommand {
    /// Does it, its counterfoil printed; of a dry run, once it was tried.
    func finish(_ foils: [Counterfoil], _ reader: Reader, in place: Surroundings) throws
}

extension RecordingCommand {
    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        try acts(recording.facts, now)
    }

    /// What decides a prepared entry takes its date.
    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        guard let act = act as? DecidePrepared else { return nil }
        return try facts.look(Prepared.self, "\(act.prepared)")?.date
    }

    func placed(_ occasion: Occasion, for act: any Act, _ facts: Facts) throws -> Occasion {
        occasion
    }

    func notes(_ facts: Facts) throws -> [String] { [] }

    func run(in place: Surroundings) throws {
        try Road(place: place, command: self).record()
    }
}
