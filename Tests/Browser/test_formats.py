"""What the program says in JSON is what the manual's schemas promise."""

import json
import re
import subprocess
import xml.etree.ElementTree

import jsonschema
import pytest
from conftest import ROOT, RUTTER, build

MANUAL = [ROOT / "content/rutter/json.md", ROOT / "content/rutter/ci.md"]


def schema(title: str) -> dict:
    """The schema in the manual's fence of this title."""
    pages = "".join(page.read_text(encoding="utf-8") for page in MANUAL)
    fences = re.findall(r'^```json title="([^"]*)"\n(.*?)^```$', pages, re.M | re.S)
    found = dict(fences)[title]
    return json.loads(found)


@pytest.fixture()
def faulty(tmp_path):
    """A site with findings of several kinds: with suggestions, with second places, in front matter."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text("---\ntitel: A\n---\n# A\n\n[x](bb.md) [[Nowhere]] <b>bold</b>\n\n[^1]: Unused.\n")
    (content / "b.md").write_text("# B\n\n## One {#x}\n\n## Two {#x}\n\n[y](a.md#none)\n")
    (content / "c.md").write_text("# C\n\n```dockerfile name=web\nENV LANG\n```\n\n```dockerfile skip=old\nENV\n```\n")
    (content / "Dockerfile").write_text("FROM alpine:3.22\nENV LANG\n")
    return tmp_path


DOCKERFILE = """
ARG TAG=3.22
FROM alpine:$TAG AS build
WORKDIR /src
COPY . .
RUN make
FROM scratch
COPY --from=build /src/app /app
ENV LANG=C.UTF-8
EXPOSE 80 443/udp
VOLUME /data
LABEL a=b
USER 1000
STOPSIGNAL SIGINT
SHELL ["/bin/bash", "-c"]
HEALTHCHECK --interval=5m --retries=3 CMD ["/app", "health"]
ONBUILD RUN true
ENTRYPOINT ["/app"]
CMD ["serve"]
"""


@pytest.fixture()
def dockerfile(tmp_path):
    """A Dockerfile with a bit of everything."""
    path = tmp_path / "Dockerfile"
    path.write_text(DOCKERFILE)
    return path


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


def test_the_rules_are_as_the_manual_says():
    rules = said("check", "--list-rules", "--format", "json")
    jsonschema.validate(rules, schema("Schema of rutter check --list-rules --format json"))
    assert {rule["fix"] for rule in rules["rules"]} == {"safe", "unsafe", None}
    assert any(rule["optional"] for rule in rules["rules"])


def test_a_baseline_is_as_the_manual_says(faulty):
    written = faulty / "old.json"
    subprocess.run([RUTTER, "check", faulty, "--write-baseline", "--baseline", written], check=True, capture_output=True)
    baseline = json.loads(written.read_text(encoding="utf-8"))
    jsonschema.validate(baseline, schema("Schema of a baseline"))
    assert len(baseline["findings"]) >= 5
    assert said("check", faulty, "--baseline", written, "--format", "json")["diagnostics"] == []


def test_a_report_is_what_json_prints(faulty):
    printed = said("check", faulty, "--format", "json", "--report", faulty / "deep" / "report.json")
    assert json.loads((faulty / "deep" / "report.json").read_text(encoding="utf-8")) == printed


def test_a_summary_is_as_the_manual_says(faulty):
    summary = said("build", faulty, "--format", "json", "--quiet")
    jsonschema.validate(summary, schema("Schema of rutter build --format json"))
    assert summary["pages"] == 6 and summary["findings"]["errors"] >= 3


def test_findings_in_code_name_it(faulty):
    report = said("check", faulty, "--format", "json", "--only", "dockerfile/syntax")
    found = {d["path"].rsplit("/", 1)[-1]: d["snippet"] for d in report["diagnostics"]}
    assert found == {"Dockerfile": None, "c.md": {"name": "web", "language": "dockerfile", "page": "c/"}}
    assert report["summary"]["files"] == 4
    assert report["summary"]["snippets"] == {"checked": 1, "skipped": 1, "run": 0}


@pytest.mark.parametrize("options", [[], ["--cached-from"], ["--target", "build"], ["--target", "nowhere"]])
def test_a_dockerfile_is_explained_as_the_manual_says(dockerfile, options):
    if options == ["--cached-from"]:
        options = [*options, dockerfile]
    explained = said("explain", dockerfile, "--format", "json", *options)
    jsonschema.validate(explained, schema("Schema of rutter explain --format json, of a Dockerfile"))
    assert explained["ok"] == ("nowhere" not in options)
    if not options:
        assert explained["boot"]["argv"] == ["/app", "serve"]


def test_a_rule_is_explained_as_the_manual_says():
    for name in ("DL4000", "notes/broken-link"):
        explained = said("explain", name, "--format", "json")
        jsonschema.validate(explained, schema("Schema of rutter explain --format json, of a rule"))
        assert explained["rules"][0]["page"].startswith("---\n")


def test_the_graph_is_as_the_manual_says(handbook_folder):
    written = json.loads((handbook_folder / "graph.json").read_text(encoding="utf-8"))
    jsonschema.validate(written, schema("Schema of graph.json"))
    assert written == said("graph", ROOT)
    ids = [node["id"] for node in written["nodes"]]
    assert len(ids) == len(set(ids))
    assert {edge[end] for edge in written["edges"] for end in ("from", "to")} <= set(ids)
    for node in written["nodes"]:
        if node["url"]:
            assert (handbook_folder / node["url"].split("#")[0] / "index.html").is_file()


def test_a_part_of_the_graph_is_what_was_asked_for():
    near = said("graph", ROOT, "--topic", "Volume", "--kinds", "contrasts")
    jsonschema.validate(near, schema("Schema of graph.json"))
    assert {edge["kind"] for edge in near["edges"]} == {"contrasts"}
    assert 1 < len(near["nodes"]) < 20
    ids = {node["id"] for node in near["nodes"]}
    assert all(edge["from"] in ids and edge["to"] in ids for edge in near["edges"])


def test_the_cards_are_as_the_manual_says(handbook_folder):
    (file,) = handbook_folder.glob("study/cards-*.json")
    written = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.validate(written, schema("Schema of the file of cards"))
    assert {card["kind"] for card in written["cards"]} >= {"definition", "name", "relation", "output", "table"}
    ids = [card["id"] for card in written["cards"]]
    assert len(ids) == len(set(ids))
    for card in written["cards"]:
        assert card["topic"] < len(written["topics"])
        if "choices" in card:
            assert card["choices"][card["answer"]] == card["back"]
            assert card["choices"].count(card["back"]) == 1
    for topic in written["topics"]:
        assert all(place < len(written["topics"]) for place in topic["needs"])
        if topic["url"]:
            assert (handbook_folder / topic["url"].split("#")[0]).is_file()


def test_a_topic_is_explained_as_the_manual_says():
    for name in ("Bind mount", "COPY", "kubernetes/pod"):
        explained = said("explain", name, "--site", ROOT, "--format", "json")
        jsonschema.validate(explained, schema("Schema of rutter explain --format json, of a topic"))
        assert len(explained["topics"]) == 1
    copy = said("explain", "COPY", "--site", ROOT, "--format", "json")["topics"][0]
    assert copy["relations"] and copy["notes"] and copy["snippets"]


def test_mentions_are_as_the_manual_says():
    done = subprocess.run([RUTTER, "graph", ROOT, "--mentions"], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    for line in lines:
        jsonschema.validate(line, schema("Schema of a line of rutter graph --mentions"))
        assert line["linked"] != ("why" in line)


def test_graphml_is_a_graph():
    done = subprocess.run([RUTTER, "graph", ROOT, "--format", "graphml"], capture_output=True, check=True)
    root = xml.etree.ElementTree.fromstring(done.stdout)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in root.iter(space + "node")}
    edges = list(root.iter(space + "edge"))
    assert len(nodes) > 100 and edges
    assert all(edge.get("source") in nodes and edge.get("target") in nodes for edge in edges)
    keys = {key.get("id") for key in root.iter(space + "key")}
    assert {data.get("key") for data in root.iter(space + "data")} <= keys


def test_the_schemas_refuse_what_is_wrong():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "diagnostics": [{}]}, schema("Schema of rutter check --format json"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1}, schema("Schema of rutter build --format json"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "nodes": [{"id": "a"}], "edges": []}, schema("Schema of graph.json"))


def test_what_is_found_is_as_the_manual_says(handbook_folder):
    promised = schema("Schema of rutter search --format json")
    for query in ("volume", "what outlives a container", "kubernetes cluster", "qqqqqqqq"):
        found = said("search", query, "--site", handbook_folder, "--format", "json")
        jsonschema.validate(found, promised)
        for hit in found["hits"]:
            path, _, anchor = hit["url"].partition("#")
            page = (handbook_folder / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in page
            text = hit["excerpt"]["text"].encode()
            assert all(0 <= start < end <= len(text) for start, end in hit["excerpt"]["marks"])
            assert hit["excerpt"]["marks"] == sorted(hit["excerpt"]["marks"])
    volume = said("search", "volume", "--site", handbook_folder, "--format", "json", "--limit", "3")
    assert volume["hits"][0]["page"] == "docker/volume" and len(volume["hits"]) == 3


def test_answers_to_many_questions_are_as_the_manual_says(handbook_folder):
    asked = b'{"id": 7, "q": "volume"}\n{"q": "qqqqqqqq", "id": "\xc3\xa9\\n"}\n'
    done = subprocess.run(
        [RUTTER, "search", "--site", handbook_folder, "--queries", "-"], input=asked, capture_output=True, check=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        jsonschema.validate(line, schema("Schema of a line of rutter search --queries"))
    assert [line["id"] for line in lines] == [7, "é\n"]
    assert lines[0]["hits"][0] == "docker/volume" and lines[1]["hits"] == []


def test_browsers_are_told_how_to_search(tmp_path):
    folder = build(ROOT, tmp_path / "public", "--base-url", "https://example.org/notes/")
    root = xml.etree.ElementTree.parse(folder / "opensearch.xml").getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.tag == space + "OpenSearchDescription"
    assert 0 < len(root.find(space + "ShortName").text) <= 16
    assert root.find(space + "Url").get("template") == "https://example.org/notes/?q={searchTerms}"


def test_related_pages_are_as_the_manual_says():
    done = subprocess.run([RUTTER, "related", ROOT, "--format", "json"], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    promised = schema("Schema of a line of rutter related --format json")
    for line in lines:
        jsonschema.validate(line, promised)
    volume = next(line for line in lines if line["page"] == "docker/volume")
    assert "docker/bind-mount" in [related["page"] for related in volume["related"]]
