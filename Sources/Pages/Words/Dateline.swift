/// The place in capitals at the beginning of a wire story: `HARBOUR TOWN — `, `OLD QUAY, Kent (Agency) - `.
enum Dateline {
    /// The most bytes of a dateline.
    private static let longest = 60

    /// Whether a text begins with a dateline: capitals up to a dash that has spaces around it.
    ///
    /// From a comma or an opening bracket on, the part before the dash may hold other characters too.
    static func begins(_ text: [UInt8]) -> Bool {
        var capitals = 0
        var isPlace = true
        var at = 0
        while at < min(text.count, longest) {
            switch text[at] {
            case 0x41...0x5A where isPlace: capitals += 1
            case 0x20:
                if capitals >= 3, isDash(text, at + 1) { return true }
            case UInt8(ascii: "."), UInt8(ascii: "'"): break
            case UInt8(ascii: ","), UInt8(ascii: "("):
                guard capitals >= 3 else { return false }
                isPlace = false
            default:
                // Letters beyond ASCII are allowed without a look at their case: `SÃO PAULO`.
                if isPlace, text[at] < 0x80 { return false }
            }
            at += 1
        }
        return false
    }

    /// Whether a dash stands at an offset, with a space after it.
    private static func isDash(_ text: [UInt8], _ offset: Int) -> Bool {
        guard offset < text.count else { return false }
        var next = offset
        let scalar = BlockText.scalar(in: text, at: &next)
        return (scalar == 0x2D || (0x2010...0x2015).contains(scalar)) && next < text.count && text[next] == 0x20
    }
}
