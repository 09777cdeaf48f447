"""Reads desks by etc/followers/duckdb.sql: ask_duckdb.py SQL HOMES [QUERY…]; rows as JSON, a line a query.

Without a query it reads again and again until it is killed.
"""

import json
import sys
import time

import duckdb

SOUND = "SELECT count(*), count(*) FILTER (sha256(body) <> body_sha256) FROM copydesk.articles"


def ask(script, homes, queries):
    connection = duckdb.connect()
    connection.execute(f"SET VARIABLE copydesk_home = '{homes}'")
    connection.execute(script)
    return [connection.execute(query).fetchall() for query in queries]


def main():
    script = open(sys.argv[1], encoding="utf-8").read()
    homes, queries = sys.argv[2], sys.argv[3:]
    if queries:
        for rows in ask(script, homes, queries):
            print(json.dumps(rows, default=str))
        return
    while True:
        # Whatever the desk is about to write, what is read must be sound: no text that is not what it should be.
        try:
            rows = ask(script, homes, [SOUND])
            print(json.dumps(rows[0]), flush=True)
        except duckdb.IOException as error:
            # The log was closed and not yet begun anew, between the listing of files and the reading: ask again.
            if "No files found" not in str(error) and "Cannot open file" not in str(error):
                raise
            print(f"asked again: {error}".splitlines()[0], flush=True)
        time.sleep(0.2)


main()
