"""Runs the pages of Tests/Run/Site with a real engine: `engine.py RUTTER buildah|podman|docker`.

Everything happens in a folder that is removed in the end. Each line says what was tried.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import jsonschema
import yaml

RUTTER, ENGINE = os.path.abspath(sys.argv[1]), sys.argv[2]
HERE = os.path.dirname(os.path.abspath(__file__))
CONTENT = os.path.join(HERE, "..", "..", "content")
WORK = tempfile.mkdtemp(prefix="rutter-engine-")
STORE = os.path.join(WORK, "store")
BASE = os.path.join(WORK, "busybox")
failures = 0


def base():
    """A tree with a static busybox and nothing else."""
    os.makedirs(BASE + "/bin")
    os.makedirs(BASE + "/etc")
    os.makedirs(BASE + "/tmp")
    os.chmod(BASE + "/tmp", 0o1777)
    shutil.copy("/bin/busybox", BASE + "/bin/busybox")
    for name in subprocess.check_output(["/bin/busybox", "--list"], text=True).split():
        if name != "busybox":
            os.symlink("busybox", f"{BASE}/bin/{name}")
    with open(BASE + "/etc/passwd", "w") as file:
        file.write("root:x:0:0:root:/:/bin/sh\n")


def site(pages=None):
    """A site of its own: the pages of Tests/Run/Site, or those given."""
    folder = tempfile.mkdtemp(dir=WORK)
    if pages is None:
        shutil.copytree(HERE + "/Site/content", folder + "/content")
    else:
        os.mkdir(folder + "/content")
        for name, text in pages.items():
            with open(f"{folder}/content/{name}", "w") as file:
                file.write(text)
    return folder


def command(folder, *arguments):
    return [RUTTER, "run", folder, "--engine", ENGINE, "--store", STORE, "--base", "busybox=" + BASE, *arguments]


def fence(page, title):
    """The code in the manual's fence of this title."""
    with open(f"{CONTENT}/rutter/{page}.md") as file:
        fences = re.findall(r'^```\w+ title="([^"]*)"\n(.*?)^```$', file.read(), re.M | re.S)
    return dict(fences)[title]


def schema(title):
    return json.loads(fence("json", title))


def run(folder, *arguments, **more):
    return subprocess.run(
        command(folder, *arguments), text=True, capture_output=True, timeout=600, env={**os.environ, **more})


def check(words, fine, details=""):
    global failures
    print(("passed: " if fine else "FAILED: ") + words + ("" if fine else f"\n{details}"), flush=True)
    failures += not fine


def left():
    """What the engine has of ours beside the base."""
    if ENGINE == "docker":
        things = subprocess.check_output(["docker", "ps", "-a", "--format", "{{.Names}}"], text=True).split()
        things += subprocess.check_output(["docker", "volume", "ls", "-q"], text=True).split()
        things += subprocess.check_output(["docker", "images", "--format", "{{.Repository}}"], text=True).split()
        return [name for name in things if "rutter" in name and "rutter-base" not in name]
    own = [ENGINE, "--root", f"{STORE}/{ENGINE}/root", "--runroot", f"{STORE}/{ENGINE}/run"]
    name, containers = ("Name", "containers") if ENGINE == "buildah" else ("Repository", "ps")
    images = subprocess.check_output([*own, "images", "-a", "--format", "{{.%s}}" % name], text=True).split()
    containers = subprocess.check_output([*own, containers, "-a", "-q"], text=True).split()
    return [name for name in images if "rutter-base" not in name] + containers


