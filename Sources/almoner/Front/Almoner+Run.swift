import ArgumentParser
import GrantExchange

extension Almoner {
    /// Parses the words after `almoner` into a command, or says what is wrong with them.
    static func command(from arguments: [String]) throws -> any Command {
        if let topic = try HelpTopic.asked(arguments) { return topic }
        let path = try Vocabulary.path(of: arguments)
        if let command = alone(path, arguments) { return command }
        do {
            var parsed = try parseAsRoot(arguments)
            if let command = parsed as? any Command { return command }
            try parsed.run()
            throw CleanExit.helpRequest(type(of: parsed))
        } catch  where exitCode(for: error) == .validationFailure {
            let fault = Fault(error)
            let words = path.isEmpty ? "--help" : "help " + path.joined(separator: " ")
            throw Fault.usage(fault.message, remedy: "almoner \(words) shows how it is written.")
        }
    }

    /// The command at the end of a path, read without the tree of all commands, which costs a batch
    /// of thousands of lines more than all else; what is wrong with its words is told by that tree.
    private static func alone(_ path: [String], _ arguments: [String]) -> (any Command)? {
        guard let leaf = Vocabulary.command(at: path), leaf.configuration.subcommands.isEmpty else {
            return nil
        }
        return try? leaf.parseAsRoot(Array(arguments.dropFirst(path.count))) as? any Command
    }

    /// Runs what was typed, says on standard error what went wrong, and tells how it ended.
    static func end(in place: Surroundings) -> ExitStatus {
        do {
            do {
                var place = place
                if var talk = Conversation(in: place) { place.arguments = try talk.hold() }
                try command(from: place.arguments).run(in: place)
                return .done
            } catch  where exitCode(for: error) == .success {
                try place.out.write(fullMessage(for: error) + "\n")
                return .done
            }
        } catch let fault as ChannelFault where fault.isReaderGone {
            return .done
        } catch {
            let fault = Fault(error)
            let text = place.wantsJSON ? fault.json.pretty + "\n" : fault.text(place.ink(place.err))
            try? place.err.write(text)
            return fault.status
        }
    }
}

extension Surroundings {
    /// Whether errors are wanted as JSON too.
    var wantsJSON: Bool {
        if arguments.contains("--format=json") { return true }
        guard let place = arguments.firstIndex(of: "--format") else { return false }
        return arguments.dropFirst(place + 1).first == "json"
    }
}
