# fish completion for copydesk
# Made by `copydesk generate`; change the table of commands instead.
complete -c copydesk -f
complete -c copydesk -n __fish_use_subcommand -a run -d 'Serve the desk in the foreground until SIGTERM or SIGINT.'
complete -c copydesk -n __fish_use_subcommand -a deliver -d 'Put copies of files or folders into the inbox safely.'
complete -c copydesk -n __fish_use_subcommand -a status -d 'Tell how the desk stands: running or not, what is wrong and what to do, deliveries, what waits.'
complete -c copydesk -n __fish_use_subcommand -a changes -d 'Print change records from a position on, straight from the database.'
complete -c copydesk -n __fish_use_subcommand -a search -d 'Find articles that hold all the words, best first.'
complete -c copydesk -n __fish_use_subcommand -a export -d 'Write articles, all or those that a query selects, in a form that other tools read.'
complete -c copydesk -n __fish_use_subcommand -a show -d 'Show one article or teaser with its fields and history.'
complete -c copydesk -n __fish_use_subcommand -a original -d 'Write a dump'\''s bytes, exactly as delivered, to standard output.'
complete -c copydesk -n __fish_use_subcommand -a retry -d 'Send refused files through again: those named, or all.'
complete -c copydesk -n __fish_use_subcommand -a reread -d 'Read dumps anew by this version'\''s rules: those named, or those that older rules read.'
complete -c copydesk -n __fish_use_subcommand -a check -d 'Compare what the desk holds with what it must be.'
complete -c copydesk -n __fish_use_subcommand -a backup -d 'Write a consistent copy of the database, while the desk runs.'
complete -c copydesk -n __fish_use_subcommand -a report -d 'Write a page that shows what came in: charts, edits, shared stories, refusals.'
complete -c copydesk -n __fish_use_subcommand -a forget -d 'Remove a dump or an article for good, and leave why.'
complete -c copydesk -n __fish_use_subcommand -a replay -d 'Rebuild a database from a change log alone.'
complete -c copydesk -n __fish_use_subcommand -a reload -d 'Make the running desk read its configuration again.'
complete -c copydesk -n '__fish_seen_subcommand_from run' -l once -d 'drain the inbox, print a summary, and stop'
complete -c copydesk -n '__fish_seen_subcommand_from run' -l deliver -d 'put copies of files or folders into the inbox first' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from run' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from run' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from run' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from deliver' -F
complete -c copydesk -n '__fish_seen_subcommand_from deliver' -l wait -d 'wait until the desk has committed them, and print receipts'
complete -c copydesk -n '__fish_seen_subcommand_from deliver' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from deliver' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from deliver' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from status' -l watch -d 'go on, every so many seconds (2), until interrupted' -x
complete -c copydesk -n '__fish_seen_subcommand_from status' -l json -d 'one JSON object'
complete -c copydesk -n '__fish_seen_subcommand_from status' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from status' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from status' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l since -d 'only records after this one' -x
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l follow -d 'go on as changes come, until interrupted'
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l snapshot -d 'instead: write all rows as they stand to a new file' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l type -d 'only records of this type; may be repeated' -x
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l match -d 'only records of article texts that this query finds' -x
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l format -d 'lines as in the change log (default), for people, or events' -x -a 'jsonl text cloudevents'
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from changes' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from search' -l limit -d 'at most N hits (20)' -x
complete -c copydesk -n '__fish_seen_subcommand_from search' -l order -d 'best: by BM25; recent: a hit of 30 days counts half, of 60 a third; newest: by day' -x -a 'best recent newest'
complete -c copydesk -n '__fish_seen_subcommand_from search' -l count -d 'only how many there are'
complete -c copydesk -n '__fish_seen_subcommand_from search' -l json -d 'a JSON object on a line for each hit'
complete -c copydesk -n '__fish_seen_subcommand_from search' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from search' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from search' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from export' -l format -d 'the form (no default)' -x -a 'jsonl csv bibtex csl markdown'
complete -c copydesk -n '__fish_seen_subcommand_from export' -l into -d 'with markdown: a file for each article in this folder' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from export' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from export' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from export' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from show' -l revision -d 'the text of revision N instead of the newest' -x
complete -c copydesk -n '__fish_seen_subcommand_from show' -l diff -d 'what differs between revisions A and B, by paragraphs and words' -x
complete -c copydesk -n '__fish_seen_subcommand_from show' -l explain -d 'the dump, and why it was read as it was'
complete -c copydesk -n '__fish_seen_subcommand_from show' -l width -d 'columns of --explain, --diff ($COLUMNS, else the terminal'\''s, else 100)' -x
complete -c copydesk -n '__fish_seen_subcommand_from show' -l json -d 'one JSON object'
complete -c copydesk -n '__fish_seen_subcommand_from show' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from show' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from show' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from original' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from original' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from original' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from retry' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from retry' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from retry' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from reread' -l all -d 'all dumps, whichever rules read them'
complete -c copydesk -n '__fish_seen_subcommand_from reread' -l dry-run -d 'only show what would change'
complete -c copydesk -n '__fish_seen_subcommand_from reread' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from reread' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from reread' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from check' -F
complete -c copydesk -n '__fish_seen_subcommand_from check' -l repair -d 'mend what can be made anew, and say what was done'
complete -c copydesk -n '__fish_seen_subcommand_from check' -l json -d 'one JSON object'
complete -c copydesk -n '__fish_seen_subcommand_from check' -l layout -d 'show what a layout file makes of the dumps named, nothing else' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from check' -l config -d 'check the configuration only; with --home, use FILE for it all' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from check' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from check' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from backup' -F
complete -c copydesk -n '__fish_seen_subcommand_from backup' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from backup' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from backup' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from report' -F
complete -c copydesk -n '__fish_seen_subcommand_from report' -l since -d 'only what came in on this day or later' -x
complete -c copydesk -n '__fish_seen_subcommand_from report' -l until -d 'only what came in on this day or before' -x
complete -c copydesk -n '__fish_seen_subcommand_from report' -l force -d 'replace the file if it exists'
complete -c copydesk -n '__fish_seen_subcommand_from report' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from report' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from report' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l reason -d 'why, in a line of at most 500 characters; must be given' -x
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l block -d 'refuse it when it comes again'
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l scrub-log -d 'take it out of the change log'\''s files too'
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from forget' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from replay' -F
complete -c copydesk -n '__fish_seen_subcommand_from replay' -l into -d 'the database to make; it must not exist' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from replay' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from replay' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from replay' -l help -d 'this text'
complete -c copydesk -n '__fish_seen_subcommand_from reload' -l home -d 'the desk'\''s folder (else [desk] home, else $STATE_DIRECTORY)' -x -a '(__fish_complete_directories)'
complete -c copydesk -n '__fish_seen_subcommand_from reload' -l config -d 'configuration (else etc/copydesk/copydesk.conf above the program)' -r -F
complete -c copydesk -n '__fish_seen_subcommand_from reload' -l help -d 'this text'