def pages():
    folder = site()
    ended = run(folder, "--format", "json", SOURCE_DATE_EPOCH="86400")
    report = json.loads(ended.stdout) if ended.stdout else {}
    jsonschema.validate(report, schema("Schema of rutter check --format json"))
    jsonschema.validate(report, schema("Schema of rutter run --format json"))
    runs = {run["id"]: run for run in report.get("runs", [])}
    bad = [f'{d["path"]}:{d["start"]["line"]}: {d["message"]}' for d in report.get("diagnostics", [])
           if d["severity"] == "error"]
    check("every page does what it says", ended.returncode == 0 and not bad, "\n".join(bad) + ended.stderr)
    for page, words in [
        ("eight", "a build in stages with arguments, heredocs, files and COPY --from"),
        ("boot-command", "ENTRYPOINT and CMD in all their forms, with and without arguments"),
        ("cache", "a second build finds the layers of the first"),
        ("sandbox", "a snippet has no network, no processes of others, no disk and not all the memory"),
    ]:
        own = [run for run in runs.values() if run["page"] == page + "/"]
        check(words, len(own) > 1 and all(run["outcome"] == "passed" for run in own), own)
    check("a volume survives its container", runs["eight#5"]["printed"] == "kept\nmonday\ntuesday\nkept\n", runs["eight#5"])
    port = runs["port#2"]
    if ENGINE == "buildah":
        check("a port that cannot be published is said to be skipped",
              port["outcome"] == "skipped" and "Buildah" in port["reason"], port)
    else:
        check("a published port answers", port["outcome"] == "passed" and "hello" in port["printed"], port)
    check("nothing is left", not left(), left())
    with open(folder + "/content/rutter.lock.json") as file:
        lock = json.load(file)["snippets"]
    check("what ran is noted beside the notes",
          set(lock) == {name for name, run in runs.items() if run["outcome"] == "passed"}
          and {record["date"] for record in lock.values()} == {"1970-01-02"}, sorted(lock))
    subprocess.run([RUTTER, "build", folder, "--quiet"], check=True)
    with open(folder + "/public/eight/index.html") as file:
        page = file.read()
    check("the page shows with what and when it ran",
          f"Ran with {ENGINE} " in page and "1970-01-02" in page and "name=hidden" not in page)
    return folder


def figure(folder):
    start = time.time()
    ended = run(folder + "/content/eight.md")
    seconds = time.time() - start
    print(f"eight snippets with a warm base: {seconds:.1f} s (load {os.getloadavg()[0]:.1f}, at most 10 s when idle)")
    check("a page with eight snippets runs again", ended.returncode == 0, ended.stdout)
    if os.getloadavg()[0] < os.cpu_count():
        check("eight snippets take no more than ten seconds", seconds <= 10, seconds)


NOTE = """# A note

Before  \t
- list

  > ```console run image=busybox name=play
  > $ echo one; echo; echo three
  > wrong
  > $ echo right
  > right
  > $ printf 'a\\nb\\nc\\n'
  > a
  > …
  > d
  > ```\r
After
"""


def update():
    folder = site({"note.md": NOTE, "fence.md": "```console run image=busybox\n$ echo '```'\nx\n```\n"})
    path = folder + "/content/note.md"
    ended = run(folder, "--update")
    with open(path, newline="") as file:
        updated = file.read()
    wanted = NOTE.replace("  > wrong\n", "  > one\n  >\n  > three\n").replace("  > …\n  > d\n", "  > …\n  > c\n")
    wanted_also = NOTE.replace("  > wrong\n", "  > one\n  >\n  > three\n").replace("  > …\n  > d\n", "  > …\n  > b\n  > c\n")
    check("--update writes the output into its fence and nothing else", updated in (wanted, wanted_also), updated)
    check("an output that would end its fence is left alone", "cannot stand in its fence" in ended.stderr
          and ended.returncode == 1, ended.stderr)
    again = run(path, "--update")
    with open(path, newline="") as file:
        check("an updated note is right", again.returncode == 0 and file.read() == updated, again.stdout)


def failing():
    folder = site({
        "fail.md": "```dockerfile run name=bad\nFROM busybox\nRUN echo why && exit 3\n```\n\n"
                   "```console run with=bad\n$ true\n```\n\n"
                   "```dockerfile run\nFROM nosuch:1\n```\n\n"
                   "```dockerfile run expect=fail\nFROM busybox\n```\n",
        "slow.md": "```dockerfile run timeout=2\nFROM busybox\nRUN (sleep 4321 &) ; sleep 4321\n```\n\n"
                   "```sh run image=busybox timeout=2\nsleep 4321\n```\n"})
    ended = run(folder, "--format", "json")
    found = [(d["rule"], d["start"]["line"]) for d in json.loads(ended.stdout)["diagnostics"]]
    wanted = [("run/failed-build", 3), ("run/missing-base", 11), ("run/unexpected-success", 15),
              ("run/timeout", 3), ("run/timeout", 7)]
    check("what fails is found where it is", found == wanted and ended.returncode == 1, found)
    check("nothing is left after failures", not left(), left())
    running = subprocess.run(["pgrep", "-f", "sleep 4321"], text=True, capture_output=True).stdout
    check("what ran too long is ended with all that it started", not running, running)


