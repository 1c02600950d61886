import ArgumentParser
import Foundation

/// `almoner batch`.
struct Batch: Command {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Run a file of commands, one a line as typed after almoner.",
        discussion: """
            Quotes and the backslash work as in a shell, # begins a comment, nothing is expanded. \
            Each line is a commit of its own; the first refusal stops the batch, and the lines \
            before it stand. With --once KEY line n has the key KEY/n.
            """)

    @Argument(help: "The file; - for standard input.", completion: .file())
    var file: String

    @Flag(help: "All lines in one commit, or none.")
    var allOrNothing = false

    @Flag(help: "Go on after a line that is refused.")
    var keepGoing = false

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard !(allOrNothing && keepGoing) else {
            throw ValidationError("--all-or-nothing and --keep-going exclude each other.")
        }
    }

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("A batch has no batch in it.") }
        let lines = try BatchFile(text: try text(), name: name)
        try BatchRun(
            file: lines, write: write, book: try write.place.file(in: place), place: place,
            allOrNothing: allOrNothing, keepGoing: keepGoing
        ).run()
    }

    private var name: String {
        file == "-" ? "standard input" : URL(fileURLWithPath: file).lastPathComponent
    }

    private func text() throws -> String {
        let data =
            file == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: file)
        guard let data else {
            throw Fault(
                "no-file", "There is no file \(file) that can be read.",
                remedy: "Name the file of commands.", status: .noInput)
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Fault(
                "not-utf8", "\(file) is not text in UTF-8.", remedy: "Save it as UTF-8.",
                status: .refused)
        }
        return text
    }
}
