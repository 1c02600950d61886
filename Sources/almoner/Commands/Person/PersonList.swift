import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner person list`.
struct PersonList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List those who are enrolled.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let sheet = Sheet(
            columns: [
                Column("person", "Code"), Column("name", "Name", isFlexible: true),
                Column("login", "Login"), Column("mayApprove", "May approve"),
            ],
            rows: try reading.facts.all(Person.self).map { person in
                [
                    .text(person.code.description), .text(person.name.description),
                    .text(person.login.description), .text(person.mayApprove ? "yes" : "no"),
                ]
            },
            empty: "Nobody is enrolled: anybody who can write the file may act.")
        return reading.page("person.list/1", "People", sheets: [sheet])
    }
}