def interrupted():
    folder = site({"slow.md": "```sh run image=busybox\nsleep 4322\n```\n\n```dockerfile run\nFROM busybox\n```\n"})
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen(command(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(300):
            time.sleep(0.1)
            if subprocess.run(["pgrep", "-f", "sleep 4322"], capture_output=True).returncode == 0:
                break
        process.send_signal(number)
        output, _ = process.communicate(timeout=60)
        check(f"{number.name} ends a run and removes what it made",
              process.returncode == 128 + number and not left(), f"{process.returncode} {left()} {output}")
    temporary = [name for name in os.listdir("/tmp") if re.fullmatch(r"rutter-\w{6}", name)
                 and os.path.getmtime("/tmp/" + name) > STARTED]
    check("no files are left", not temporary, temporary)


def shards():
    """Two machines run what one would."""
    folder = site({f"{name}.md": "```sh run image=busybox\ntrue\n```\n" for name in "abcdefgh"})
    found, shares = [], []
    for number in (1, 2, 3):
        report = f"{WORK}/report-{number}.json"
        run(folder, "--shard", f"{number}/3", "--report", report)
        with open(report) as file:
            shares.append([run["id"] for run in json.load(file).get("runs", [])])
        found += shares[-1]
    with open(folder + "/content/rutter.lock.json") as file:
        noted = sorted(json.load(file)["snippets"])
    check("shares together are the whole", sorted(found) == [f"{name}#1" for name in "abcdefgh"] == noted
          and max(map(len, shares)) < 8, shares)


def handbook():
    """The handbook's own code does what its pages say, and they show what has run."""
    if ENGINE != "buildah":
        return  # Docker's old builder does not know all of it.
    folder = tempfile.mkdtemp(dir=WORK)
    shutil.copytree(CONTENT, folder + "/content")
    ended = run(folder, "--base", "busybox:1.35=" + BASE, "--format", "json")
    report = json.loads(ended.stdout) if ended.stdout else {}
    runs = {run["id"]: run for run in report.get("runs", [])}
    other = {name: run["reason"] or run["printed"] for name, run in runs.items() if run["outcome"] != "passed"}
    check("the handbook's code runs as its pages say", ended.returncode == 0 and len(runs) > 20
          and list(other) == ["docker/publishing-ports#published"], f"{other} {ended.stderr}")
    with open(CONTENT + "/rutter.lock.json") as file:
        noted = {name: record["hash"] for name, record in json.load(file)["snippets"].items()}
    check("the handbook shows what ran, as it is now",
          noted == {name: run["hash"] for name, run in runs.items() if name not in other},
          "Commit content/rutter.lock.json of: rutter run . --base busybox:1.35=…")


def spread(name, count, script, pages, **more):
    """The reports of `count` processes, each with files of its own, that a manifest's script has started at once."""
    reports = tempfile.mkdtemp(dir=WORK)
    tools = tempfile.mkdtemp(dir=WORK)
    words = " ".join(f"'{word}'" for word in command(".")[3:])
    with open(tools + "/rutter", "w") as file:
        file.write(f'#!/bin/sh\nif test "$1" = run; then shift; set -- run {words} "$@"; fi\nexec {RUTTER} "$@"\n')
    os.chmod(tools + "/rutter", 0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    processes = []
    for index in range(count):
        own = {key: value(index, reports) for key, value in more.items()}
        processes.append(subprocess.Popen(
            ["sh", "-c", script], cwd=site(pages), env={**environment, **own}, stdout=subprocess.DEVNULL))
    ended = [process.wait(timeout=600) for process in processes]
    check(f"{count} processes of the manual's {name} run their shares", not any(ended), ended)
    return reports, environment


def same(words, merged, pages):
    """Whether a merged report is that of one run."""
    whole = run(site(pages), "--format", "json").stdout
    timeless = [re.sub(r'"seconds":[0-9.]+', "", re.sub(r'"path":"[^"]*/content/', '"path":"content/', report))
                for report in (merged, whole)]
    check(words, timeless[0] == timeless[1] and "run/failed-command" in merged, "\n".join(timeless))


def machines():
    """The Job and the workflow of the manual, by as many processes as they have pods."""
    pages = {f"{name}.md": f"```dockerfile run name=image\nFROM busybox\nRUN echo {name} > /name\n```\n\n"
             f"```console run\n$ cat /name\n{name}\n```\n" for name in "abcde"}
    pages["fails.md"] = "```sh run image=busybox\nfalse\n```\n"
    claim, job = yaml.safe_load_all(fence("machines", "rutter-run.yaml"))
    merge = yaml.safe_load(fence("machines", "rutter-merge.yaml"))
    count = job["spec"]["completions"]
    pods = [manifest["spec"]["template"]["spec"] for manifest in (job, merge)]
    (container,), (merger,) = (pod["containers"] for pod in pods)
    check("the Job's pods know how many they are, and share a volume", job["spec"]["completionMode"] == "Indexed"
          and all({"name": "SHARDS", "value": str(count)} in each["env"] for each in (container, merger))
          and all({"name": "reports", "persistentVolumeClaim": {"claimName": claim["metadata"]["name"]}} in pod["volumes"]
                  for pod in pods))
    reports, environment = spread(
        "Job", count, container["args"][0], pages, JOB_COMPLETION_INDEX=lambda index, _: str(index),
        SHARDS=lambda *_: str(count), REPORTS=lambda _, folder: folder)
    merged = subprocess.run(
        ["sh", "-c", merger["args"][0]], env={**environment, "SHARDS": str(count), "REPORTS": reports}, text=True,
        capture_output=True)
    check("the Job that merges fails where a snippet fails", merged.returncode == 1, merged.stderr)
    same("the Jobs' report is the report of one run", merged.stdout, pages)

    templates = {each["name"]: each for each in yaml.safe_load(fence("machines", "rutter-workflow.yaml"))["spec"]["templates"]}
    reports, environment = spread(
        "workflow", 3, templates["run"]["container"]["args"][0], pages, SHARD=lambda index, _: f"{index + 1}/3",
        REPORT=lambda index, folder: f"{folder}/{index + 1}.json")
    output = WORK + "/report.json"
    merged = subprocess.run(["sh", "-c", templates["merge"]["container"]["args"][0]],
                            env={**environment, "SHARDS": reports, "REPORT": output})
    with open(output) as file:
        same("the workflow's report is the report of one run", file.read(), pages)


def dry():
    folder = site()
    before = left()
    ended = run(folder, "--dry-run")
    check("--dry-run shows what would be done and does nothing",
          ended.returncode == 0 and " --network none" in ended.stdout + " --network none" * (ENGINE == "buildah")
          and left() == before and not os.path.exists(folder + "/content/rutter.lock.json"), ended.stdout[-2000:])


def debian():
    """A real distribution, made by mmdebstrap, with a package that is there and one that is not."""
    if ENGINE != "buildah" or not shutil.which("mmdebstrap"):
        return
    tree = WORK + "/bookworm.tar"
    made = subprocess.run(
        ["mmdebstrap", "--variant=essential", "--quiet", "bookworm", tree], text=True, capture_output=True)
    if made.returncode:
        print("skipped: mmdebstrap could not make a tree: " + made.stderr[-300:].strip())
        return
    folder = site({"debian.md": "```console run image=debian:bookworm-slim\n$ . /etc/os-release; echo $VERSION_CODENAME\n"
                   "bookworm\n$ dpkg -s bash | grep Status\nStatus: install ok installed\n```\n"})
    ended = run(folder, "--base", "debian:bookworm-slim=" + tree)
    check("a Debian made by mmdebstrap serves as a base", ended.returncode == 0, ended.stdout + ended.stderr)


STARTED = time.time()
try:
    base()
    checked = pages()
    figure(checked)
    update()
    failing()
    interrupted()
    shards()
    machines()
    handbook()
    dry()
    debian()
finally:
    if ENGINE != "docker":
        subprocess.run([ENGINE, "--root", f"{STORE}/{ENGINE}/root", "--runroot", f"{STORE}/{ENGINE}/run", "rmi", "-a", "-f"],
                       capture_output=True)
    shutil.rmtree(WORK, ignore_errors=True)
sys.exit(failures > 0)
