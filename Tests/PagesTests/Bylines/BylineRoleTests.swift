import Testing

@testable import Pages

@Suite struct BylineRoleTests {
    private func authors(_ line: String) -> [String] { BylineReader.read(Array(line.utf8))?.authors?.value ?? [] }

    @Test(arguments: [
        ("By Staff Reporter Ada Marsh", ["Ada Marsh"]), ("By our Political Editor Ada Marsh", ["Ada Marsh"]),
        ("By Chief Harbour Correspondent Ada Marsh and Ole Brandt", ["Ada Marsh", "Ole Brandt"]),
        ("Von unserer Korrespondentin Ada Marsh", ["Ada Marsh"]),
        ("Von unserem Korrespondenten in Hafenstadt Ole Brandt", ["Ole Brandt"]),
        ("De notre correspondant à Port-Vieux, Ole Brandt", ["Ole Brandt"]),
        ("Por nuestra corresponsal Ada Marsh", ["Ada Marsh"]), ("Dal nostro inviato Ole Brandt", ["Ole Brandt"]),
        ("Van onze verslaggever Ole Brandt", ["Ole Brandt"]),
    ])
    func `a job before a name is no part of it`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }

    @Test(arguments: [
        ("By Ada Marsh, M.D., and Ole Brandt", ["Ada Marsh", "Ole Brandt"]),
        ("By Ada Marsh, PhD, MPH", ["Ada Marsh"]), ("By Ada Marsh M.D. and Ole Brandt", ["Ada Marsh", "Ole Brandt"]),
        ("By Dr. Ada Marsh", ["Ada Marsh"]), ("Von Prof. Dr. med. Ada Marsh", ["Ada Marsh"]),
        ("By Ada Marsh (@adamarsh)", ["Ada Marsh"]),
        ("By Ada Marsh (@ada) and Ole Brandt (@ole)", ["Ada Marsh", "Ole Brandt"]),
        ("By Ada Marsh [email protected]", ["Ada Marsh"]),
        ("By Ada Marsh, Staff Writer, and Ole Brandt, Senior Editor", ["Ada Marsh", "Ole Brandt"]),
        ("By Ada Marsh, Harbour correspondent & Ole Brandt", ["Ada Marsh", "Ole Brandt"]),
    ])
    func `degrees, handles and jobs after a name do not end the list`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }

    @Test(arguments: [
        ("By Md Karim Rahman", ["Md Karim Rahman"]), ("By Ada Marsh Jr.", ["Ada Marsh Jr."]),
        ("By J.D. Marsh", ["J.D. Marsh"]), ("By Phil Marsh", ["Phil Marsh"]),
        ("By Ada Marsh, Staff Writer, Old Quay", ["Ada Marsh"]), ("By Ada Marsh, Hafenstadt", ["Ada Marsh"]),
        ("By Press Association", []), ("By Staff Reporter", []), ("By Harbour News Staff", []),
    ])
    func `names that look like titles, towns after jobs and offices are told apart`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }

    @Test func `a job after a bar is no outlet`() {
        let byline = BylineReader.read(Array("By Ada Marsh | Senior Reporter".utf8))
        #expect(byline?.authors?.value == ["Ada Marsh"])
        #expect(byline?.outlet == nil || byline?.outletGrounds == .other)
    }
}
