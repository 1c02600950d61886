import Foundation
import Testing

/// One thing done to a form that was filled in rightly, and the cell that must be named.
private struct Tampering: Sendable {
    let cells: [String: String]
    let named: String
    var reseals = false
    var isAlone = true

    static let all: [Tampering] = [
        .init(cells: ["Return!E14": "text:1200"], named: "Return!E14"),
        .init(cells: ["Return!E15": "number:12.345"], named: "Return!E15"),
        .init(cells: ["Return!E14": "number:-5"], named: "Return!E14"),
        .init(cells: ["Return!E15": "formula:E14*2"], named: "Return!E15"),
        .init(cells: ["Return!E14": "date:2020-01-01"], named: "Return!E14"),
        .init(cells: ["Return!E14": "number:100000000000"], named: "Return!E14"),
        .init(cells: ["Return!E14": "empty:", "Return!E15": "empty:"], named: "Return!E14"),
        .init(cells: ["Return!E18": "text:about 7500"], named: "Return!E18"),
        .init(cells: ["Return!A21": "text:NOBODY"], named: "Return!A21"),
        .init(cells: ["Return!B21": "text:gift"], named: "Return!B21"),
        .init(cells: ["Return!E22": "number:5"], named: "Return!A22", isAlone: false),
        .init(cells: ["Return!E27": "number:2.5"], named: "Return!E27"),
        .init(cells: ["Return!A27": "empty:"], named: "Return!A27"),
        .init(cells: ["Return!B35": "empty:"], named: "Return!B35"),
        .init(cells: ["Return!B37": "text:1 April"], named: "Return!B37"),
        .init(cells: ["Return!B38": "text:no"], named: "Return!B38"),
        .init(cells: ["Return!C14": "number:9000"], named: "Return!C14"),
        .init(cells: ["Return!B5": "text:A-02"], named: "Return!B5"),
        .init(cells: ["Return!B9": "date:2019-04-02"], named: "Return!B9"),
        .init(cells: ["Return!G14": "number:0"], named: "Return!G14"),
        .init(cells: ["Return!D16": "empty:"], named: "Return!D16"),
        .init(cells: ["Return!H20": "text:see our letter"], named: "Return!H20"),
        .init(cells: ["Form!C2": "text:another"], named: "Form!C2", isAlone: false),
        .init(cells: ["Form!C3": "text:A-02"], named: "Form!C3", isAlone: false),
        .init(cells: ["Form!C4": "text:2019/20-Q2"], named: "Form!C4", isAlone: false),
        .init(cells: ["Form!C5": "text:7"], named: "Form!C5", isAlone: false),
        .init(cells: ["Form!C6": "text:000000000000"], named: "Form!C6"),
        .init(
            cells: ["Form!C40": "text:number:9000.00", "Return!C14": "number:9000"],
            named: "Form!C6", reseals: true, isAlone: false),
    ]
}

@Suite("Returns that were tampered with")
struct TamperedFormTests {
    @Test("28 tamperings are each named by cell, and none is recorded")
    func named() throws {
        let desk = try Desk.withForms()
        try desk.done("return", "issue", "A-01", "--period", "2019/20-Q1", "--output", "form.xlsx")
        let right = Desk.answers(staff: "1200.50", venue: "80", sessions: 3)
        var plan: [[String: Any]] = [["file": "form.xlsx", "to": "right.xlsx", "cells": right]]
        for (number, tampering) in Tampering.all.enumerated() {
            plan.append([
                "file": "form.xlsx", "to": "forms/\(number).xlsx", "reseal": tampering.reseals,
                "cells": right.merging(tampering.cells) { $1 }, "resave": number % 9 == 1,
            ])
        }
        try desk.fill(plan)
        for (number, tampering) in Tampering.all.enumerated() {
            let outcome = try desk.run("return", "read", "forms/\(number).xlsx", "--submit")
            #expect(outcome.status == 65, "\(number) \(tampering): \(outcome.out)")
            #expect(
                outcome.err.contains("\n  \(tampering.named): "),
                "\(number) \(tampering): \(outcome.err)")
            if tampering.isAlone {
                #expect(outcome.err.contains("has 1 fault;"), "\(number): \(outcome.err)")
            }
        }
        let wrong = try desk.run(
            "return", "read", "right.xlsx", "--award", "A-02", "--period", "2019/20-Q2")
        #expect(wrong.err.contains("has 2 faults"))
        #expect(wrong.err.contains("  Form!C3: The form is of A-01, not of A-02."))
        #expect(wrong.err.contains("  Form!C4: The form is for 2019/20-Q1, not for 2019/20-Q2."))
        let returns = try Desk.rows(try desk.json("return", "list"))
        #expect(returns.isEmpty)
        try desk.done("return", "read", "right.xlsx", "--submit")
    }

    @Test("What is no form is refused as such: no workbook, another workbook, no file")
    func noForm() throws {
        let desk = try Desk.withForms()
        try desk.write("a,b\n1,2\n", to: "plain.xlsx")
        try desk.done("fund", "list", "--output", "funds.xlsx")
        for name in ["plain.xlsx", "funds.xlsx"] {
            let outcome = try desk.run("return", "read", name)
            #expect(outcome.status == 65, "\(name): \(outcome.err)")
            #expect(outcome.err.hasPrefix("error[unreadable-file]: \(name)"))
        }
        let nothing = try desk.run("return", "read", "nothing.xlsx")
        #expect(nothing.status == 66, "\(nothing.err)")
    }
}
