#!/usr/bin/env python3
"""compare.py RUTTER RUTTER.wasm: the program and the page find the same in the same Dockerfiles.

The cases are all Dockerfiles in the notes of content/ and, where RUTTER_SHARED is there, those of its corpora.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SHARED = pathlib.Path(os.environ.get("RUTTER_SHARED", ROOT.parent / "shared")) / "corpus" / "docker"
FENCE = re.compile(r"^```dockerfile[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def cases():
    for note in sorted((ROOT / "content").rglob("*.md")):
        yield from FENCE.findall(note.read_text(encoding="utf-8"))
    if not SHARED.is_dir():
        print(f"{SHARED} is not there: its cases are not tried")
        return
    for name in ("parse_cases", "fuzz_parse", "lint_buildkit", "lint_hadolint", "real"):
        for line in (SHARED / f"{name}.jsonl").open(encoding="utf-8"):
            yield json.loads(line)["dockerfile"]


def essence(diagnostic):
    places = [(diagnostic[end]["line"], diagnostic[end]["column"]) for end in ("start", "end")]
    return [places, diagnostic["rule"], diagnostic["severity"], diagnostic["message"]]


def by_program(texts):
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            path = pathlib.Path(folder, f"{number:05d}", "Dockerfile")
            path.parent.mkdir()
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
        said = subprocess.run([sys.argv[1], "check", ".", "--format", "json"], cwd=folder, capture_output=True, text=True)
    found = [[] for _ in texts]
    for diagnostic in json.loads(said.stdout)["diagnostics"]:
        found[int(diagnostic["path"].split("/")[0])].append(essence(diagnostic))
    return found


def by_page(texts):
    lines = "".join(json.dumps({"text": text, "isFragment": False}) + "\n" for text in texts)
    said = subprocess.run(["node", HERE / "check.mjs", sys.argv[2]], input=lines, capture_output=True, text=True, check=True)
    return [[essence(d) for d in json.loads(line)["diagnostics"]] for line in said.stdout.splitlines()]


texts = list(cases())
differences = 0
for text, program, page in zip(texts, by_program(texts), by_page(texts), strict=True):
    if sorted(program) != sorted(page):
        differences += 1
        print(f"--- {text[:200]!r}\nprogram: {sorted(program)}\npage:    {sorted(page)}")
print(f"{len(texts) - differences} of {len(texts)} Dockerfiles: the same findings")
sys.exit(differences > 0)
