package import Pages
package import Platform

/// The layout files an administrator keeps.
package enum LayoutFolder {
    /// Reads `*.layout` in order of their names; a missing folder holds none.
    ///
    /// - Throws: `Fault` of kind `configuration` naming file and line.
    package static func read(_ folder: Path?) throws(Fault) -> [Layout] {
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
        var layouts: [Layout] = []
        for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            layouts.append(try layout(at: folder.appending(name)))
        }
        return layouts
    }

    /// Reads one layout file; its name without `.layout` is the layout's.
    static func layout(at file: Path) throws(Fault) -> Layout {
        let ending = Array(".layout".utf8)
        let last = file.lastComponent
        let name = String(decoding: last.suffix(7).elementsEqual(ending) ? last.dropLast(7) : last[...], as: UTF8.self)
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try Descriptor.open(file, .readOnly).readAll(limit: 1 << 20)
        } catch {
            throw Fault(Fault.kind(ofReading: error), "cannot read the layout \(file): \(error)")
        }
        do throws(LayoutParser.Fault) {
            return try LayoutParser.parse(String(decoding: bytes, as: UTF8.self), name: name)
        } catch {
            throw Fault(.configuration, "\(file):\(error.line): \(error.message)")
        }
    }
}
