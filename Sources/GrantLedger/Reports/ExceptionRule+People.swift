extension ExceptionRule {
    /// What is unusual about returns and match.
    static let reporting: [ExceptionRule] = [
        entry(
            "without-document",
            "A return accepted on no paper, its own or the report's.",
            ExceptionThreshold(.presence, "on")
        ) { entry, context in
            guard entry.meant == .acceptReturn, entry.documents.isEmpty,
                context.limits(on: entry.date)?.isOn("without-document") ?? true,
                try !context.rests(entry, onPaperOf: .submitReturn)
            else { return nil }
            return ExceptionFound("Neither the acceptance nor the return has a document.")
        },
        flagged(.matchShort, "Match that is required was not found."),
        flagged(.minimumShort, "A category has had less than its least share."),
        flagged(.documentUsedTwice, "A document that was evidence before."),
    ]

    /// What is unusual about who acted.
    static let people: [ExceptionRule] = [
        flagged(.distinct, "An organisation said to be another than one of the same name."),
        flagged(.singlePerson, "Authorised by the one who acted."),
        entry("same-person", "Prepared and approved, or authorised, by one person or login.") {
            entry, context in
            if let approver = entry.approver, entry.user.isSame(as: approver) {
                return ExceptionFound("\(approver) approved what \(entry.user) prepared.")
            }
            if let login = entry.approverLogin, entry.login.isSame(as: login) {
                return ExceptionFound(
                    "\(entry.approver ?? "The second person") approved it from the login "
                        + "\(login), which prepared it.")
            }
            guard let authority = entry.said("authorisedBy") else { return nil }
            let names = try context.names(of: entry.user) + [entry.user, entry.login]
            guard names.contains(where: authority.isSame) else { return nil }
            return ExceptionFound("Authorised by \(authority), who acted as \(entry.user).")
        },
        flagged(.otherLogin, "From another login than the user was enrolled with."),
    ]
}

extension String {
    /// Whether two names are one but for capitals.
    fileprivate func isSame(as other: String) -> Bool { lowercased() == other.lowercased() }
}
