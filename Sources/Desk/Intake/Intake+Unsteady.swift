import Home
import Pages
import Platform
import Store

// What is done about file systems on which a file's status does not stand still though nobody writes it.
extension Intake {
    /// Says once, and not for each file, what kind of file system the inbox is on.
    func sayUnsteadiness(of path: [UInt8], _ batch: inout Batch) {
        guard !saidUnsteadiness else { return }
        saidUnsteadiness = true
        batch.complaints.append(
            "the attributes of \(Path.display(path)) differ from look to look, as on some network and FUSE file systems; "
                + "there the bytes tell one file from another, and a file that stays is looked at less and less often"
        )
    }

    /// Leaves a kept file alone for a while if it is another by now, though nobody can have written it since.
    ///
    /// Otherwise it was touched, as a tool that mirrors a folder does, and its status will stand still.
    func restUnlessSteady(_ reading: Reading, _ batch: inout Batch) {
        let arrival = reading.arrival
        guard let status = try? inbox.open(arrival.folder).status(of: arrival.name) else { return }
        guard status.identity != reading.status.identity else { return }
        if unsteady.note(arrival, at: Clock.monotonic) >= Unsteady.patience {
            sayUnsteadiness(of: arrival.path, &batch)
        }
    }

    /// Leaves a filed file whose status does not stand still in the inbox for now, and tells `status` so.
    func rest(_ file: Store.Taken, _ batch: inout Batch) throws(Fault) {
        sayUnsteadiness(of: file.path, &batch)
        try keepFault(Intake.fault(ofUnsteady: file.path), of: file)
    }

    private static func fault(ofUnsteady path: [UInt8]) -> String {
        "cannot take \(Path.display(path)) out of the inbox: its attributes differ from look to look, so it is not known to "
            + "be the file that was filed"
    }

    /// Whether the status of a filed file is known not to stand still, by this process or by one before it.
    func isUnsteady(_ file: Store.Taken) -> Bool {
        unsteady.contains(Arrival(path: file.path)) || file.fault == Intake.fault(ofUnsteady: file.path)
    }
}
