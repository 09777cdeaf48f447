"""Ingests a desk by etc/followers/clickhouse.sql with chDB: ask_clickhouse.py SQL STORE [HOME…] [--query QUERY…].

Each query's rows are a line of JSON. With --for-ever it ingests again and again until it is killed.
"""

import argparse
import json
import time

from chdb import session


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("script")
    parser.add_argument("store")
    parser.add_argument("homes", nargs="*")
    parser.add_argument("--query", action="append", default=[])
    parser.add_argument("--for-ever", action="store_true")
    options = parser.parse_args()
    engine = session.Session(options.store)
    script = open(options.script, encoding="utf-8").read()
    while True:
        for home in options.homes:
            engine.query(f"SET param_home = '{home}'")
            try:
                engine.query(script)
                print(f"ingested {home}", flush=True)
            except RuntimeError as error:
                # The log was closed and not yet begun anew, between the listing of files and the reading.
                if "FILE_DOESNT_EXIST" not in str(error):
                    raise
                print("ingested again later", flush=True)
        if not options.for_ever:
            break
        time.sleep(0.1)
    for query in options.query:
        text = str(engine.query(query, "JSONCompactEachRow"))
        print(json.dumps([json.loads(line) for line in text.splitlines()]))


main()
