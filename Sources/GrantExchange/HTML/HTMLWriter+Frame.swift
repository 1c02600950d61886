import GrantLedger

extension HTMLWriter {
    /// What stands before the body: nothing may be fetched, and no style but the page's own holds.
    func head(_ page: Page) -> String {
        let css = StyleSheet.text
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(StyleSheet.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Almoner">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light">
            <meta name="\(Self.sourceName)" content="\(HTML.escaped(source(page).compact))">
            <title>\(HTML.escaped(page.heading)) - \(HTML.escaped(page.envelope.office))</title>
            <style>\(css)</style>
            </head>
            <body\(page.isOneSheet ? " class=\"sheet\"" : "")>
            <a class="skip" href="#main">Skip to the figures</a>

            """
    }

    /// The name under which a page says what it was asked.
    static let sourceName = "almoner"

    /// What the page was asked of which book, for a program that asks it again.
    private func source(_ page: Page) -> JSON {
        let file = place.map { [JSON.Member("file", .text($0.file))] } ?? []
        return .object(page.envelope.members(schema: "almoner." + page.schema) + file)
    }

    /// Whose book it is, and the way to the other pages.
    func header(_ page: Page) -> String {
        let envelope = page.envelope
        var lines = [
            "<header>",
            "<p class=\"office\">\(HTML.words(envelope.office))</p>",
            "<p class=\"book\">Grants, \(HTML.words(envelope.book))</p>",
            "</header>",
        ]
        if let place {
            lines.append(menu(place))
            if !place.trail.isEmpty { lines.append(trail(place, page)) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func menu(_ place: SitePlace) -> String {
        let items = place.sections.map { link in
            let current = link.file == place.file ? [("aria-current", "page")] : []
            return "<li>"
                + HTML.tag("a", [("href", link.file)] + current, HTML.words(link.words)) + "</li>"
        }
        return "<nav class=\"menu\" aria-label=\"Report\">\n<ul>\n"
            + items.joined(separator: "\n") + "\n</ul>\n</nav>"
    }

    private func trail(_ place: SitePlace, _ page: Page) -> String {
        let items = place.trail.map { link in
            "<li>" + HTML.tag("a", [("href", link.file)], HTML.words(link.words)) + "</li>"
        }
        let here = "<li aria-current=\"page\">\(HTML.words(page.heading))</li>"
        return "<nav class=\"trail\" aria-label=\"Breadcrumb\">\n<ol>\n"
            + (items + [here]).joined(separator: "\n") + "\n</ol>\n</nav>"
    }

    /// Of which book this is, as at when, and how to ask for it again.
    func footer(_ page: Page) -> String {
        let envelope = page.envelope
        let asked = place.map { $0.questions.isEmpty ? [envelope.question] : $0.questions }
        let commands = (asked ?? [envelope.question]).map { words in
            HTML.tag("code", [], HTML.escaped(TypedCommand.text(["almoner"] + words)))
        }
        var rows: [(String, String)] = [
            ("Office", HTML.words(envelope.office)), ("Book", HTML.words(envelope.book)),
            ("Entries", "\(envelope.entries)"),
            ("Chain hash", HTML.tag("code", [], HTML.escaped(envelope.chain))),
        ]
        if let day = envelope.asAt { rows.append(("As at", day.prose)) }
        rows.append(("Made by", commands.joined(separator: "<br>")))
        if envelope.isSinglePerson {
            rows.append(("Control", "Single-person office: who acts authorises too."))
        }
        let list = rows.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return "<footer>\n<h2>Where these figures come from</h2>\n<dl class=\"source\">\n"
            + list.joined(separator: "\n") + "\n</dl>\n</footer>\n</body>\n</html>\n"
    }
}
