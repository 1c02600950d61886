import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner person show`.
struct PersonShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one person, and what they prepared that waits.")

    @Argument(help: "The person.", completion: .codes(.person), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let person = try reading.known(Person.self, code)
        let waiting = try reading.facts.all(Prepared.self).filter { row in
            row.status == .waiting && row.user == code.description
        }
        return reading.page(
            "person.show/1", "\(code): \(person.name)",
            facts: [
                Fact("person", "Code", .text(code.description)),
                Fact("name", "Name", .text(person.name.description)),
                Fact("login", "Login", .text(person.login.description)),
                Fact("mayApprove", "May approve", .text(person.mayApprove ? "yes" : "no")),
            ],
            sheets: [PreparedSheet.sheet(waiting, key: "prepared", title: "Prepared and waiting")])
    }
}
