import Foundation
import Pages

/// Reads dumps as the desk does: decoder, then normaliser with the layouts that are shipped.
enum Reading {
    static func layouts() throws -> [Layout] {
        let files = try FileManager.default.contentsOfDirectory(at: Tree.layouts, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "layout" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { file in
                let name = file.deletingPathExtension().lastPathComponent
                return try LayoutParser.parse(String(contentsOf: file, encoding: .utf8), name: name)
            }
    }

    static func page(_ bytes: [UInt8]) throws -> Page {
        try Normaliser(layouts: layouts()).read(TextDecoder.decode(bytes))
    }

    static func page(_ text: String) throws -> Page {
        try page(Array(text.utf8))
    }
}
