import Foundation

/// The part of JSON Schema (2020-12) that `etc/copydesk-changes.schema.json` uses.
///
/// It is here to look at every log that a test leaves behind, at once and on every machine. Whether it decides as a real
/// validator does is a test of its own (`RecordSchemaTests`).
struct JSONSchema {
    private let root: JSONValue
    private let patterns: [String: NSRegularExpression]

    /// The keywords that it knows; a schema with another one is refused, since that one would not be heeded.
    private static let keywords: Set = [
        "$ref", "$defs", "$comment", "$schema", "$id", "title", "description", "type", "const", "enum", "pattern",
        "properties", "required", "additionalProperties", "items", "minimum", "maximum", "minLength", "maxItems",
        "maxProperties", "allOf", "anyOf", "if", "then", "else",
    ]

    /// That of the change log's lines.
    static let ofRecords: JSONSchema? = try? JSONSchema(file: Samples.repository + "/etc/copydesk-changes.schema.json")

    init(file: String) throws {
        root = try JSONValue.of(Array(FileManager.default.contents(atPath: file) ?? Data()))
        patterns = try JSONSchema.patterns(in: root, isSchema: true)
    }

    /// All patterns, made once; and a look at every keyword on the way.
    private static func patterns(in value: JSONValue, isSchema: Bool) throws -> [String: NSRegularExpression] {
        var found: [String: NSRegularExpression] = [:]
        guard case .object(let members) = value else { return found }
        for (key, member) in members {
            if isSchema, !keywords.contains(key) {
                throw ChildProcess.Failure(description: "the keyword \(key) is not known here")
            }
            if isSchema, key == "pattern", let text = member.text {
                found[text] = try NSRegularExpression(pattern: text)
            }
            // Below these two stand names that the schema gives, and no keywords.
            let namesFollow = isSchema && ["properties", "$defs"].contains(key)
            if ["const", "enum", "required"].contains(key), isSchema { continue }
            for part in member.array + [member] {
                found.merge(try patterns(in: part, isSchema: !namesFollow)) { one, _ in one }
            }
        }
        return found
    }

    /// What is wrong with a value, each as its place and the rule; empty where nothing is.
    func complaints(_ value: JSONValue) -> [String] { complaints(value, root, "") }

    private func complaints(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard case .object(let rules) = schema else { return schema == .bool(false) ? ["\(place): not allowed"] : [] }
        var found: [String] = []
        if let name = rules["$ref"]?.text?.split(separator: "/").last {
            found += complaints(value, root["$defs"][String(name)], place)
        }
        if !fits(value, rules) { found.append("\(place): \(rules.keys.sorted().joined(separator: ","))") }
        found += ofMembers(value, rules, place)
        for part in rules["allOf"]?.array ?? [] { found += complaints(value, part, place) }
        if let any = rules["anyOf"]?.array, !any.contains(where: { complaints(value, $0, place).isEmpty }) {
            found.append("\(place): anyOf")
        }
        if let condition = rules["if"] {
            let branch = complaints(value, condition, place).isEmpty ? "then" : "else"
            if let rule = rules[branch] { found += complaints(value, rule, place) }
        }
        return found
    }

    /// The rules about a value by itself.
    private func fits(_ value: JSONValue, _ rules: [String: JSONValue]) -> Bool {
        if let type = rules["type"], !(type.array + [type]).contains(where: { $0.text == JSONSchema.type(of: value) }) {
            return false
        }
        if let only = rules["const"], value != only { return false }
        if let list = rules["enum"], !list.array.contains(value) { return false }
        switch value {
        case .text(let text):
            if let pattern = rules["pattern"]?.text, let expression = patterns[pattern] {
                let whole = NSRange(text.startIndex..., in: text)
                if expression.firstMatch(in: text, range: whole) == nil { return false }
            }
            return text.unicodeScalars.count >= rules["minLength"]?.integer ?? 0
        case .integer(let number):
            return number >= rules["minimum"]?.integer ?? .min && number <= rules["maximum"]?.integer ?? .max
        case .array(let items): return items.count <= rules["maxItems"]?.integer ?? .max
        case .object(let members): return members.count <= rules["maxProperties"]?.integer ?? .max
        case .null, .bool, .number: return true
        }
    }

    /// The rules about what is in an object or a list.
    private func ofMembers(_ value: JSONValue, _ rules: [String: JSONValue], _ place: String) -> [String] {
        var found: [String] = []
        if case .array(let items) = value, let rule = rules["items"] {
            for (index, item) in items.enumerated() { found += complaints(item, rule, "\(place)/\(index)") }
        }
        guard case .object(let members) = value else { return found }
        for name in rules["required"]?.array.compactMap(\.text) ?? [] where members[name] == nil {
            found.append("\(place): \(name) is missing")
        }
        for (name, member) in members {
            let rule = rules["properties"]?[name] ?? .null
            let isNamed = if case .object(let named)? = rules["properties"] { named[name] != nil } else { false }
            let other = isNamed ? rule : rules["additionalProperties"] ?? .bool(true)
            found += complaints(member, other, "\(place)/\(name)")
        }
        return found
    }

    private static func type(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .text: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
