import GrantExchange
import GrantLedger

/// Why a command ends otherwise than well: a code, what is wrong, what to do, and the exit code.
struct Fault: Error {
    let code: String
    let message: String
    let remedy: String
    let details: [Refusal.Detail]
    let status: ExitStatus
    /// What is wrong with an imported file, each thing by itself.
    var errors: [ImportFault] = []

    init(
        _ code: String, _ message: String, remedy: String, details: [Refusal.Detail] = [],
        status: ExitStatus
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.details = details
        self.status = status
    }

    /// The command is misused.
    static func usage(_ message: String, remedy: String) -> Fault {
        Fault("usage", message, remedy: remedy, status: .usage)
    }

    /// The same with words before the message, such as the line of a batch.
    func at(_ place: String, details: [Refusal.Detail] = []) -> Fault {
        Fault(
            code, "\(place): \(message)", remedy: remedy, details: self.details + details,
            status: status)
    }
}

extension Fault {
    /// Two lines for a person: what is wrong, what to do.
    var text: String { text(.none) }

    /// The same, the first word in the colour of what must be seen.
    func text(_ ink: Ink) -> String {
        errors.map(\.line.shown).joined() + ink.alarming("error[\(code)]:") + " \(message.shown)\n"
            + (remedy.isEmpty ? "" : remedy.shown + "\n")
    }

    /// An object for a program.
    var json: JSON {
        .object(
            [
                .init("code", .text(code)),
                .init("message", .text(message)),
                .init("remedy", .text(remedy)),
                .init("details", .object(details.map { .init($0.name, .text($0.value)) })),
            ] + (errors.isEmpty ? [] : [.init("errors", .list(errors.map(\.json)))]))
    }
}

extension ImportFault {
    /// Two lines for a person: where it stands and what is wrong, what to do.
    fileprivate var line: String {
        (place.map { "\($0): " } ?? "") + "\(code): \(message)\n    \(remedy)\n"
    }
}
