/// Completions for three shells, made from the table of commands that `--help` is made from.
///
/// A test checks that the files in `etc/completions` are what this makes.
enum Completions {
    /// The shells, each with the function that makes its file.
    static let shells: [(name: String, make: @Sendable () -> String)] = [("bash", bash), ("zsh", zsh), ("fish", fish)]

    private static let head = "# Made by `copydesk generate`; change the table of commands instead.\n"

    @Sendable
    static func bash() -> String {
        var text = "# bash completion for copydesk\n" + head
        text += """
            _copydesk() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
                local words=
                if [ "$COMP_CWORD" -eq 1 ]; then
                    words="\(Command.all.map(\.name).joined(separator: " ")) --help --version"
                else
                    case $command:$previous in

            """
        for command in Command.all {
            for option in command.allOptions {
                guard let completion = option.completion else { continue }
                text += "        \(command.name):--\(option.name)) \(reply(completion)); return ;;\n"
            }
        }
        text += """
                    esac
                    case $command in

            """
        for command in Command.all {
            let words = command.allOptions.map { "--\($0.name)" }.joined(separator: " ")
            let files = Completion(value: command.operands) == .files
            text += "        \(command.name)) words=\"\(words)\"\(files ? " files=1" : "") ;;\n"
        }
        text += """
                    esac
                fi
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
                [[ -n ${files-} && $current != -* ]] && _copydesk_files -f
            }
            # Names may hold spaces, so they are read a line each.
            _copydesk_files() {
                local name
                compopt -o filenames 2>/dev/null
                while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen "$1" -- "$current")
            }
            complete -F _copydesk copydesk

            """
        // `files` becomes a local variable too, so that it does not leak into the user's shell.
        return text.replacing("    local words=\n", with: "    local words= files=\n")
    }

    private static func reply(_ completion: Completion) -> String {
        switch completion {
        case .none: "COMPREPLY=()"
        case .files: "_copydesk_files -f"
        case .folders: "_copydesk_files -d"
        case .words(let words):
            "mapfile -t COMPREPLY < <(compgen -W \"\(words.joined(separator: " "))\" -- \"$current\")"
        }
    }

    @Sendable
    static func zsh() -> String {
        var text = "#compdef copydesk\n" + head
        text += "_copydesk() {\n  local -a commands\n  commands=(\n"
        for command in Command.all { text += "    \(quoted("\(command.name):\(command.summary)"))\n" }
        text += """
              )
              if (( CURRENT == 2 )); then
                _describe -t commands command commands
                return
              fi
              local command=$words[2]
              shift words
              (( CURRENT-- ))
              case $command in

            """
        for command in Command.all {
            text += "    \(command.name)) _arguments -s"
            for option in command.allOptions {
                let help = option.help.replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(
                    ":",
                    with: "\\:"
                )
                var specification = "\(repeats(option) ? "*" : "")--\(option.name)[\(help)]"
                if let completion = option.completion { specification += ":value:\(action(completion))" }
                text += " \\\n      \(quoted(specification))"
            }
            if Completion(value: command.operands) == .files { text += " \\\n      '*:file:_files'" }
            text += " ;;\n"
        }
        return text + "  esac\n}\n_copydesk \"$@\"\n"
    }

    private static func repeats(_ option: CommandLineOption) -> Bool {
        switch option.kind {
        case .repeated, .list: true
        case .flag, .value, .optional: false
        }
    }

    private static func action(_ completion: Completion) -> String {
        switch completion {
        case .none: " "
        case .files: "_files"
        case .folders: "_files -/"
        case .words(let words): "(\(words.joined(separator: " ")))"
        }
    }

    @Sendable
    static func fish() -> String {
        var text = "# fish completion for copydesk\n" + head + "complete -c copydesk -f\n"
        for command in Command.all {
            text += "complete -c copydesk -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))\n"
        }
        for command in Command.all {
            let here = "complete -c copydesk -n '__fish_seen_subcommand_from \(command.name)'"
            if Completion(value: command.operands) == .files { text += "\(here) -F\n" }
            for option in command.allOptions {
                text += "\(here) -l \(option.name) -d \(quoted(option.help))"
                switch option.completion {
                case nil: break
                case .some(.none): text += " -x"
                case .files: text += " -r -F"
                case .folders: text += " -x -a '(__fish_complete_directories)'"
                case .words(let words): text += " -x -a '\(words.joined(separator: " "))'"
                }
                text += "\n"
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
