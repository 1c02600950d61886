import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner area show`.
struct AreaShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one area.")

    @Argument(help: "The area.", transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let thing = try reading.known(GrantLedger.Area.self, code)
        let awards = try reading.facts.all(Award.self).filter { $0.area == code }
        return reading.page(
            "area.show/1", "\(code): \(thing.name)",
            facts: [
                Fact("area", "Code", .text(code.description)),
                Fact("name", "Name", .text(thing.name.description)),
                Fact("geoCode", "Official code", Cell(thing.geoCode)),
                Fact("geoType", "Of list", Cell(thing.geoType)),
            ],
            sheets: [try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards")])
    }
}
