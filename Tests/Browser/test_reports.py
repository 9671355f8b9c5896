"""What build servers are told: annotations of GitHub, SARIF, JUnit."""

import json
import re
import subprocess
import xml.etree.ElementTree

import jsonschema
import pytest
import sarif
from conftest import RUTTER, ROOT

NOTE = """# Ünïcode: 100%, really

😀 [gone](gone.md) and [[Nowhere]], <b>bold</b>

## One {#x}

## Two {#x}

> ```dockerfile name=web
> FROM alpine:3.22 as build
> ENV NAME some value
> ```
"""


@pytest.fixture()
def site(tmp_path):
    """A site with findings of all weights, in files with odd names."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a, b: 100%.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "content/fine.md").write_text("# Fine\n\n[back](<a, b: 100%.md>)\n")
    (tmp_path / "Dockerfile").write_bytes(b"FROM alpine:3.22\r\n# \xff\r\nENV A\r\nEXPOSE 8080:80\x01\r\n")
    return tmp_path


def check(folder, *arguments, paths=(".", "Dockerfile")):
    done = subprocess.run([RUTTER, "check", *paths, *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.decode()


def findings(folder, *arguments):
    return json.loads(check(folder, "--format", "json", *arguments))["diagnostics"]


def log(folder, *arguments, **more):
    said = json.loads(check(folder, "--format", "sarif", *arguments, **more))
    jsonschema.validate(said, sarif.SCHEMA, format_checker=jsonschema.FormatChecker())
    return said


# GitHub


def unescape(text, escapes):
    for code, sign in escapes:
        text = text.replace(code, sign)
    return text.replace("%25", "%")


def annotations(text):
    """The workflow commands as the runner reads them."""
    for line in text.split("\n")[:-1]:
        command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        lines = [("%0A", "\n"), ("%0D", "\r")]
        yield command, {k: unescape(v, lines + [("%3A", ":"), ("%2C", ",")]) for k, v in pairs.items()}, unescape(message, lines)


def test_github_is_told_every_finding(site):
    told = list(annotations(check(site, "--format", "github")))
    found = findings(site)
    assert len(told) == len(found) >= 8
    for (command, properties, message), finding in zip(told, found):
        assert command == {"error": "error", "warning": "warning", "info": "notice"}[finding["severity"]]
        assert properties["file"] == finding["path"]
        assert properties["title"] == finding["rule"]
        assert int(properties["line"]) == finding["start"]["line"]
        assert message.startswith(finding["message"])
    assert {p["file"] for _, p, _ in told} == {"content/a, b: 100%.md", "Dockerfile"}
    # The smiling face is two code units; the link's destination begins behind it.
    broken = next(p for _, p, _ in told if p["title"] == "notes/broken-link")
    assert (broken["col"], broken["endColumn"]) == ("11", "18")


def test_github_cannot_be_given_other_commands(site):
    text = check(site, "--format", "github")
    assert all(line.startswith("::") for line in text.split("\n")[:-1])
    (site / "content/a, b: 100%.md").write_text("# A\n\n[x](<::error::%0A>) [[a\u2028::b]]\n")
    assert {command for command, _, _ in annotations(check(site, "--format", "github"))} <= {"error", "warning", "notice"}


# SARIF


def text_of(path, region):
    """What a region spans, by its lines and columns and by its bytes."""
    data = path.read_bytes()
    lines = [line.decode("utf-8", "replace").encode("utf-16-le") for line in data.split(b"\n")]

    def place(line, column):
        before = sum(len(text) // 2 + 1 for text in lines[: line - 1])
        assert column <= len(lines[line - 1]) // 2 + 1
        return 2 * (before + column - 1)

    whole = b"\n\0".join(lines)
    start, end = place(region["startLine"], region["startColumn"]), place(region["endLine"], region["endColumn"])
    by_bytes = data[region["byteOffset"] : region["byteOffset"] + region["byteLength"]]
    return whole[start:end].decode("utf-16-le"), by_bytes.decode("utf-8", "replace")


def test_sarif_is_valid_and_complete(site):
    said = log(site, "--help-url", "https://example.org/handbook")
    run = said["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    found = findings(site)
    assert [r["ruleId"] for r in run["results"]] == [d["rule"] for d in found]
    for result, finding in zip(run["results"], found):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"] == finding["message"]
        assert len(result.get("relatedLocations", [])) == len(finding["notes"])
        assert ("fixes" in result) == (finding["fix"] is not None)
    for rule in rules:
        assert rule["helpUri"] == f"https://example.org/handbook/rules/{rule['id']}/"
        assert "## Why" in rule["help"]["markdown"] and not rule["help"]["markdown"].startswith("---")
    assert any(r.get("relatedLocations") for r in run["results"])


def test_sarif_places_are_right(site):
    seen = 0
    for result in log(site)["runs"][0]["results"]:
        regions = [p["physicalLocation"] for p in result["locations"] + result.get("relatedLocations", [])]
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                regions += [{**change, "region": r["deletedRegion"]} for r in change["replacements"]]
        for region in regions:
            path = site / region["artifactLocation"]["uri"].replace("%20", " ").replace("%25", "%").removeprefix("./")
            by_lines, by_bytes = text_of(path, region["region"])
            assert by_lines == by_bytes
            seen += 1
    assert seen > 10


def test_sarif_fixes_do_what_fix_does(site):
    path = site / "Dockerfile"
    path.write_text("from alpine:3.22\nENV é=1\nENV A some value\nUSER 1\n", encoding="utf-8")
    data = path.read_bytes()
    results = log(site, "--only", "dockerfile/key-value-form", "--only", "dockerfile/keyword-casing", paths=["Dockerfile"])
    edits = []
    for result in results["runs"][0]["results"]:
        for change in result["fixes"][0]["artifactChanges"]:
            edits += change["replacements"]
    for edit in sorted(edits, key=lambda e: -e["deletedRegion"]["byteOffset"]):
        start = edit["deletedRegion"]["byteOffset"]
        end = start + edit["deletedRegion"]["byteLength"]
        data = data[:start] + edit["insertedContent"]["text"].encode() + data[end:]
    check(site, "--fix", "--only", "dockerfile/key-value-form", "--only", "dockerfile/keyword-casing", paths=["Dockerfile"])
    assert path.read_bytes() == data == "FROM alpine:3.22\nENV é=1\nENV A=\"some value\"\nUSER 1\n".encode()


def test_sarif_fingerprints_survive_moved_lines(site):
    def prints():
        return sorted(
            (r["ruleId"], r["partialFingerprints"]["primaryLocationLineHash"]) for r in log(site)["runs"][0]["results"]
        )

    before = prints()
    assert len(set(before)) == len(before)
    path = site / "content/a, b: 100%.md"
    path.write_text(path.read_text(encoding="utf-8").replace("really\n", "really\n\nOne more line.\n"), encoding="utf-8")
    assert prints() == before


def test_sarif_of_nothing_is_valid(tmp_path):
    (tmp_path / "a.md").write_text("# A\n")
    assert log(tmp_path, paths=["."])["runs"][0]["results"] == []


def test_sarif_of_standard_input_is_valid():
    done = subprocess.run(
        [RUTTER, "check", "-", "--as", "dockerfile", "--format", "sarif"], input=b"FROM a\nENV B\n", capture_output=True, check=False
    )
    said = json.loads(done.stdout)
    jsonschema.validate(said, sarif.SCHEMA, format_checker=jsonschema.FormatChecker())
    assert said["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "stdin"}


def test_the_sarif_schema_refuses_what_is_wrong(site):
    for change in (
        lambda log: log.update(version="2.0.0"),
        lambda log: log["runs"][0]["results"][0].pop("message"),
        lambda log: log["runs"][0]["results"][0].update(level="info"),
        lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda log: log["runs"][0]["tool"]["driver"].update(extra=1),
        lambda log: log["runs"][0]["tool"]["driver"].update(informationUri="not an address"),
    ):
        said = log(site)
        change(said)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(said, sarif.SCHEMA, format_checker=jsonschema.FormatChecker())


# JUnit


@pytest.mark.parametrize("threshold", ["error", "warning", "info"])
def test_junit_counts_what_fails(site, threshold):
    root = xml.etree.ElementTree.fromstring(check(site, "--format", "junit", "--fail-on", threshold))
    order = ["info", "warning", "error"]
    found = findings(site)
    grave = [d for d in found if order.index(d["severity"]) >= order.index(threshold)]
    assert int(root.get("failures")) == len(root.findall(".//failure")) == len(grave)
    assert int(root.get("tests")) == len(root.findall(".//testcase")) == len(found) + 1
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"content/a, b: 100%.md", "content/fine.md", "Dockerfile"}
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert [case.get("name") for case in suites["content/fine.md"]] == ["nothing found"]
    assert {f.get("message") for f in root.iter("failure")} == {d["message"].replace("\x01", "\ufffd") for d in grave}


def test_the_handbook_is_fine_in_every_format():
    for form in ("github", "sarif", "junit"):
        done = subprocess.run([RUTTER, "check", ROOT, "--format", form], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]
