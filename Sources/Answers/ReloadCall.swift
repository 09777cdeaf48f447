package import Home
import Platform

/// Asks the desk that serves a home to read its configuration again, and waits for the answer.
package struct ReloadCall {
    private let home: HomePaths

    /// - Throws: `Fault` where the configuration itself is wrong. Then the desk is not asked, and keeps the old one.
    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        let configuration = try surroundings.configuration(file: configurationFile, home: home)
        _ = try LayoutFolder.read(configuration.layouts)
        self.home = try HomePaths(configuration)
    }

    /// Asks and waits.
    ///
    /// - Returns: What changed.
    /// - Throws: `Fault` where no desk serves the home, or it refuses the configuration.
    package func run() throws(Fault) -> String {
        guard let process = try holder() else {
            throw Fault(.refused, "cannot reload: no desk serves \(home.folder)")
        }
        let before = ReloadAnswer.read(in: home.folder).flatMap { $0.process == process ? $0.count : nil } ?? 0
        try doing("send SIGHUP to the desk, process \(process)") { () throws(Errno) in
            try Signal.send(Signal.hangUp, to: process)
        }
        while true {
            if let answer = ReloadAnswer.read(in: home.folder), answer.process == process, answer.count > before {
                guard answer.isInForce else { throw Fault(.refused, answer.message) }
                return answer.message
            }
            guard try holder() == process else {
                throw Fault(.refused, "cannot reload: the desk, process \(process), ended before it answered")
            }
            Clock.sleep(milliseconds: 20)
        }
    }

    private func holder() throws(Fault) -> Int32? {
        // 0: a desk has taken the lock and not written its number yet, so there is nobody to send a signal to.
        let process = try LockHolder.process(of: home)
        return process == 0 ? nil : process
    }
}
