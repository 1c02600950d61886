// swift-tools-version: 6.2
import PackageDescription

let program: [Target.Dependency] = [
    "GrantLedger", "GrantSeal", "GrantStore", "GrantExchange",
    .product(name: "ArgumentParser", package: "swift-argument-parser"),
]
let fuzzed: [Target.Dependency] = ["GrantLedger", "GrantSeal", "GrantExchange", "almoner"]

let package = Package(
    name: "almoner",
    products: [.executable(name: "almoner", targets: ["almoner"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        .target(name: "GrantLedger"),
        .target(
            name: "GrantSeal", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
        .target(
            name: "GrantSchema", path: "Schema",
            exclude: ["README.md", "current.sql", "dump.sh", "released.txt"],
            resources: [.embedInCode("Migrations")]),
        .target(name: "CMemory", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(
            name: "GrantStore",
            dependencies: [
                "GrantLedger", "GrantSeal", "GrantSchema", "CMemory",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .target(
            name: "GrantExchange",
            dependencies: ["GrantLedger", "GrantSeal", "CXlsxWriter", "CZip", "CExpat"]),
        .executableTarget(
            name: "almoner",
            dependencies: program,
            resources: [.embedInCode("Examples"), .embedInCode("Verifier")]),
        .testTarget(name: "GrantLedgerTests", dependencies: ["GrantLedger", "GrantSeal"]),
        .testTarget(
            name: "GrantStoreTests",
            dependencies: [
                "GrantLedger", "GrantSeal", "GrantStore", "GrantSchema", "GrantExchange",
            ]),
        .testTarget(name: "GrantExchangeTests", dependencies: ["GrantExchange", "GrantLedger"]),
        .testTarget(name: "AlmonerTests", dependencies: ["almoner"]),
        .testTarget(
            name: "FuzzTests", dependencies: fuzzed, exclude: ["Driver"]),
        .testTarget(name: "HouseTests"),
    ]
)

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// `make fuzz` builds the promises of FuzzTests into one program whose `main` is the fuzzer's: so there
// is no test, and the program is a library with its own `main` out of the way.
let isFuzzing = Context.environment["ALMONER_FUZZ"] != nil
if isFuzzing {
    package.products = []
    package.targets.removeAll { $0.type == .test || $0.type == .executable }
    package.targets += [
        .target(
            name: "almoner", dependencies: program,
            resources: [.embedInCode("Examples"), .embedInCode("Verifier")],
            swiftSettings: [
                .unsafeFlags(
                    ["-entry-point-function-name", "almoner_main"].flatMap { ["-Xfrontend", $0] })
            ]),
        .executableTarget(
            name: "Fuzz", dependencies: fuzzed, path: "Tests/FuzzTests",
            exclude: ["CorpusTests.swift"],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ]
}

for target in package.targets where target.type != .system {
    target.swiftSettings = settings + (target.swiftSettings ?? [])
}

// Both at once, and only what is ours: of two `--sanitize` the compiler takes the last, and then
// either nothing guides the fuzzer or nothing guards the memory.
if isFuzzing {
    for target in package.targets where target.type != .system {
        target.swiftSettings? += [.unsafeFlags(["-sanitize=fuzzer,address"])]
    }
}
