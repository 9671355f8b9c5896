"""Reads what `swift test` said: shows failures and skips, then a last line `passed failed skipped`.

Usage: count.py LOG STATUS. A test with several arguments counts once for each.
"""

import re
import sys

PASSED = re.compile(r"^[✔━] Test (?!run with |case )(.*?)(?: with (\d+) test cases?)? passed after ")
FAILED = re.compile(r"^✘ Test (?!run with |case )(.*?) failed after ")
SKIPPED = re.compile(r"^➜ Test (.*?) skipped(?:: (.*))?$")
ISSUE = re.compile(r"^✘ Test (?!run with |case ).* recorded an issue")


def main(log: str, status: int) -> None:
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = file.read().split("\n")
    passed = failed = skipped = 0
    reasons: dict[str, int] = {}
    in_issue = False
    for line in lines:
        if match := PASSED.match(line):
            passed += int(match[2] or 1)
        elif FAILED.match(line):
            failed += 1
            print(line)
        elif match := SKIPPED.match(line):
            skipped += 1
            reason = (match[2] or "").strip('"')
            reasons[reason] = reasons.get(reason, 0) + 1
        if re.match(r"^[✔✘━◇➜] ", line):
            in_issue = bool(ISSUE.match(line))
        if in_issue or "error:" in line:
            print(line)
    for reason, count in sorted(reasons.items()):
        print(f"skipped: {count} ({reason})")
    if status != 0 and failed == 0:
        failed = 1
        print(*lines[-30:], sep="\n")
        print(f"FAILED: swift test ended with {status}")
    print(f"passed: {passed} Swift tests")
    print(passed, failed, skipped)


main(sys.argv[1], int(sys.argv[2]))
