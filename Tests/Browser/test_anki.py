"""What `rutter study export` writes, imported by Anki itself."""

import html
import os
import re
import subprocess
import zipfile

import pytest

from conftest import RUTTER

anki_collection = pytest.importorskip("anki.collection", reason="the package anki is not there")

LAYER = """---
title: Layer
kind: concept
domain: docker
tags: [storage driver]
---
A layer is a set of changes to files.

What is it made of? :: Files, as `diff` {{c1::x}} & <more>. ^made

Volume ::: A store.

A layer is ==read-only==; a container's is ==writable::not==. ^gaps

What does it look like?
?
![A layer](layer.png)
"""

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)


def write(folder, text, seconds):
    """Writes the note, as if it had been saved at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "layer.png").write_bytes(PNG)
    (folder / "layer.md").write_text(text, encoding="utf-8")
    (folder / "pod.md").write_text("---\nkind: object\ndomain: kubernetes\n---\n# Pod\n\nA pod is the smallest thing that runs.\n")
    for file in folder.iterdir():
        os.utime(file, (seconds, seconds))


def export(site, option, file):
    done = subprocess.run(
        [RUTTER, "study", "export", site, option, file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return file.read_bytes()


@pytest.fixture
def collection(tmp_path):
    opened = anki_collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection, package):
    """Imports a package, and gives how many notes were new, updated and left."""
    options = anki_collection.ImportAnkiPackageOptions(merge_notetypes=True)
    request = anki_collection.ImportAnkiPackageRequest(package_path=str(package), options=options)
    log = collection.import_anki_package(request).log
    return len(log.new), len(log.updated), len(log.duplicate)


def shown(page):
    """What a reader sees of HTML."""
    return html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.S))


def notes(collection):
    return [collection.get_note(note) for note in sorted(collection.find_notes(""))]


def test_a_package_imports_cleanly(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    package = tmp_path / "deck.apkg"
    export(tmp_path, "--anki", package)
    assert imported(collection, package) == (9, 0, 0)
    assert {deck.name for deck in collection.decks.all_names_and_ids()} >= {"Notes", "Notes::docker", "Notes::kubernetes"}
    assert collection.card_count() == 10
    assert len(collection.find_notes("deck:Notes::docker")) == 7
    assert len(collection.find_notes("tag:storage-driver")) == 7
    assert collection.media.have("layer.png")
    assert {note.note_type()["name"] for note in notes(collection)} == {"Rutter", "Rutter Cloze"}


def test_cards_show_what_they_should(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    package = tmp_path / "deck.apkg"
    export(tmp_path, "--anki", package)
    imported(collection, package)
    made = collection.get_card(collection.find_cards('"made of"')[0])
    assert "What is it made of?" in made.question()
    assert "Files, as <code>diff</code> {{c1::x}} &amp; &lt;more&gt;." in made.answer()
    gaps = [collection.get_card(card) for card in collection.find_cards("note:Rutter*Cloze")]
    assert [card.ord for card in gaps] == [0, 1]
    asked = [shown(card.question()) for card in gaps]
    assert "A layer is [...]; a container's is writable::not." in asked[0]
    assert "A layer is read-only; a container's is [...]." in asked[1]
    assert collection.fix_integrity()[1]


def test_nothing_changes_where_nothing_did(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    package = tmp_path / "deck.apkg"
    first = export(tmp_path, "--anki", package)
    assert export(tmp_path, "--anki", package) == first
    assert export(tmp_path, "--anki", tmp_path / "other.apkg") == first
    imported(collection, package)
    assert imported(collection, package)[:2] == (0, 0)
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        assert [info.date_time for info in archive.infolist()] == [(1980, 1, 1, 0, 0, 0)] * 3


def test_a_change_is_an_update_in_place(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    package = tmp_path / "deck.apkg"
    export(tmp_path, "--anki", package)
    imported(collection, package)
    card = collection.get_card(collection.find_cards('"made of"')[0])
    card.ivl, card.type, card.queue = 30, 2, 2
    collection.update_card(card)
    before = {note.guid: note.fields for note in notes(collection)}

    # An older file, too: what the package says already is newer.
    for seconds in [1_790_000_000, 1_770_000_000]:
        answer = f"Changes of {seconds}"
        write(tmp_path / "content", LAYER.replace("Files, as", answer), seconds)
        export(tmp_path, "--anki", package)
        assert imported(collection, package)[:2] == (0, 1)
        after = {note.guid: note.fields for note in notes(collection)}
        assert after.keys() == before.keys()
        assert sum(after[guid] != before[guid] for guid in before) == 1
        again = collection.get_card(card.id)
        assert answer in again.answer()
        assert (again.ivl, again.type) == (30, 2)


def test_a_change_is_an_update_without_the_old_package(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    export(tmp_path, "--anki", tmp_path / "one.apkg")
    imported(collection, tmp_path / "one.apkg")
    write(tmp_path / "content", LAYER.replace("Files, as", "Changes, as"), 1_780_000_001)
    export(tmp_path, "--anki", tmp_path / "two.apkg")
    assert imported(collection, tmp_path / "two.apkg")[0] == 0
    assert collection.find_notes("Changes")


def test_a_text_imports_too(tmp_path, collection):
    write(tmp_path / "content", LAYER, 1_780_000_000)
    text = tmp_path / "deck.tsv"
    first = export(tmp_path, "--tsv", text)
    assert export(tmp_path, "--tsv", text) == first
    metadata = collection.get_csv_metadata(path=str(text), delimiter=None)
    request = anki_collection.ImportCsvRequest(path=str(text), metadata=metadata)
    log = collection.import_csv(request).log
    assert len(log.new) == 9
    assert len(collection.find_notes("deck:Notes::docker")) == 7
    assert len(collection.find_notes("note:Cloze")) == 1
    assert collection.find_notes("tag:storage-driver")
    assert collection.find_notes('"made of"')

    write(tmp_path / "content", LAYER.replace("Files, as", "Changes, as"), 1_780_000_000)
    export(tmp_path, "--tsv", text)
    metadata = collection.get_csv_metadata(path=str(text), delimiter=None)
    log = collection.import_csv(anki_collection.ImportCsvRequest(path=str(text), metadata=metadata)).log
    assert len(log.new) == 0 and len(log.updated) >= 1
    assert collection.find_notes("Changes")
