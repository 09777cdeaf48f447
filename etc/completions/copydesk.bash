# bash completion for copydesk
# Made by `copydesk generate`; change the table of commands instead.
_copydesk() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    local words= files=
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="run deliver status changes search export show original retry reread check backup report forget replay reload --help --version"
    else
        case $command:$previous in
        run:--deliver) _copydesk_files -f; return ;;
        run:--home) _copydesk_files -d; return ;;
        run:--config) _copydesk_files -f; return ;;
        deliver:--home) _copydesk_files -d; return ;;
        deliver:--config) _copydesk_files -f; return ;;
        status:--watch) COMPREPLY=(); return ;;
        status:--home) _copydesk_files -d; return ;;
        status:--config) _copydesk_files -f; return ;;
        changes:--since) COMPREPLY=(); return ;;
        changes:--snapshot) _copydesk_files -f; return ;;
        changes:--type) COMPREPLY=(); return ;;
        changes:--match) COMPREPLY=(); return ;;
        changes:--format) mapfile -t COMPREPLY < <(compgen -W "jsonl text cloudevents" -- "$current"); return ;;
        changes:--home) _copydesk_files -d; return ;;
        changes:--config) _copydesk_files -f; return ;;
        search:--limit) COMPREPLY=(); return ;;
        search:--order) mapfile -t COMPREPLY < <(compgen -W "best recent newest" -- "$current"); return ;;
        search:--home) _copydesk_files -d; return ;;
        search:--config) _copydesk_files -f; return ;;
        export:--format) mapfile -t COMPREPLY < <(compgen -W "jsonl csv bibtex csl markdown" -- "$current"); return ;;
        export:--into) _copydesk_files -d; return ;;
        export:--home) _copydesk_files -d; return ;;
        export:--config) _copydesk_files -f; return ;;
        show:--revision) COMPREPLY=(); return ;;
        show:--diff) COMPREPLY=(); return ;;
        show:--width) COMPREPLY=(); return ;;
        show:--home) _copydesk_files -d; return ;;
        show:--config) _copydesk_files -f; return ;;
        original:--home) _copydesk_files -d; return ;;
        original:--config) _copydesk_files -f; return ;;
        retry:--home) _copydesk_files -d; return ;;
        retry:--config) _copydesk_files -f; return ;;
        reread:--home) _copydesk_files -d; return ;;
        reread:--config) _copydesk_files -f; return ;;
        check:--layout) _copydesk_files -f; return ;;
        check:--config) _copydesk_files -f; return ;;
        check:--home) _copydesk_files -d; return ;;
        backup:--home) _copydesk_files -d; return ;;
        backup:--config) _copydesk_files -f; return ;;
        report:--since) COMPREPLY=(); return ;;
        report:--until) COMPREPLY=(); return ;;
        report:--home) _copydesk_files -d; return ;;
        report:--config) _copydesk_files -f; return ;;
        forget:--reason) COMPREPLY=(); return ;;
        forget:--home) _copydesk_files -d; return ;;
        forget:--config) _copydesk_files -f; return ;;
        replay:--into) _copydesk_files -f; return ;;
        replay:--home) _copydesk_files -d; return ;;
        replay:--config) _copydesk_files -f; return ;;
        reload:--home) _copydesk_files -d; return ;;
        reload:--config) _copydesk_files -f; return ;;
        esac
        case $command in
        run) words="--once --deliver --home --config --help" ;;
        deliver) words="--wait --home --config --help" files=1 ;;
        status) words="--watch --json --home --config --help" ;;
        changes) words="--since --follow --snapshot --type --match --format --home --config --help" ;;
        search) words="--limit --order --count --json --home --config --help" ;;
        export) words="--format --into --home --config --help" ;;
        show) words="--revision --diff --explain --width --json --home --config --help" ;;
        original) words="--home --config --help" ;;
        retry) words="--home --config --help" ;;
        reread) words="--all --dry-run --home --config --help" ;;
        check) words="--repair --json --layout --config --home --help" files=1 ;;
        backup) words="--home --config --help" files=1 ;;
        report) words="--since --until --force --home --config --help" files=1 ;;
        forget) words="--reason --block --scrub-log --home --config --help" ;;
        replay) words="--into --home --config --help" files=1 ;;
        reload) words="--home --config --help" ;;
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
