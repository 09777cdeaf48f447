import Foundation

/// The libFuzzer target over decoding and reading; `.ci/fuzz` compiles it with the sources of `Pages`.
///
/// A trap, a hang, an address out of bounds, a fault that `ReadingCheck` names, or more memory than a dump of that size
/// may take ends the process, and libFuzzer keeps the input.
enum FuzzTarget {
    /// How many times its size a dump may take while it is read.
    private static let mostMemory = 64
    /// Smaller inputs are allowed what one of this size is: a page of three words has its fixed costs too.
    private static let leastSize = 16 << 10

    private nonisolated(unsafe) static var held = 0
    private nonisolated(unsafe) static var peak = 0
    private nonisolated(unsafe) static var hasWarmedUp = false

    /// Where set, each input is repeated to so many bytes: shows time and memory that grow faster than the input.
    private static let stretch = ProcessInfo.processInfo.environment["FUZZ_STRETCH"].flatMap { Int($0) } ?? 0

    private static let check: ReadingCheck = {
        let folder = ProcessInfo.processInfo.environment["FUZZ_LAYOUTS"] ?? ""
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let layouts = names.sorted().filter { $0.hasSuffix(".layout") }.compactMap { name -> Layout? in
            guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else { return nil }
            return try? LayoutParser.parse(text, name: name)
        }
        precondition(!layouts.isEmpty, "no layouts in FUZZ_LAYOUTS")
        return ReadingCheck(layouts: layouts)
    }()

    /// Counts what is held, by the address sanitizer's own hooks.
    static func install() {
        _ = installHooks(
            { _, size in
                FuzzTarget.held += size
                if FuzzTarget.held > FuzzTarget.peak { FuzzTarget.peak = FuzzTarget.held }
            },
            { pointer in FuzzTarget.held -= allocatedSize(pointer) }
        )
    }

    static func run(_ input: [UInt8]) {
        var input = input
        if let options = input.first, stretch > input.count {
            // What ends in a space goes on in its line.
            let text = Array(input.dropFirst()) + (input.last == 0x20 ? [] : [0x0A])
            input = [options]
            while input.count < stretch { input += text }
        }
        // Tables that are made at the first use are no input's fault.
        if !hasWarmedUp {
            hasWarmedUp = true
            for sample in FuzzTarget.samples { _ = check.faults(in: [1] + Array(sample.utf8)) }
        }
        let before = held
        peak = held
        let faults = check.faults(in: input)
        guard faults.isEmpty else { fail(faults.joined(separator: "; ")) }
        let taken = peak - before
        if taken > max(input.count, leastSize) * mostMemory {
            fail("\(taken) bytes of memory for an input of \(input.count)")
        }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("FAULT: \(message)\n".utf8))
        abort()
    }

    private static let samples = [
        "The mill pond is frozen\n\nBy Ada Marsh | 3 March 2026\n\nIt froze in the night, said the miller. It was cold.",
        "Mølledammen e\u{301}r frossen\n\nDet skete i nat, sagde mølleren, og det er ikke så koldt som i går. 12 Comments",
    ]
}

@_silgen_name("__sanitizer_install_malloc_and_free_hooks")
private func installHooks(
    _ taken: @convention(c) (UnsafeRawPointer?, Int) -> Void,
    _ given: @convention(c) (UnsafeRawPointer?) -> Void
) -> CInt

@_silgen_name("__sanitizer_get_allocated_size")
private func allocatedSize(_ pointer: UnsafeRawPointer?) -> Int

/// Called by libFuzzer once, before the first input.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzerInitialize(_ count: UnsafeRawPointer?, _ arguments: UnsafeRawPointer?) -> CInt {
    FuzzTarget.install()
    return 0
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
