"""The files that others take for their build servers: pre-commit, GitHub, GitLab, a container image."""

import importlib.resources
import json
import os
import subprocess
import sys

import jsonschema
import pytest
import yaml
from conftest import ROOT, RUTTER

ENVIRONMENT = {
    **os.environ, "PATH": f"{RUTTER.parent}:{os.environ['PATH']}", "GIT_AUTHOR_NAME": "n", "GIT_AUTHOR_EMAIL": "e@example.org",
    "GIT_COMMITTER_NAME": "n", "GIT_COMMITTER_EMAIL": "e@example.org", "GIT_CONFIG_GLOBAL": "/dev/null",
}  # fmt: skip


def schema(name):
    """A schema that comes with check-jsonschema."""
    return json.loads((importlib.resources.files("check_jsonschema.builtin_schemas.vendor") / name).read_text(encoding="utf-8"))


def documents(path):
    # YAML 1.1 takes 'on' for true; GitHub does not.
    loaded = list(yaml.safe_load_all((ROOT / path).read_text(encoding="utf-8")))
    return [{"on" if key is True else key: value for key, value in document.items()} for document in loaded]


def run(*words, folder, **environment):
    return subprocess.run(
        words, cwd=folder, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=False, timeout=120
    )


def git(folder, *words):
    done = run("git", *words, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture()
def repository(tmp_path):
    """A git repository with a site that is fine."""
    folder = tmp_path / "repository"
    (folder / "content").mkdir(parents=True)
    (folder / "content/index.md").write_text("# Home\n\n[fine](fine.md)\n")
    (folder / "content/fine.md").write_text("# Fine\n\n[home](index.md)\n")
    (folder / "Dockerfile").write_text("FROM alpine:3.22\nUSER 1000\n")
    git(folder, "-c", "init.defaultBranch=main", "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "First")
    return folder


# Forms


@pytest.mark.parametrize("path", sorted(p.relative_to(ROOT) for p in ROOT.glob(".github/workflows/*.yml")))
def test_workflows_have_the_form_that_github_takes(path):
    (document,) = documents(path)
    jsonschema.validate(document, schema("github-workflows.json"))


def test_the_action_has_the_form_that_github_takes():
    (document,) = documents(".github/actions/rutter/action.yml")
    jsonschema.validate(document, schema("github-actions.json"))
    for step in document["runs"]["steps"]:
        script = step["run"].strip('"').replace("$GITHUB_ACTION_PATH", ".github/actions/rutter")
        assert os.access(ROOT / script, os.X_OK)
    used = {line.split("}")[0].split("inputs.")[1].strip() for line in str(document["runs"]).split("${{")[1:] if "inputs." in line}
    assert used == set(document["inputs"])


def test_the_gitlab_template_has_the_form_that_gitlab_takes():
    header, document = documents(".gitlab/rutter.gitlab-ci.yml")
    jsonschema.validate(document, schema("gitlab-ci.json"))
    text = (ROOT / ".gitlab/rutter.gitlab-ci.yml").read_text(encoding="utf-8")
    used = {part.split("]]")[0].strip().removeprefix("inputs.") for part in text.split("$[[")[1:]}
    assert used == set(header["spec"]["inputs"])


def test_the_schemas_refuse_what_is_wrong():
    (document,) = documents(".github/workflows/check.yml")
    document["jobs"]["check"].pop("runs-on")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema("github-workflows.json"))


# GitLab


def test_the_gitlab_job_reports_and_fails(repository):
    _, document = documents(".gitlab/rutter.gitlab-ci.yml")
    script = "\n".join(document["rutter"]["script"]).replace("$[[ inputs.options ]]", "").replace("$[[ inputs.paths ]]", ". Dockerfile")
    assert run("bash", "-e", "-c", script, folder=repository).returncode == 0
    (repository / "content/fine.md").write_text("# Fine\n\n[x](gone.md)\n")
    done = run("bash", "-e", "-c", script, folder=repository)
    assert done.returncode == 1 and "notes/broken-link" in done.stdout
    assert '<failure message="Broken link' in (repository / "rutter.xml").read_text()
    assert json.loads((repository / "rutter.json").read_text())["summary"]["errors"] == 1


# GitHub


def action(folder, output, **inputs):
    scripts = ROOT / ".github/actions/rutter"
    output.write_text("")
    common = {"GITHUB_OUTPUT": str(output), "RUNNER_TEMP": str(output.parent)}
    setup = run("bash", scripts / "setup.sh", folder=folder, RUTTER_PROGRAM="", **common)
    assert setup.returncode == 0, setup.stderr
    program = output.read_text().strip().removeprefix("program=")
    assert program == str(RUTTER)
    output.write_text("")
    done = run("bash", scripts / "check.sh", folder=folder, RUTTER=program, **common, **inputs)
    return done, dict(line.split("=") for line in output.read_text().splitlines())


def test_the_action_annotates_and_counts(repository, tmp_path):
    output = tmp_path / "output"
    done, counts = action(repository, output, RUTTER_PATHS=".\nDockerfile\n", RUTTER_ARGS="")
    assert (done.returncode, done.stdout, counts) == (0, "", {"errors": "0", "warnings": "0"})
    (repository / "content/fine.md").write_text("# Fine\n\n[x](gone.md)\n")
    (repository / "Dockerfile").write_text("FROM alpine:3.22\nRUN sudo make\nUSER 1000\n")
    done, counts = action(
        repository, output, RUTTER_PATHS=".\nDockerfile\n", RUTTER_ARGS="--skip=dockerfile/as-casing\n--fail-on=warning",
        RUTTER_SARIF="found.sarif", RUTTER_REPORT="report.json", RUTTER_SINCE="HEAD",
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "::error file=content/fine.md,line=3" in done.stdout and "::warning file=Dockerfile,line=2" in done.stdout
    assert counts == {"errors": "1", "warnings": "1"}
    assert len(json.loads((repository / "found.sarif").read_text())["runs"][0]["results"]) == 2
    assert json.loads((repository / "report.json").read_text())["summary"]["errors"] == 1


def test_the_action_takes_no_input_for_code_or_options(repository, tmp_path):
    done, counts = action(repository, tmp_path / "output", RUTTER_PATHS="--list-rules\n$(touch x)\n", RUTTER_ARGS="")
    assert done.returncode == 2 and counts == {} and not (repository / "x").exists()
    assert "--list-rules: No such file" in done.stderr


def test_the_action_says_what_is_missing(tmp_path):
    scripts = ROOT / ".github/actions/rutter"
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "dirname"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    done = run("/bin/bash", scripts / "setup.sh", folder=tmp_path, PATH=str(tools), GITHUB_OUTPUT=str(tmp_path / "output"))
    assert done.returncode == 2 and done.stdout.startswith("::error title=rutter::")


# pre-commit


def hooks(folder, *names):
    """A repository of hooks as others see ours, and a configuration that takes some of them."""
    source = folder.parent / "hooks"
    source.mkdir(exist_ok=True)
    (source / ".pre-commit-hooks.yaml").write_bytes((ROOT / ".pre-commit-hooks.yaml").read_bytes())
    if not (source / ".git").exists():
        git(source, "init", "-q")
        git(source, "add", ".")
        git(source, "commit", "-qm", "Hooks")
    config = {"repos": [{"repo": str(source), "rev": git(source, "rev-parse", "HEAD"), "hooks": [{"id": n} for n in names]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    git(folder, "add", ".")


def commit_hook(folder, *options):
    return run(
        sys.executable, "-m", "pre_commit", "run", "--verbose", *options, folder=folder, PRE_COMMIT_HOME=str(folder.parent / "cache")
    )


def test_hooks_check_what_is_committed(repository):
    hooks(repository, "rutter")
    done = commit_hook(repository, "--all-files")
    assert done.returncode == 0 and "nothing found in 2 notes and 1 Dockerfile" in done.stdout, done.stdout
    (repository / "content/fine.md").write_text("# Fine\n\n[x](gone.md)\n")
    (repository / "content/picture.svg").write_text("<svg/>")
    (repository / "Dockerfile.j2").write_text("FROM {{ x }}\n")
    git(repository, "add", ".")
    done = commit_hook(repository)
    assert done.returncode == 1 and "1 error in 1 note" in done.stdout, done.stdout


def test_a_hook_mends(repository):
    hooks(repository, "rutter-fix")
    (repository / "Dockerfile").write_text("FROM alpine:3.22\nENV A b\nUSER 1000\n")
    git(repository, "add", ".")
    done = commit_hook(repository)
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    assert (repository / "Dockerfile").read_text() == "FROM alpine:3.22\nENV A=b\nUSER 1000\n"
    git(repository, "add", ".")
    assert commit_hook(repository).returncode == 0


def test_a_hook_sees_what_a_change_breaks_elsewhere(repository):
    hooks(repository, "rutter-site")
    git(repository, "rm", "-q", "content/fine.md")
    done = commit_hook(repository)
    assert done.returncode == 1 and "content/index.md:3:8: error[notes/broken-link]" in done.stdout, done.stdout


# The image


def test_the_image_is_as_we_want_others_to_write_theirs():
    path = ".github/image/Dockerfile"
    done = run(RUTTER, "check", path, "--fail-on", "info", folder=ROOT)
    assert done.returncode == 0, done.stdout
    done = run(RUTTER, "explain", path, "--format", "json", folder=ROOT)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["boot"]["argv"] == ["rutter", "check"]


def test_the_image_has_all_that_a_build_needs():
    """What the Dockerfile copies is there and not left aside."""
    for name in ("Package.swift", "Sources", "Tests", "content", "templates"):
        assert (ROOT / name).exists()
    ignored = (ROOT / ".github/image/Dockerfile.dockerignore").read_text().split()
    assert ignored == [".*", "public"]
