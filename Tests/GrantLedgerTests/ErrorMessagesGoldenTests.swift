import Foundation
import GrantLedger
import Testing

@Suite("The page of error messages")
struct ErrorMessagesGoldenTests {
    private static let page = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/GrantLedger/Documentation.docc/Articles/ErrorMessages.md")

    @Test("It lists every refusal in order of precedence, with its rule")
    func listsEveryRefusal() throws {
        var text = """
            # Error messages

            Every reason the ledger says no, in order of precedence: where several apply, the first is given.

            Each message says the values, and a second line what to do. The program ends with 65, and nothing is \
            written. This page is generated: `make golden`.

            | code | the rule |
            |---|---|

            """
        for reason in Refusal.Reason.allCases {
            #expect(!reason.meaning.isEmpty)
            text += "| `\(reason.rawValue)` | \(reason.meaning) |\n"
        }
        if ProcessInfo.processInfo.environment["ALMONER_RECORD"] == "1" {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "make golden")
    }
}
