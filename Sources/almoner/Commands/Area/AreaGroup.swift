import ArgumentParser
import GrantLedger

/// `almoner area`.
struct AreaGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Places that money is spent in.",
        subcommands: [
            AreaAdd.self, NamedList<GrantLedger.Area>.self,
            NamedShow<GrantLedger.Area>.self,
        ])
}
