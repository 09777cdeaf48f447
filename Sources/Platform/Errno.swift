import CLinux
import Glibc

/// An error number of the kernel.
///
/// Callers compare codes, never messages.
package struct Errno: Error, Hashable, Sendable {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    /// The error of this thread's last failed call.
    static var last: Errno { Errno(code: errno) }
}

extension Errno {
    package static let access = Errno(code: EACCES)
    package static let again = Errno(code: EAGAIN)
    package static let badDescriptor = Errno(code: EBADF)
    package static let brokenPipe = Errno(code: EPIPE)
    package static let busy = Errno(code: EBUSY)
    package static let crossDevice = Errno(code: EXDEV)
    package static let exists = Errno(code: EEXIST)
    package static let fileTooLarge = Errno(code: EFBIG)
    package static let inputOutput = Errno(code: EIO)
    package static let interrupted = Errno(code: EINTR)
    package static let invalid = Errno(code: EINVAL)
    package static let isDirectory = Errno(code: EISDIR)
    package static let loop = Errno(code: ELOOP)
    package static let nameTooLong = Errno(code: ENAMETOOLONG)
    package static let noDeviceOrAddress = Errno(code: ENXIO)
    package static let noEntry = Errno(code: ENOENT)
    package static let noMemory = Errno(code: ENOMEM)
    package static let noSpace = Errno(code: ENOSPC)
    package static let notDirectory = Errno(code: ENOTDIR)
    package static let notEmpty = Errno(code: ENOTEMPTY)
    package static let notPermitted = Errno(code: EPERM)
    package static let notSupported = Errno(code: EOPNOTSUPP)
    package static let quotaExceeded = Errno(code: EDQUOT)
    package static let readOnlyFileSystem = Errno(code: EROFS)
    package static let stale = Errno(code: ESTALE)
    package static let timedOut = Errno(code: ETIMEDOUT)
    package static let tooManyOpenFiles = Errno(code: EMFILE)
    package static let tooManyOpenFilesInSystem = Errno(code: ENFILE)
    /// The same number as `again` on Linux; the name says which of the two is meant.
    package static let wouldBlock = Errno(code: EWOULDBLOCK)
}

extension Errno: CustomStringConvertible {
    /// The system's words and the symbolic name, as in `No such file or directory (ENOENT)`.
    package var description: String {
        "\(words) (\(symbol))"
    }

    /// The symbolic name, as in `ENOENT`.
    package var symbol: String {
        guard let name = unsafe copydesk_error_name(code) else { return "error \(code)" }
        return unsafe String(cString: name)
    }

    private var words: String {
        // strerror is not safe in several threads; the longest message of glibc has under 60 bytes.
        var buffer = [CChar](repeating: 0, count: 256)
        let failed = unsafe strerror_r(code, &buffer, buffer.count) != 0
        let message = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return failed || message.isEmpty ? "Unknown error" : String(decoding: message, as: UTF8.self)
    }
}
