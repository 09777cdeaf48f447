/// Writes small-town news by chance that is the same at every run (SplitMix64): enough different words that two texts
/// have next to nothing in common, unless one is made from the other.
package struct StoryWriter: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    private mutating func one(of words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &self)] }

    private mutating func person() -> String { "the \(one(of: StoryWriter.manners)) \(one(of: StoryWriter.people))" }

    private mutating func thing() -> String { "\(one(of: StoryWriter.kinds)) \(one(of: StoryWriter.things))" }

    private mutating func place() -> String {
        "\(one(of: StoryWriter.sides)) \(one(of: StoryWriter.manners)) \(one(of: StoryWriter.places))"
    }

    private mutating func end() -> String {
        let number = Int.random(in: 3...98, using: &self)
        return "\(one(of: StoryWriter.deeds)) \(number) \(one(of: StoryWriter.things))s"
    }

    /// A sentence of some 16 words.
    ///
    /// No phrase of three words in a row is fixed, since that is what texts are compared by.
    package mutating func sentence() -> String {
        let (who, whom, other, place, end) = (person(), thing(), thing(), place(), end())
        let what = one(of: StoryWriter.deeds)
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return "\(place.capitalisedFirst), \(who) \(what) a \(whom) and \(end)."
        case 1: return "\(who.capitalisedFirst) \(what) its \(whom) \(place), then \(end)."
        case 2: return "No \(whom) \(place) \(what) the \(other), so \(who) \(end)."
        default: return "Whoever \(what) that \(other) \(place), \(who) says, \(end)."
        }
    }

    package mutating func paragraph(_ sentences: Int = 3) -> String {
        (0..<sentences).map { _ in sentence() }.joined(separator: " ")
    }

    /// So many paragraphs, a line each.
    package mutating func body(_ paragraphs: Int = 4) -> String {
        (0..<paragraphs).map { _ in paragraph() }.joined(separator: "\n")
    }

    package mutating func title() -> String {
        "\(person().capitalisedFirst) \(one(of: StoryWriter.deeds)) \(thing()) \(place())"
    }

    private static let people = [
        "ferryman", "beadle", "mayor", "bandmaster", "bell ringer", "baker", "lock keeper", "bass", "dentist", "warden",
        "stationmaster", "notary", "widow", "organist", "prophet", "headmistress", "cyclist", "archivist", "judge",
        "grocer", "sexton", "juror", "glazier", "chimney sweep", "poet", "umpire", "herald", "lamplighter",
    ]
    private static let manners = [
        "sleepy", "eager", "retired", "visiting", "lost", "cheerful", "former", "deputy", "left-handed", "honest",
        "bearded", "barefoot", "punctual", "musical", "patient", "upper", "lower", "northern", "forgotten", "muddy",
        "moonlit", "windy", "smallest", "second", "last", "nearest", "old", "new", "quiet", "slanting",
    ]
    private static let deeds = [
        "painted", "auctioned", "buried", "sang to", "polished", "mislaid", "insured", "married", "weighed", "returned",
        "borrowed", "photographed", "blessed", "repaired", "renamed", "hid", "measured", "inherited", "dismantled",
        "adopted", "knitted", "saluted", "wound up", "rang", "watered", "counted", "fed", "numbered", "forgave", "sold",
    ]
    private static let things = [
        "weathercock", "bandstand", "teapot", "lamp", "boat", "sundial", "harmonium", "haystack", "trombone",
        "fountain",
        "ladder", "scarecrow", "wheelbarrow", "barometer", "chandelier", "accordion", "kettle", "drawbridge", "clock",
        "pulpit", "windmill", "bathtub", "marquee", "anvil", "rope", "goose", "cheese", "umbrella", "parrot", "piano",
    ]
    private static let kinds = [
        "crooked", "silent", "gilded", "leaking", "famous", "doubtful", "striped", "folding", "mossy", "municipal",
        "portable", "haunted", "velvet", "rusty", "excellent", "invisible", "ticking", "smoked", "elderly", "lopsided",
        "honorary", "damp", "purple", "wooden", "spare", "borrowed", "tame", "hollow", "sticky", "frozen",
    ]
    private static let sides = [
        "behind", "under", "beside", "outside", "near", "below", "above", "past", "inside", "at",
    ]
    private static let places = [
        "gasworks", "quay", "viaduct", "weir", "library", "fair", "tram shed", "meadow", "fishmonger", "green",
        "customs house", "crypt", "towpath", "toll gate", "orchard", "bakery", "school", "mole", "chapel", "allotment",
        "brewery", "cinema", "slipway", "dairy", "lighthouse", "station", "mill", "jetty", "market", "alley",
    ]
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
