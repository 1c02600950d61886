import Foundation
import GrantExchange
import GrantLedger

/// What a command may know of the world: handed in, never fetched.
struct Surroundings: Sendable {
    /// The words after `almoner`.
    var arguments: [String]
    /// The environment's variables.
    let environment: [String: String]
    /// Where results go.
    var out: Channel
    /// Where all else goes.
    let err: Channel
    /// Milliseconds since 1 January 1970 by the machine.
    let clock: @Sendable () -> Int64
    /// The machine's name for who is logged in.
    let machineLogin: String
    /// What a batch has settled for its lines; nil outside one.
    var batch: BatchSettings?
    /// Reads a line that a person types; nil where none is there to be asked.
    var input: (@Sendable () -> String?)?

    /// The moment, as the machine or `ALMONER_CLOCK` has it.
    func now() throws -> Now {
        guard let given = environment["ALMONER_CLOCK"], !given.isEmpty else {
            return Now(milliseconds: clock(), isGiven: false)
        }
        guard let now = Now(given: given) else {
            throw Fault.usage(
                "ALMONER_CLOCK is \"\(given)\", which is not a time.",
                remedy: "Write it as 2019-04-05T10:00:00Z.")
        }
        return now
    }

    /// Who is logged in, by the machine.
    ///
    /// With a given clock, which the record shows, `LOGNAME` is believed, so that a transcript gives the same hashes on
    /// every machine.
    var login: String {
        if environment["ALMONER_CLOCK"]?.isEmpty == false, let name = environment["LOGNAME"],
            !name.isEmpty
        {
            return name
        }
        return machineLogin
    }

    /// The words of the question, without where the book is, how much of it is to be known, and in which
    /// form the answer is wanted.
    var question: [String] {
        let withValue: Set = ["--book", "--format", "--output", "--known-at"]
        let alone: Set = ["--no-pager", "--excel"]
        var words: [String] = []
        var skips = false
        for word in arguments {
            if skips {
                skips = false
            } else if withValue.contains(word) {
                skips = true
            } else if alone.contains(word) {
                continue
            } else if !withValue.contains(where: { word.hasPrefix($0 + "=") }) {
                words.append(word)
            }
        }
        return words
    }
}

extension Surroundings {
    /// The ink for a channel: colour only where a person looks and has not said otherwise.
    func ink(_ channel: Channel) -> Ink {
        let isWanted = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        return Ink(isOn: channel.isTerminal && isWanted)
    }
}

extension Surroundings {
    /// The process as it was started.
    static func process() -> Surroundings {
        let entry = getpwuid(getuid())
        let name = entry.map { String(cString: $0.pointee.pw_name) } ?? "uid-\(getuid())"
        let typed: @Sendable () -> String? = { readLine() }
        let isPersonThere = isatty(0) == 1 && isatty(2) == 1
        return Surroundings(
            arguments: Array(CommandLine.arguments.dropFirst()),
            environment: ProcessInfo.processInfo.environment,
            out: .descriptor(1), err: .descriptor(2),
            clock: {
                var time = timespec()
                clock_gettime(CLOCK_REALTIME, &time)
                return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
            },
            machineLogin: name, batch: nil,
            input: isPersonThere ? typed : nil)
    }
}
