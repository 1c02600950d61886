import ArgumentParser

/// A flag of a command; the ledger has another `Flag`, of an entry.
typealias Flag<Value> = ArgumentParser.Flag<Value>
