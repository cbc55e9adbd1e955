#!/usr/bin/env python3
"""Reads an XES export with pm4py and compares it with the JSON lines of the same store.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install pm4py
    /tmp/venv/bin/python Tests/Checks/xes-with-pm4py.py .build/debug/countersign STORE

Cases and events must be the same, in number, name, time and person. Without pm4py it says so
and ends with 0. The person who runs it must be an administrator of the store.
"""

import json
import os
import subprocess
import sys
import tempfile


def main():
    try:
        import pm4py
    except ImportError:
        print("skipped: pm4py is not installed")
        return 0
    program, store = sys.argv[1], sys.argv[2]
    people = sys.argv[3:]  # such as: --as carol

    def export(format, path):
        subprocess.run(
            [program, "export", format, "--store", store, "--to", path, *people],
            check=True, stdout=subprocess.DEVNULL)

    with tempfile.TemporaryDirectory() as folder:
        xes, lines = os.path.join(folder, "log.xes"), os.path.join(folder, "log.jsonl")
        export("xes", xes)
        export("json", lines)
        log = pm4py.read_xes(xes)
        with open(lines, encoding="utf-8") as file:
            entries = [json.loads(line) for line in file]

    expected = {
        entry["sequence"]: (
            entry["document"], entry["activity"], entry["at"].rstrip("Z").split(".")[0],
            entry["actor"] or "system", entry["transition"])
        for entry in entries
    }
    found = {
        int(row["sequence"]): (
            row["case:concept:name"], row["concept:name"],
            row["time:timestamp"].strftime("%Y-%m-%dT%H:%M:%S"), row["org:resource"],
            row["lifecycle:transition"])
        for _, row in log.iterrows()
    }
    assert len(log) == len(entries), f"{len(log)} events instead of {len(entries)}"
    assert found == expected, next(
        (key, found.get(key), expected.get(key))
        for key in sorted(set(found) | set(expected)) if found.get(key) != expected.get(key))
    cases = log["case:concept:name"].nunique()
    assert cases == len({entry["document"] for entry in entries})
    graph, starts, ends = pm4py.discover_dfg(log)
    print(f"{cases} cases, {len(log)} events, {len(graph)} edges: as in the store")
    return 0


if __name__ == "__main__":
    sys.exit(main())
