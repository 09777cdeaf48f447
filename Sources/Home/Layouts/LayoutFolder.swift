package import Pages
package import Platform

/// The layouts in force: those that ship, and those in files that an administrator keeps.
package enum LayoutFolder {
    /// Reads `*.layout` and adds them to the layouts that ship; all of them are in order of their names.
    ///
    /// A file replaces the shipped layout of the same name. An empty file only removes that one, as an empty file masks
    /// a systemd unit.
    ///
    /// - Parameter folder: Where the files are; a folder that is missing holds none.
    /// - Returns: The layouts.
    /// - Throws: `Fault` of kind `configuration` naming file and line.
    package static func read(_ folder: Path?) throws(Fault) -> [Layout] {
        var layouts = ShippedLayouts.all
        for file in try files(in: folder) {
            let name = name(of: file)
            let isShipped = layouts.contains { $0.name == name }
            layouts.removeAll { $0.name == name }
            if isShipped, try bytes(of: file).isEmpty { continue }
            layouts.append(try layout(at: file))
        }
        return layouts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private static func files(in folder: Path?) throws(Fault) -> [Path] {
        guard let folder else { return [] }
        var names: [[UInt8]] = []
        do throws(Errno) {
            try Directory.open(folder).entries { (name, _) throws(Errno) in
                if !name.starts(with: ".".utf8), name.suffix(7).elementsEqual(".layout".utf8) { names.append(name) }
                return true
            }
        } catch .noEntry {
            return []
        } catch {
            throw Fault(Fault.kind(ofReading: error), "cannot read the layouts in \(folder): \(error)")
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { folder.appending($0) }
    }

    /// Reads one layout file; the file's name without `.layout` is the layout's name.
    package static func layout(at file: Path) throws(Fault) -> Layout {
        let text = String(decoding: try bytes(of: file), as: UTF8.self)
        do throws(LayoutParser.Fault) {
            return try LayoutParser.parse(text, name: name(of: file))
        } catch {
            throw Fault(.configuration, "\(file):\(error.line): \(error.message)")
        }
    }

    private static func name(of file: Path) -> String {
        let name = file.lastComponent
        let isLayout = name.suffix(7).elementsEqual(".layout".utf8)
        return String(decoding: isLayout ? name.dropLast(7) : name[...], as: UTF8.self)
    }

    private static func bytes(of file: Path) throws(Fault) -> [UInt8] {
        do throws(Errno) {
            return try Descriptor.open(file, .readOnly).readAll(limit: 1 << 20)
        } catch {
            throw Fault(Fault.kind(ofReading: error), "cannot read the layout \(file): \(error)")
        }
    }
}
