// swift-tools-version: 6.2
import PackageDescription

// Walls between the rooms of the house are targets: what a target may import is what it names here
// (`swift build --explicit-target-dependency-import-check error` holds it to that). No packages, by rule.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "copydesk",
    products: [.executable(name: "copydesk", targets: ["copydesk"])],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CLinux"),
        .target(name: "CHash"),
        .target(name: "CLabels", exclude: ["labels.table"]),
        .target(name: "Pages", dependencies: ["CHash", "CLabels"]),
        .target(name: "Platform", dependencies: ["CLinux"]),
        .target(
            name: "Store",
            dependencies: ["Pages", "CSQLite"],
            resources: [
                .embedInCode("Schema/schema-1.sql"), .embedInCode("Schema/schema-2.sql"),
                .embedInCode("Schema/schema-3.sql"), .embedInCode("Schema/schema-4.sql"),
                .embedInCode("Schema/schema-5.sql"), .embedInCode("Schema/schema-6.sql"),
            ]
        ),
        // What serves a home and what only asks of it know the home, and nothing of each other.
        .target(
            name: "Home",
            dependencies: ["Pages", "Platform", "Store"],
            resources: ["dated-posts", "filed-under", "posted-by"].map { .embedInCode("Layouts/\($0).layout") }
        ),
        .target(name: "Desk", dependencies: ["Home", "Pages", "Platform", "Store"]),
        .target(name: "Answers", dependencies: ["Home", "Pages", "Platform", "Store"]),
        .executableTarget(name: "copydesk", dependencies: ["Answers", "Desk", "Home", "Pages", "Platform", "Store"]),
        // Finds the weights of the labelling; not shipped.
        .executableTarget(name: "fit", dependencies: ["Pages"]),
        // Measures the program beside the floor and its peers; not shipped.
        .executableTarget(name: "bench", dependencies: ["Pages", "CSQLite"], resources: [.embedInCode("peer.py")]),
        // What tests of several targets need: folders, processes, where the repository is; not shipped.
        .target(name: "TestSupport", path: "Tests/Support"),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "TestSupport"], exclude: ["Expected"]),
        .testTarget(name: "PlatformTests", dependencies: ["Platform", "TestSupport"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Pages", "TestSupport"]),
        .testTarget(
            name: "DeskTests",
            dependencies: ["Answers", "Desk", "Home", "Pages", "Platform", "Store", "TestSupport", "copydesk"]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["copydesk", "TestSupport"],
            exclude: ["Fixtures", "Systemd/guest"]
        ),
        .testTarget(
            name: "CrashTests",
            dependencies: ["copydesk", "Pages", "Store", "TestSupport"],
            exclude: ["README.md"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Memory safety is strict in what ships: the word `unsafe` marks each use, so a grep for it is the audit list.
let shipped = ["Pages", "Platform", "Store", "Home", "Desk", "Answers", "copydesk"]
for target in package.targets where target.type != .system && !["CLinux", "CHash", "CLabels"].contains(target.name) {
    target.swiftSettings = settings + (shipped.contains(target.name) ? [.strictMemorySafety()] : [])
}

// Unoptimised, a span's every access is a call: SHA-256 then runs at 50 KB/s, and the tests' 100 MB dumps never end.
// The crash tests compare some hundreds of kilobytes at each of a thousand points.
for target in package.targets where ["Pages", "CrashTests"].contains(target.name) {
    target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
