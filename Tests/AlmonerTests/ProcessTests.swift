import Foundation
import Testing

@Suite("Processes at once")
struct ProcessTests {
    @Test("Two processes record 500 entries each: none is lost, none doubled, no busy error shown")
    func twoProcesses() throws {
        let desk = try Desk()
        try desk.done("init", "kent.almoner", "--office", "Illustrative office")
        let running = try (1...2).map { hand in
            let lines = (1...500).map { "area add H\(hand)-\($0) --name \"Area \(hand) \($0)\"" }
            try desk.write(lines.joined(separator: "\n"), to: "\(hand).batch")
            return try start(desk, ["batch", "\(hand).batch", "--wait", "600"], as: "\(hand)")
        }
        for process in running {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        for hand in 1...2 {
            let said = try String(
                contentsOf: desk.folder.appending(path: "\(hand).err"), encoding: .utf8)
            #expect(!said.contains("error["))
        }
        let areas = try desk.done("area", "list", "--format", "tsv").out.split(separator: "\n")
        let codes = areas.dropFirst().map { $0.prefix { $0 != "\t" } }
        #expect(codes.count == 1_000)
        #expect(Set(codes).count == 1_000)
        let entries = try desk.done("entry", "list", "--format", "tsv").out.split(separator: "\n")
        #expect(entries.count == 1 + 1_001)
        try desk.done("verify", "--full")
    }

    private func start(_ desk: Desk, _ words: [String], as name: String) throws -> Process {
        let process = Process()
        process.executableURL = try Desk.program()
        process.arguments = words
        process.environment = desk.environment
        process.currentDirectoryURL = desk.folder
        for (end, path) in [("out", \Process.standardOutput), ("err", \Process.standardError)] {
            let file = desk.folder.appending(path: "\(name).\(end)")
            try Data().write(to: file)
            process[keyPath: path] = try FileHandle(forWritingTo: file)
        }
        try process.run()
        return process
    }
}
