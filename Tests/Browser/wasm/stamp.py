#!/usr/bin/env python3
"""Says in a WebAssembly module what it is made of, and whether another one is made of the same.

stamp.py write MODULE STAMPED SOURCE…    copies a module, with a section about its sources and tools
stamp.py compare COMMITTED BUILT         fails when a committed module is not the one that was just built
"""
import hashlib
import pathlib
import re
import subprocess
import sys

SECTION = b"made-of"
COMMENT = re.compile(rb"^\s*(//.*)?\n", re.M)


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0].strip()


def number(value):
    """A number as WebAssembly writes it."""
    written = b""
    while value > 0x7F:
        written += bytes([value & 0x7F | 0x80])
        value >>= 7
    return written + bytes([value])


def write(module, stamped, sources):
    """Comments change nothing, so they do not count."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.encode() + b"\0" + COMMENT.sub(b"", pathlib.Path(source).read_bytes()) + b"\0")
    tools = "; ".join([first_line("swiftc", "--version"), first_line("wasm-opt", "--version")])
    content = number(len(SECTION)) + SECTION + f"{digest.hexdigest()[:16]}\n{tools}".encode()
    made = pathlib.Path(module).read_bytes() + b"\0" + number(len(content)) + content
    pathlib.Path(stamped).write_bytes(made)


def made_of(module):
    """The sources and the tools of a module."""
    sources, _, tools = module[module.rindex(SECTION) + len(SECTION) :].partition(b"\n")
    return sources, tools


def compare(committed, built):
    if not pathlib.Path(committed).exists():
        return f"{committed} is not there"
    old, new = (pathlib.Path(module).read_bytes() for module in (committed, built))
    if made_of(old)[0] != made_of(new)[0]:
        return f"{committed} is made of other sources"
    if made_of(old)[1] != made_of(new)[1]:
        print(f"{committed} is made by {made_of(old)[1].decode()}, not by {made_of(new)[1].decode()}: bytes are not compared")
    elif old != new:
        return f"{committed} has other bytes than what its sources give"
    return None


if sys.argv[1] == "write":
    write(sys.argv[2], sys.argv[3], sys.argv[4:])
elif trouble := compare(*sys.argv[2:]):
    sys.exit(f"{trouble}: Tests/run module writes it anew")
