import Foundation
import GrantLedger
import GrantSeal
import GrantStore

/// One person's keys: their own, and those of others they know.
struct Keyring {
    /// Who signs, as a record has it.
    let user: String
    /// The machine's name for them.
    let login: String
    private let folder: String?

    /// The keys of whom the option names, else `ALMONER_USER`, else the login.
    init(user: Note?, in place: Surroundings) throws {
        let named = place.environment["ALMONER_USER"] ?? ""
        let asked = user ?? place.batch?.write.user ?? (named.isEmpty ? nil : Note(named))
        self.user = asked?.description ?? place.login
        login = place.login
        folder = Self.folder(in: place)
    }

    /// What their key is called.
    var name: KeyName { KeyName(user: user, login: login) }

    /// The file of their key, which is not there yet at first.
    func file(_ given: String?, besides book: String?) throws -> KeyFile {
        if let given { return try KeyFile(given, besides: book) }
        return try KeyFile(try place(KeyName.escaped(user) + ".key"), besides: book)
    }

    /// Their key; made at first, which is said on standard error.
    func key(_ given: String?, besides book: String?, in place: Surroundings) throws -> SigningKey {
        let file = try file(given, besides: book)
        guard !file.isThere else { return try own(file) }
        makeFolder()
        let key = try file.make(for: name)
        try know(key.verifier)
        try place.err.write(
            "A key was made for \(user) (login \(login)): \(file.path), for its owner alone.\n"
                + "Keep a copy of it in a safe place, and give others what almoner checkpoint key prints.\n"
        )
        return key
    }

    private func own(_ file: KeyFile) throws -> SigningKey {
        let key = try file.key()
        guard key.verifier.name == name else {
            throw Fault(
                "key-of-another",
                "The key at \(file.path) is that of \(key.verifier.name), and \(name) would sign.",
                remedy: "Say who you are with --user, or name your own key with --key FILE.",
                status: .refused)
        }
        try know(key.verifier)
        return key
    }
}

extension Keyring {
    /// The keys they know, their own among them.
    func known() throws -> [VerifierKey] {
        guard let folder else { return [] }
        return try VerifierList(folder + "/verifiers").keys()
    }

    /// `finance (login finance)`.
    var who: String { "\(user) (login \(login))" }

    /// The public half of their key, where it is made already.
    func verifier(_ given: String?, besides book: String?) throws -> VerifierKey? {
        let file = try file(given, besides: book)
        return file.isThere ? try own(file).verifier : nil
    }

    /// Knows another person's key from now on.
    func learn(_ key: VerifierKey) throws {
        let list = VerifierList(try place("verifiers"))
        makeFolder()
        try list.add(key)
    }

    /// Remembers a key, where there is a folder to do it in.
    func know(_ key: VerifierKey) throws {
        guard let folder else { return }
        makeFolder()
        guard FileManager.default.isWritableFile(atPath: folder) else { return }
        try VerifierList(folder + "/verifiers").add(key)
    }

    /// The keys that a word stands for: one key, or a file of them.
    static func keys(_ word: String) throws -> [VerifierKey] {
        if let key = VerifierKey(word) { return [key] }
        guard FileManager.default.fileExists(atPath: word) else {
            throw Fault(
                "not-a-verifier", "\"\(word)\" is neither a verifier key nor a file of them.",
                remedy: KeyFault.notAVerifier(path: word, line: 1).remedy, status: .refused)
        }
        return try VerifierList(word).keys()
    }

    /// What keeps it from being made is told by what is then written in it.
    private func makeFolder() {
        guard let folder else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    private func place(_ name: String) throws -> String {
        guard let folder else {
            throw Fault.usage(
                "There is no configuration folder: neither HOME nor XDG_CONFIG_HOME is set.",
                remedy: "Name the file of your key: --key FILE.")
        }
        return folder + "/" + name
    }

    /// `$XDG_CONFIG_HOME/almoner`, else `~/.config/almoner`.
    private static func folder(in place: Surroundings) -> String? {
        for (name, below) in [("XDG_CONFIG_HOME", "/almoner"), ("HOME", "/.config/almoner")] {
            if let top = place.environment[name], top.hasPrefix("/") { return top + below }
        }
        return nil
    }
}
