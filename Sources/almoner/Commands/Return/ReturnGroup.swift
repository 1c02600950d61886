import ArgumentParser

/// `almoner return`.
struct ReturnGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Recipients' reports of spend.",
        subcommands: [
            ReturnSubmit.self, ReturnAccept.self, ReturnQuery.self, ReturnReject.self,
            ReturnDisallow.self, ReturnEstimate.self, ReturnIssue.self, ReturnRead.self,
            ReturnDue.self, ReturnList.self,
            ReturnShow.self,
        ])
}
