import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner area list`.
struct AreaList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the areas.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let things = try reading.facts.all(GrantLedger.Area.self)
        let sheet = Sheet(
            columns: [
                Column("area", "Code"), Column("name", "Name", isFlexible: true),
                Column("geoCode", "Official code", visibility: .whenNotNil),
                Column("geoType", "Of list", visibility: .whenNotNil),
            ],
            rows: things.map {
                [
                    .text($0.code.description), .text($0.name.description), Cell($0.geoCode),
                    Cell($0.geoType),
                ]
            },
            empty: "No area is registered.")
        return reading.page("area.list/1", "Areas", sheets: [sheet])
    }
}
