import ArgumentParser

/// `almoner completions`.
struct Completions: Command {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print what lets a shell complete commands, options and the codes in the book.",
        discussion: """
            make install puts them where the shells look. By hand, in bash: \
            almoner completions bash > ~/.local/share/bash-completion/completions/almoner
            """)

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    /// The shells there are completions for.
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    func run(in place: Surroundings) throws {
        let shell: CompletionShell =
            switch self.shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        try place.out.write(Almoner.completionScript(for: shell) + "\n")
    }
}
