#compdef copydesk
# Made by `copydesk generate`; change the table of commands instead.
_copydesk() {
  local -a commands
  commands=(
    'run:Serve the desk in the foreground until SIGTERM or SIGINT.'
    'deliver:Put copies of files or folders into the inbox safely.'
    'status:Tell how the desk stands: running or not, what is wrong and what to do, deliveries, what waits.'
    'changes:Print change records from a position on, straight from the database.'
    'search:Find articles that hold all the words, best first.'
    'export:Write articles, all or those that a query selects, in a form that other tools read.'
    'show:Show one article or teaser with its fields and history.'
    'original:Write a dump'\''s bytes, exactly as delivered, to standard output.'
    'retry:Send refused files through again: those named, or all.'
    'reread:Read dumps anew by this version'\''s rules: those named, or those that older rules read.'
    'check:Compare what the desk holds with what it must be.'
    'backup:Write a consistent copy of the database, while the desk runs.'
    'report:Write a page that shows what came in: charts, edits, shared stories, refusals.'
    'forget:Remove a dump or an article for good, and leave why.'
    'replay:Rebuild a database from a change log alone.'
    'reload:Make the running desk read its configuration again.'
  )
  if (( CURRENT == 2 )); then
    _describe -t commands command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    run) _arguments -s \
      '--once[drain the inbox, print a summary, and stop]' \
      '*--deliver[put copies of files or folders into the inbox first]:value:_files' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    deliver) _arguments -s \
      '--wait[wait until the desk has committed them, and print receipts]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' \
      '*:file:_files' ;;
    status) _arguments -s \
      '--watch[go on, every so many seconds (2), until interrupted]:value: ' \
      '--json[one JSON object]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    changes) _arguments -s \
      '--since[only records after this one]:value: ' \
      '--follow[go on as changes come, until interrupted]' \
      '--snapshot[instead\: write all rows as they stand to a new file]:value:_files' \
      '*--type[only records of this type; may be repeated]:value: ' \
      '--match[only records of article texts that this query finds]:value: ' \
      '--format[lines as in the change log (default), for people, or events]:value:(jsonl text cloudevents)' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    search) _arguments -s \
      '--limit[at most N hits (20)]:value: ' \
      '--order[best\: by BM25; recent\: a hit of 30 days counts half, of 60 a third; newest\: by day]:value:(best recent newest)' \
      '--count[only how many there are]' \
      '--json[a JSON object on a line for each hit]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    export) _arguments -s \
      '--format[the form (no default)]:value:(jsonl csv bibtex csl markdown)' \
      '--into[with markdown\: a file for each article in this folder]:value:_files -/' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    show) _arguments -s \
      '--revision[the text of revision N instead of the newest]:value: ' \
      '*--diff[what differs between revisions A and B, by paragraphs and words]:value: ' \
      '--explain[the dump, and why it was read as it was]' \
      '--width[columns of --explain, --diff ($COLUMNS, else the terminal'\''s, else 100)]:value: ' \
      '--json[one JSON object]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    original) _arguments -s \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    retry) _arguments -s \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    reread) _arguments -s \
      '--all[all dumps, whichever rules read them]' \
      '--dry-run[only show what would change]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    check) _arguments -s \
      '--repair[mend what can be made anew, and say what was done]' \
      '--json[one JSON object]' \
      '--layout[show what a layout file makes of the dumps named, nothing else]:value:_files' \
      '--config[check the configuration only; with --home, use FILE for it all]:value:_files' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--help[this text]' \
      '*:file:_files' ;;
    backup) _arguments -s \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' \
      '*:file:_files' ;;
    report) _arguments -s \
      '--since[only what came in on this day or later]:value: ' \
      '--until[only what came in on this day or before]:value: ' \
      '--force[replace the file if it exists]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' \
      '*:file:_files' ;;
    forget) _arguments -s \
      '--reason[why, in a line of at most 500 characters; must be given]:value: ' \
      '--block[refuse it when it comes again]' \
      '--scrub-log[take it out of the change log'\''s files too]' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
    replay) _arguments -s \
      '--into[the database to make; it must not exist]:value:_files' \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' \
      '*:file:_files' ;;
    reload) _arguments -s \
      '--home[the desk'\''s folder (else \[desk\] home, else $STATE_DIRECTORY)]:value:_files -/' \
      '--config[configuration (else etc/copydesk/copydesk.conf above the program)]:value:_files' \
      '--help[this text]' ;;
  esac
}
_copydesk "$@"
