import Foundation
import Testing

@Suite("Hostile imports")
struct HostileImportTests {
    @Test("160 malformed or hostile files are refused within 400 MB, and the book stays as it was")
    func refused() throws {
        let desk = try Desk.withFund()
        let files = desk.folder.appending(path: "files")
        try Judge.run("hostile.py", [files.path, "2020", "40"])
        let names = try FileManager.default.contentsOfDirectory(atPath: files.path).sorted()
        #expect(names.count > 160)
        let book = desk.folder.appending(path: "kent.almoner")
        let before = try Data(contentsOf: book)
        for name in names where name != "index.tsv" {
            let outcome = try desk.run(
                [
                    "import", "bank", "files/\(name)", "--save", "X", "--dates", "dmy",
                    "--expect-total", "0.01",
                ], memory: 400_000)
            #expect(outcome.status == 65, "\(name): \(outcome.err.prefix(400))")
            #expect(outcome.err.contains("error["), "\(name)")
        }
        #expect(try Data(contentsOf: book) == before)
    }
}
