public import GrantLedger

/// Figures drawn as a picture, told in a sentence, with the table they come from.
public struct Chart: Hashable, Sendable {
    /// What a part of a bar is filled with; each has a pattern of its own, so that none rests on
    /// colour alone.
    public enum Ink: String, CaseIterable, Sendable {
        case solid, hatched, dotted, crossed, open
    }

    /// A part of a bar.
    public struct Part: Hashable, Sendable {
        /// What it is.
        public let word: String
        /// What it is filled with.
        public let ink: Ink
        /// How much.
        public let amount: Money

        /// Creates a part.
        public init(_ word: String, _ ink: Ink, _ amount: Money) {
            (self.word, self.ink, self.amount) = (word, ink, amount)
        }
    }

    /// A bar of parts.
    public struct BarRow: Hashable, Sendable {
        /// What it is of: a code or a year.
        public let label: String
        /// Its parts, the first to the left.
        public let parts: [Part]
        /// What stands under it.
        public let note: String

        /// Creates a bar.
        public init(label: String, parts: [Part], note: String) {
            (self.label, self.parts, self.note) = (label, parts, note)
        }
    }

    /// A quarter end of a line.
    public struct Point: Hashable, Sendable {
        /// The quarter.
        public let quarter: Quarter
        /// What was planned to its end.
        public let planned: Money
        /// What was charged to its end; nil where it has not begun.
        public let charged: Money?

        /// Creates a point.
        public init(quarter: Quarter, planned: Money, charged: Money?) {
            (self.quarter, self.planned, self.charged) = (quarter, planned, charged)
        }
    }

    /// One thing on a grid of quarters.
    public struct GridRow: Hashable, Sendable {
        /// What it is of: a code.
        public let label: String
        /// Its marks: a period and the word for how it stands.
        public let marks: [Mark]

        /// Creates a row.
        public init(label: String, marks: [Mark]) { (self.label, self.marks) = (label, marks) }
    }

    /// A period and how it stands.
    public struct Mark: Hashable, Sendable {
        /// The period.
        public let period: Period
        /// How it stands.
        public let word: String

        /// Creates a mark.
        public init(_ period: Period, _ word: String) { (self.period, self.word) = (period, word) }
    }

    /// How it is drawn.
    public enum Drawing: Hashable, Sendable {
        /// A bar a row, all on one scale.
        case bars([BarRow])
        /// Two lines over quarters.
        case lines([Point])
        /// Marks on a grid of quarters, first to last.
        case grid([GridRow], ClosedRange<Quarter>)
    }

    /// What it is about.
    public let heading: String
    /// What it shows, in a sentence.
    public let finding: String
    /// How it is to be read.
    public let description: String
    /// How it is drawn.
    public let drawing: Drawing
    /// Its figures, where no other sheet of the page has them.
    public let sheet: Sheet?

    /// Creates a chart.
    ///
    /// - Parameters:
    ///   - heading: what it is about.
    ///   - finding: what it shows, in a sentence.
    ///   - description: how it is to be read.
    ///   - drawing: how it is drawn.
    ///   - sheet: its figures, where no other sheet of the page has them.
    public init(
        heading: String, finding: String, description: String, drawing: Drawing,
        sheet: Sheet? = nil
    ) {
        self.heading = heading
        self.finding = finding
        self.description = description
        self.drawing = drawing
        self.sheet = sheet
    }
}

extension Chart {
    /// The same chart with no more than some of its bars: those from the one of a label on.
    func limited(to count: Int, about label: String) -> Chart {
        guard case .bars(let rows) = drawing, rows.count > count else { return self }
        let found = rows.firstIndex { $0.label == label } ?? 0
        let first = min(found, rows.count - count)
        return Chart(
            heading: heading, finding: finding, description: description,
            drawing: .bars(Array(rows[first..<(first + count)])), sheet: sheet)
    }
}
