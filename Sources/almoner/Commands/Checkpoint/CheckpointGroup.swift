import ArgumentParser

/// `almoner checkpoint`.
struct CheckpointGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Signed notes of what the book held, to be kept elsewhere and compared later.",
        subcommands: [
            CheckpointMake.self, CheckpointSign.self, CheckpointVerify.self, CheckpointKey.self,
        ])
}
