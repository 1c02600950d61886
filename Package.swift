// swift-tools-version: 6.2
import PackageDescription

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
        .target(
            name: "GrantStore",
            dependencies: [
                "GrantLedger", "GrantSeal", "GrantSchema",
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
            dependencies: [
                "GrantLedger", "GrantSeal", "GrantStore", "GrantExchange",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            resources: [.embedInCode("Examples"), .embedInCode("Verifier")]),
        .testTarget(name: "GrantLedgerTests", dependencies: ["GrantLedger", "GrantSeal"]),
        .testTarget(
            name: "GrantStoreTests",
            dependencies: [
                "GrantLedger", "GrantSeal", "GrantStore", "GrantSchema", "GrantExchange",
            ]),
        .testTarget(name: "GrantExchangeTests", dependencies: ["GrantExchange", "GrantLedger"]),
        .testTarget(name: "AlmonerTests", dependencies: ["almoner"]),
        .testTarget(name: "HouseTests"),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
