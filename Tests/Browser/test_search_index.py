"""The search index is what the manual says: a reader written from that page alone reads it, and finds the site's pages."""

import json
import pathlib
import struct

import pytest


def fingerprint(data: bytes) -> int:
    """The upper half of FNV-1a."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value >> 32


class Section:
    """A stretch of an index, read from its beginning."""

    def __init__(self, data: bytes):
        self.data, self.place = data, 0

    def byte(self) -> int:
        self.place += 1
        return self.data[self.place - 1]

    def bytes(self, count: int) -> bytes:
        return bytes(self.byte() for _ in range(count))

    def number(self) -> int:
        number = shift = 0
        while (byte := self.byte()) >= 0x80:
            number |= (byte & 0x7F) << shift
            shift += 7
        return number | byte << shift

    def numbers(self, count: int) -> list[int]:
        return [self.number() for _ in range(count)]

    def fixed(self) -> int:
        return struct.unpack("<I", self.bytes(4))[0]

    def words(self, count: int) -> list[bytes]:
        words = []
        for _ in range(count):
            word = (words[-1] if words else b"")[: self.byte()]
            while self.data[self.place] >= 32:
                word += self.bytes(1)
            words.append(word)
        assert self.byte() == 0 and words == sorted(set(words))
        return words

    def ascending(self, count: int) -> list[int]:
        """Numbers, each as how many lie between it and the one before."""
        numbers, last = [], -1
        for _ in range(count):
            last += self.number() + 1
            numbers.append(last)
        return numbers

    def close(self) -> None:
        assert self.place == len(self.data), "something is left"


class Names:
    """A names file."""

    FIELDS = ["title", "address", "definition", "heading", "alias", "link", "topic", "anchor", "kind", "domain"]

    def __init__(self, data: bytes):
        head = Section(data)
        assert head.bytes(8) == b"RutN\x01\0\0\0"
        assert head.fixed() == fingerprint(data[12:])
        self.sections, start = [], 44
        for size in [head.fixed() for _ in range(8)]:
            self.sections.append(Section(data[start : start + size]))
            start += size
        assert start == len(data)
        words, spellings, codes, texts, outline, owners, pages, files = self.sections
        self.read_atoms(words, spellings)
        self.read_codes(codes)
        counts = texts.numbers(10)
        self.texts = {
            field: [self.text(texts, b"-" if field in ("address", "anchor") else b" ") for _ in range(count)]
            for field, count in zip(self.FIELDS, counts)
        }
        self.count = counts[0]
        self.read_outline(outline)
        for field in ["alias", "link", "topic", "anchor"]:
            owners.numbers(len(self.texts[field]))
        self.kinds, self.domains, self.links = (pages.numbers(self.count) for _ in range(3))
        count = files.number()
        self.starts = files.words(count - 1)
        self.files = [files.fixed() for _ in range(count)]
        for section in self.sections:
            section.close()

    def read_atoms(self, words: Section, spellings: Section) -> None:
        separators, terms = words.number(), words.number()
        self.atoms = [(word, False) for word in words.words(separators)]
        self.terms = words.words(terms)
        for term, flags in zip(self.terms, spellings.numbers(terms)):
            if flags & 1:
                self.atoms.append((term, True))
            if flags & 2:
                self.atoms.append((term[:1].upper() + term[1:], True))
            if flags & 4:
                self.atoms.append((term.upper(), True))
            self.atoms += [(self.spelling(term, spellings), True) for _ in range(flags >> 3)]

    def spelling(self, term: bytes, spellings: Section) -> bytes:
        byte = spellings.byte()
        if byte == 0:
            return spellings.bytes(spellings.byte())
        bits = [byte >> bit & 1 for bit in range(7)]
        while byte >= 0x80:
            byte = spellings.byte()
            bits += [byte >> bit & 1 for bit in range(7)]
        bits += [0] * len(term)
        return b"".join(bytes([letter]).upper() if bit else bytes([letter]) for letter, bit in zip(term, bits))

    def read_codes(self, codes: Section) -> None:
        self.split = codes.byte(), codes.byte(), codes.byte()
        one, two, three = self.split
        self.numbered = codes.ascending(one)
        if three:
            self.numbered += codes.ascending(two * 256)
        taken = set(self.numbered)
        self.numbered += [atom for atom in range(len(self.atoms)) if atom not in taken]

    def text(self, texts: Section, joint: bytes) -> str:
        one, two, _ = self.split
        text, follows = b"", False
        while first := texts.byte():
            number = first - 1
            if number >= one:
                number = one + (number - one) * 256 + texts.byte()
                if number >= one + two * 256:
                    number = one + two * 256 + (number - one - two * 256) * 256 + texts.byte()
            atom, is_word = self.atoms[self.numbered[number]]
            joins = is_word and not 0x2E80 <= ord(atom.decode()[0]) <= 0xD7FF
            text += (joint if joins and follows else b"") + atom
            follows = joins
        return text.decode()

    def read_outline(self, outline: Section) -> None:
        several = outline.number()
        single = several
        self.headings = []
        for _ in range(self.count):
            page = []
            while number := outline.number():
                page.append(self.texts["heading"][single if number == 1 else number - 2])
                single += number == 1
            self.headings.append(page)
        assert single == len(self.texts["heading"])


def read_words(data: bytes, pages: int) -> dict[bytes, list[int]]:
    """The words of a file and the pages that have them."""
    section = Section(data)
    assert section.bytes(8) == b"RutW\x01\0\0\0"
    words = section.words(section.number())
    counts = [count + 1 for count in section.numbers(len(words))]
    postings = [section.ascending(count) for count in counts]
    section.bytes((sum(counts) + 1) // 2)
    section.close()
    assert all(page < pages for posting in postings for page in posting)
    return dict(zip(words, postings))


@pytest.fixture(scope="module")
def search(handbook_folder) -> pathlib.Path:
    return handbook_folder / "search"


@pytest.fixture(scope="module")
def names(search) -> Names:
    (file,) = search.glob("names-*.bin")
    data = file.read_bytes()
    assert file.name == f"names-{fingerprint(data):08x}.bin"
    return Names(data)


def test_pages_are_called_as_they_are(search, names):
    (titles,) = search.glob("titles-*.json")
    addresses = [address + "/" if address else "" for address in names.texts["address"]]
    said = [[address, title] for address, title in zip(addresses, names.texts["title"])]
    assert sorted(said) == sorted(json.loads(titles.read_text(encoding="utf-8")))
    assert addresses == sorted(addresses, key=str.encode)


def test_headings_are_those_of_the_manual(names):
    page = names.texts["title"].index("The search index")
    assert names.headings[page][:3] == ["Numbers, words and fingerprints", "The names file", "Words and spellings"]


def test_words_are_in_the_files_of_their_range(search, names):
    page = names.texts["title"].index("The search index")
    found = set()
    for number, file in enumerate(names.files):
        data = (search / f"words-{file:08x}.bin").read_bytes()
        assert fingerprint(data) == file
        words = read_words(data, names.count)
        assert number == 0 or min(words) >= names.starts[number - 1]
        assert number + 1 == len(names.files) or max(words) < names.starts[number]
        found |= {word for word, pages in words.items() if page in pages}
    assert {b"fingerprint", b"spec.template.spec", b"podman", b"grosse"} <= found
    assert not {b"the", b"and"} & found
