import GrantExchange
import GrantLedger
import GrantSeal
import GrantStore

/// What a signed note says of a book that is being verified.
struct Witness {
    let paper: NotePaper
    let lines: [NotePaper.Line]
    /// What is wrong with the book by it; nil where nothing is.
    let fault: Fault?
    private let growth: Book.Growth?

    /// Compares a note with a book; refused where it is another book's.
    init(
        _ paper: NotePaper, _ lines: [NotePaper.Line], of book: Book, in place: Surroundings
    ) throws {
        (self.paper, self.lines) = (paper, lines)
        do {
            growth = try paper.growth(of: book, in: place)
            fault = nil
        } catch let found as Fault {
            guard found.status == .damaged else { throw found }
            (growth, fault) = (nil, found)
        }
    }

    /// Adds it to the page of a verification.
    func tell(_ page: inout Page, _ reader: Reader, since: Bool) throws {
        page.facts.append(Fact("checkpoint", "Checkpoint", .text(words)))
        page.sheets.append(NotePaper.sheet(lines))
        if since, growth != nil {
            page.sheets.append(Self.sheet(try reader.entriesByYear(after: paper.checkpoint.size)))
        }
        guard let fault else { return }
        page.facts = page.facts.map { fact in
            switch (fact.key, fact.cell) {
            case ("sound", _): Fact(fact.key, fact.label, .text("no"))
            case ("faults", .number(let count)): Fact(fact.key, fact.label, .number(count + 1))
            default: fact
            }
        }
        guard let place = page.sheets.firstIndex(where: { $0.key == "findings" }) else { return }
        page.sheets[place].rows.append([.absent, .text("checkpoint"), .text(fault.message)])
    }

    private var words: String {
        growth.map(paper.sentence) ?? "The book is not the one that \(paper.path) was signed over."
    }

    /// What was recorded since, by the year it is dated in: what is dated back stands out.
    private static func sheet(_ years: [YearSince]) -> Sheet {
        Sheet(
            key: "since", title: "Recorded since",
            columns: [
                Column("year", "Dated in"), Column("entries", "Entries", .number),
                Column("first", "First", .number), Column("last", "Last", .number),
            ],
            rows: years.map { year in
                [
                    .text(year.year.description), .number(year.count), .number(year.first),
                    .number(year.last),
                ]
            })
    }
}
