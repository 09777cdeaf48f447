"""What people write instead: hash, split at blank lines, one row a file, full text, a commit and a JSON line a file."""
import hashlib
import json
import os
import sqlite3
import sys

folder, database, log = sys.argv[1:4]
connection = sqlite3.connect(database)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("PRAGMA synchronous = FULL")
connection.executescript("""
CREATE TABLE IF NOT EXISTS page (
    id INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, name TEXT, title TEXT, text TEXT, taken_at TEXT DEFAULT CURRENT_TIMESTAMP
);
CREATE VIRTUAL TABLE IF NOT EXISTS page_fts USING fts5(title, text, content='page', content_rowid='id');
""")
with open(log, "a", encoding="utf-8") as lines:
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        sha256 = hashlib.sha256(data).hexdigest()
        if connection.execute("SELECT 1 FROM page WHERE sha256 = ?", (sha256,)).fetchone():
            outcome = "duplicate"
        else:
            text = data.decode("utf-8", "replace")
            title = text.split("\n\n", 1)[0]
            row = connection.execute(
                "INSERT INTO page (sha256, name, title, text) VALUES (?, ?, ?, ?)", (sha256, name, title, text)
            ).lastrowid
            connection.execute("INSERT INTO page_fts (rowid, title, text) VALUES (?, ?, ?)", (row, title, text))
            outcome = "new"
        connection.commit()
        lines.write(json.dumps({"name": name, "sha256": sha256, "outcome": outcome}) + "\n")
        lines.flush()
connection.close()
