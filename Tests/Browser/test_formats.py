"""What the program says in JSON is what the manual's schemas promise."""

import json
import re
import subprocess

import jsonschema
import pytest
from conftest import ROOT, RUTTER

MANUAL = ROOT / "content/rutter/json.md"


def schema(title: str) -> dict:
    """The schema in the manual's fence of this title."""
    fences = re.findall(r'^```json title="([^"]*)"\n(.*?)^```$', MANUAL.read_text(encoding="utf-8"), re.M | re.S)
    found = dict(fences)[title]
    return json.loads(found)


@pytest.fixture()
def faulty(tmp_path):
    """A site with findings of several kinds: with suggestions, with second places, in front matter."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text("---\ntitel: A\n---\n# A\n\n[x](bb.md) [[Nowhere]] <b>bold</b>\n\n[^1]: Unused.\n")
    (content / "b.md").write_text("# B\n\n## One {#x}\n\n## Two {#x}\n\n[y](a.md#none)\n")
    return tmp_path


def said(*arguments) -> dict:
    done = subprocess.run([RUTTER, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("site", ["faulty", "handbook"])
def test_findings_are_as_the_manual_says(site, request):
    folder = request.getfixturevalue("faulty") if site == "faulty" else ROOT
    report = said("check", folder, "--format", "json")
    jsonschema.validate(report, schema("Schema of rutter check --format json"))
    assert (len(report["diagnostics"]) >= 5) == (site == "faulty")


def test_a_summary_is_as_the_manual_says(faulty):
    summary = said("build", faulty, "--format", "json", "--quiet")
    jsonschema.validate(summary, schema("Schema of rutter build --format json"))
    assert summary["pages"] == 4 and summary["findings"]["errors"] >= 3


def test_the_schemas_refuse_what_is_wrong():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "diagnostics": [{}]}, schema("Schema of rutter check --format json"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1}, schema("Schema of rutter build --format json"))
