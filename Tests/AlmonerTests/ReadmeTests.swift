import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
    @Test(
        "Every example in the README, and every recipe, is what a transcript printed",
        arguments: ["scripts/readme.py", "scripts/recipes.py"])
    func examples(_ script: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, "--check"]
        process.currentDirectoryURL = root
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "make golden")
    }
}
