import Foundation

/// The program that shows a long text a screen at a time: `PAGER`, else `less -FRX`.
struct Pager {
    private let command: String
    private let environment: [String: String]

    /// The pager, where one is wanted: a person looks, and the text is longer than the screen.
    init?(for text: String, in place: Surroundings) {
        guard place.out.isTerminal, place.batch == nil, place.environment["TERM"] != "dumb",
            let height = place.out.height,
            text.utf8.reduce(0, { $1 == 0x0A ? $0 + 1 : $0 }) >= height
        else { return nil }
        let named = place.environment["PAGER"]
        guard named != "", named != "cat" else { return nil }
        command = named ?? "less -FRX"
        environment = place.environment.merging(["LESSCHARSET": "utf-8"]) { own, _ in own }
    }

    /// Shows the text, and returns when its reader is done; false where no pager could be started.
    func show(_ text: String) -> Bool {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return false }
        // The reader's own keys are the pager's while it runs.
        let before = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, before) }
        guard let child = start(reading: ends[0], closing: ends[1]) else {
            close(ends[0])
            close(ends[1])
            return false
        }
        close(ends[0])
        try? Channel.descriptor(ends[1]).write(text)
        close(ends[1])
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        // A shell that finds no such program ends with 127.
        return status & 0x7F != 0 || status >> 8 != 127
    }

    /// A child in our own process group, so that it may read the terminal's keys.
    private func start(reading end: Int32, closing other: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, end, 0)
        posix_spawn_file_actions_addclose(&actions, end)
        posix_spawn_file_actions_addclose(&actions, other)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let shell: [String] = ["/bin/sh", "-c", command]
        let words: [UnsafeMutablePointer<CChar>?] = shell.map { text in strdup(text) } + [nil]
        let settings: [String] = environment.map { "\($0.key)=\($0.value)" }
        let variables: [UnsafeMutablePointer<CChar>?] =
            settings.map { text in strdup(text) } + [nil]
        defer { for text in words + variables { free(text) } }
        var child: pid_t = 0
        let failed = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, variables)
        return failed == 0 ? child : nil
    }
}
