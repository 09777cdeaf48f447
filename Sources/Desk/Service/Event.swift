import Home
import Platform

/// Something that happens to a desk and that people search the journal for; each kind has its own `MESSAGE_ID`.
///
/// `journalctl MESSAGE_ID=…` lists those of one kind. The numbers are random, documented in copydesk(1), and never
/// change.
enum Event: String, CaseIterable {
    case started = "e19b98d96b7c42f9a3e17b19f4f4499c"
    case stopped = "1ff2166ae2ea48609dc7d6ff5a6964aa"
    case rejection = "dc1601c3571b4547aefdf859a7133dec"
    case fault = "67756399451d4fb18be03cd5fc0c4b94"
    case recovery = "bd1324786c5b44b7a693711406870b8a"
    case reloaded = "00375a0d45b742219304dbc9e576ad6e"
    case reloadRefused = "e749ff113a2040e89e5f59c640423ab9"

    var field: Journal.Field { Journal.Field("MESSAGE_ID", rawValue) }
}
