import ArgumentParser

/// `almoner area`.
struct AreaGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Places that money is spent in.",
        subcommands: [AreaAdd.self, AreaList.self, AreaShow.self])
}
