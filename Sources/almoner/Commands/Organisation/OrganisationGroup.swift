import ArgumentParser

/// `almoner organisation`.
struct OrganisationGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Funders, applicants, recipients, providers of match.",
        subcommands: [
            OrganisationAdd.self, OrganisationList.self, OrganisationShow.self,
            OrganisationChange.self, OrganisationForget.self,
        ])
}
