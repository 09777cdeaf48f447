package import Home
package import Pages
package import Platform

/// How dumps are read with one layout file, found out without a desk.
package struct LayoutCheck {
    /// What became of one dump.
    package struct Trial {
        package let path: Path
        package let outcome: Outcome
    }

    package enum Outcome {
        /// What the layout found, and the page as it is read with the layout.
        case read(LayoutTrial, Page)
        case refused(Refusal)
    }

    package let layout: Layout
    package let trials: [Trial]

    /// Reads the layout and each dump.
    ///
    /// - Parameters:
    ///   - file: The layout file.
    ///   - dumps: Dumps to try it on.
    /// - Throws: `Fault` naming file and line of what is wrong in the layout, or the dump that cannot be read.
    package init(_ file: String, dumps: [[UInt8]]) throws(Fault) {
        let layout = try LayoutFolder.layout(at: Path(file))
        var trials: [Trial] = []
        for path in dumps.compactMap(Path.init(bytes:)) {
            let bytes = try doing("read \(path)") { () throws(Errno) in
                try Descriptor.open(path, .readOnly).readAll(limit: 1 << 26)
            }
            let outcome: Outcome
            do throws(Refusal) {
                let source = try TextDecoder.decode(bytes, converter: SystemEncodings.scalars)
                outcome = .read(LayoutTrial(layout, on: source), try Normaliser(layouts: [layout]).read(source))
            } catch {
                outcome = .refused(error)
            }
            trials.append(Trial(path: path, outcome: outcome))
        }
        self.layout = layout
        self.trials = trials
    }

    /// Whether the layout was used for every dump.
    package var isUsed: Bool {
        trials.allSatisfy { trial in
            if case .read(_, let page) = trial.outcome { page.layout == layout.name } else { false }
        }
    }
}
