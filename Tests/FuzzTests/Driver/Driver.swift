import Foundation

/// Hands the parser that ALMONER_FUZZ_PARSER names to the toolchain's fuzzer.
@main
enum Driver {
    private static let parser: FuzzedParser = {
        let name = ProcessInfo.processInfo.environment["ALMONER_FUZZ_PARSER"] ?? ""
        guard let parser = FuzzedParser.named(name) else {
            end("ALMONER_FUZZ_PARSER is no parser of Fixtures/fuzz: \"\(name)\".")
        }
        return parser
    }()

    /// Runs until the fuzzer has had enough.
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(
            run(&count, &arguments, { oneInput($0, $1) }))
    }

    fileprivate static func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        do { try parser.check(Array(bytes)) } catch { end("BROKEN: \(error)") }
    }

    /// Ends as a trap would, which the fuzzer takes for a find.
    private static func end(_ reason: String) -> Never {
        FileHandle.standardError.write(Data((reason + "\n").utf8))
        abort()
    }
}

/// What the fuzzer calls, by the name that its own `main`, which is not used, wants too.
@_cdecl("LLVMFuzzerTestOneInput")
func oneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Driver.check(UnsafeBufferPointer(start: start, count: count))
    return 0
}

/// The fuzzer's own way in, which calls back with bytes.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
