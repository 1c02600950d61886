import Foundation
import Testing

@Suite("Forgetting a work contact")
struct ForgetTests {
    @Test(
        "The contact is shown until it is forgotten; then its bytes are gone, and every hash holds")
    func forgotten() throws {
        let desk = try Desk.withFund()
        let contact = "illustrative.contact@example.org"
        try desk.done("organisation", "add", "YOUTH", "--name", "Youth", "--contact", contact)
        #expect(try desk.done("organisation", "show", "YOUTH").out.contains(contact))
        #expect(try Self.book(desk).range(of: Data(contact.utf8)) != nil)
        try desk.done("organisation", "forget", "YOUTH", "--reason", "Asked to (illustrative)")
        #expect(try !desk.done("organisation", "show", "YOUTH").out.contains(contact))
        #expect(try Self.book(desk).range(of: Data(contact.utf8)) == nil)
        try desk.done("verify", "--rules")
        let then = try desk.done("organisation", "show", "YOUTH", "--known-at", "5").out
        #expect(then.contains("contact\terased"))
        let again = try desk.run("organisation", "forget", "YOUTH")
        #expect(again.err.contains("error[nothing-to-change]"))
    }

    @Test("What is only tried is not forgotten")
    func tried() throws {
        let desk = try Desk.withFund()
        try desk.done("organisation", "add", "YOUTH", "--name", "Youth", "--contact", "A contact")
        let before = try Self.book(desk)
        try desk.done("organisation", "forget", "YOUTH", "--dry-run")
        #expect(try Self.book(desk) == before)
        #expect(try desk.done("organisation", "show", "YOUTH").out.contains("A contact"))
    }

    private static func book(_ desk: Desk) throws -> Data {
        try Data(contentsOf: desk.folder.appending(path: "kent.almoner"))
    }
}
