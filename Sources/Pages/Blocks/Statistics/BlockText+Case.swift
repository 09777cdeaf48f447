/// Upper case and lower case.
extension BlockText {
    @inline(__always)
    static func isUpper(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
        switch scalar {
        case 0xC0...0xDE: return scalar != 0xD7
        case 0x100...0x17F: return isLatinCapital(scalar)
        case 0x391...0x3A1, 0x3A3...0x3AB, 0x400...0x42F: return true
        case 0xDF...0xFF, 0x3AC...0x3CE, 0x430...0x45F, 0x590...0x109F, 0x2010...0x2027, 0x2E80...0xA63F,
            0xAC00...0xD7FF:
            return false
        default: return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
        }
    }

    @inline(__always)
    static func isLower(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
        switch scalar {
        case 0xDF...0xFF: return scalar != 0xF7
        case 0x100...0x17F: return !isLatinCapital(scalar)
        case 0x3AC...0x3CE, 0x430...0x45F: return true
        case 0xC0...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x400...0x42F, 0x590...0x109F, 0x2010...0x2027,
            0x2E80...0xA63F, 0xAC00...0xD7FF:
            return false
        default: return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
        }
    }

    /// Whether a letter of Latin Extended-A is a capital: capitals and lower-case letters alternate there.
    private static func isLatinCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x138, 0x149, 0x17F: false
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
        case 0x178: true
        default: scalar & 1 == 0
        }
    }

    /// A scalar's lower case, where that is one scalar; else the scalar itself.
    @inline(__always)
    static func lower(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar | 0x20
        case 0..<0xC0: scalar
        case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x100...0x17F where scalar != 0x130 && scalar != 0x178: isLatinCapital(scalar) ? scalar + 1 : scalar
        case 0xDF...0xFF, 0x3AC...0x3CE, 0x430...0x45F, 0x590...0x109F, 0x2000...0x206F, 0x2190...0x24B5,
            0x24EA...0x2BFF, 0x2E80...0xA63F, 0xAC00...0xD7FF:
            scalar
        default: lowerByTable(scalar)
        }
    }

    private static func lowerByTable(_ scalar: UInt32) -> UInt32 {
        let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
        return mapping?.count == 1 ? mapping?.first?.value ?? scalar : scalar
    }
}
