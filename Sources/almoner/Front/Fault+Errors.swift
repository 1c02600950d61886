import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

extension Fault {
    /// The fault that any error comes down to.
    init(_ error: any Error) {
        switch error {
        case let fault as Fault: self = fault
        case let refusal as Refusal: self.init(refusal)
        case Stop.refused(let refusal): self.init(refusal)
        case Stop.unreadable(let cause): self.init(cause)
        case let fault as BookFault: self.init(fault)
        case let fault as KeyFault: self.init(fault)
        case let fault as ChannelFault:
            self.init(
                "output-failed", "The output could not be written (error \(fault.number)).",
                remedy: "See whether the disk is full, and try again.", status: .disk)
        case let file as UnreadableFile: self.init(file)
        case let reason as NotAccepted:
            self = .usage(Self.sentence(reason.description), remedy: "")
        default:
            if let fault = BookFault(ofDatabase: error) {
                self.init(fault)
                return
            }
            guard Almoner.exitCode(for: error) == .validationFailure else {
                self.init(
                    "unforeseen", "Something unforeseen happened: \(error)",
                    remedy: "Please report it with the command that was typed.",
                    status: .unforeseen)
                return
            }
            self = .usage(Self.sentence(Almoner.message(for: error)), remedy: "")
        }
    }

    /// A file that cannot be read, with the row and the column where it is known.
    private init(_ file: UnreadableFile) {
        let place = ImportFault(file).place.map { "\($0): " } ?? ""
        self.init(
            "unreadable-file", place + file.message, remedy: file.remedy,
            details: (file.row.map { [.init("row", $0)] } ?? []), status: .refused)
    }

    private init(_ refusal: Refusal) {
        self.init(
            refusal.reason.rawValue, refusal.message, remedy: refusal.remedy,
            details: refusal.details, status: .refused)
    }

    private init(_ fault: KeyFault) {
        self.init(
            fault.code, fault.message, remedy: fault.remedy,
            status: ExitStatus(rawValue: fault.exitCode) ?? .unforeseen)
    }

    private init(_ fault: BookFault) {
        self.init(
            fault.code, fault.message, remedy: fault.remedy,
            status: ExitStatus(rawValue: Int32(fault.exitCode)) ?? .unforeseen)
    }

    private static func sentence(_ text: String) -> String {
        let first = text.prefix(1).uppercased() + text.dropFirst()
        return first.hasSuffix(".") || first.hasSuffix("?") ? first : first + "."
    }
}
