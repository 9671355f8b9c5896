import Source

/// The JSON texts of a collection of Anki, schema 11: note types, decks, settings.
enum AnkiCollection {
  /// When all that has no date of its own was made: 1 January 2026.
  static let made = 1_767_225_600
  /// The ids of the note types. They never change, or Anki takes them for new ones.
  static let basicModel = 1_767_225_600_001
  static let clozeModel = 1_767_225_600_002

  static let tables = """
    CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
      ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
      models text not null, decks text not null, dconf text not null, tags text not null);
    CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
      usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
      flags integer not null, data text not null);
    CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
      mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
      ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
      left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
    CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
      ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
      type integer not null);
    CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """

  static let settings = """
    {"nextPos":1,"estTimes":true,"activeDecks":[1],"sortType":"noteFld","timeLim":0,"sortBackwards":false,\
    "addToCur":true,"curDeck":1,"newSpread":0,"dueCounts":true,"curModel":"\(basicModel)","collapseTime":1200}
    """

  static let deckSettings = """
    {"1":{"id":1,"name":"Default","mod":0,"usn":0,"maxTaken":60,"autoplay":true,"timer":0,"replayq":true,\
    "new":{"bury":true,"delays":[1,10],"initialFactor":2500,"ints":[1,4,7],"order":1,"perDay":20,"separate":true},\
    "rev":{"bury":true,"ease4":1.3,"fuzz":0.05,"ivlFct":1,"maxIvl":36500,"minSpace":1,"perDay":200},\
    "lapse":{"delays":[10],"leechAction":0,"leechFails":8,"minInt":1,"mult":0},"dyn":false}}
    """

  /// The id of a deck: always the same for a name.
  static func deckID(_ name: String) -> Int { number(name, after: 1_700_000_000_000) }

  /// A number of thirteen digits that belongs to a text.
  static func number(_ text: String, after start: Int) -> Int {
    start + Int(ContentHash(Array(text.utf8)).value % 60_000_000_000)
  }

  static func decks(_ names: [String]) -> String {
    var json = JSONWriter()
    json.object { json in
      for (id, name) in [(1, "Default")] + names.map({ (deckID($0), $0) }) {
        json.object(String(id)) { json in
          json.member("id", id)
          json.member("name", name)
          json.member("desc", "")
          json.member("mod", made)
          json.member("usn", -1)
          for day in ["newToday", "revToday", "lrnToday", "timeToday"] {
            json.array(day) { json in
              json.number(0)
              json.number(0)
            }
          }
          json.member("collapsed", false)
          json.member("dyn", 0)
          json.member("conf", 1)
          json.member("extendNew", 10)
          json.member("extendRev", 50)
        }
      }
    }
    return json.finish()[...].string
  }

  static var models: String {
    var json = JSONWriter()
    json.object { json in
      json.object(String(basicModel)) { json in
        model(
          basicModel, "Rutter", type: 0, fields: ["Front", "Back", "Topic"],
          question: "<div class=\"topic\">{{Topic}}</div>\n{{Front}}",
          answer: "{{FrontSide}}\n<hr id=\"answer\">\n{{Back}}", &json)
      }
      json.object(String(clozeModel)) { json in
        model(
          clozeModel, "Rutter Cloze", type: 1, fields: ["Text", "Back", "Topic"],
          question: "<div class=\"topic\">{{Topic}}</div>\n{{cloze:Text}}",
          answer: "<div class=\"topic\">{{Topic}}</div>\n{{cloze:Text}}\n{{Back}}", &json)
      }
    }
    return json.finish()[...].string
  }

  private static func model(
    _ id: Int, _ name: String, type: Int, fields: [String], question: String, answer: String,
    _ json: inout JSONWriter
  ) {
    json.member("id", id)
    json.member("name", name)
    json.member("type", type)
    json.member("mod", made)
    json.member("usn", -1)
    json.member("sortf", 0)
    json.member("did", 1)
    json.array("flds") { json in
      for (number, field) in fields.enumerated() {
        json.object { json in
          json.member("name", field)
          json.member("ord", number)
          json.member("font", "Arial")
          json.member("size", 20)
          json.member("sticky", false)
          json.member("rtl", false)
          json.array("media") { _ in }
        }
      }
    }
    json.array("tmpls") { json in
      json.object { json in
        json.member("name", type == 0 ? "Card" : "Cloze")
        json.member("ord", 0)
        json.member("qfmt", question)
        json.member("afmt", answer)
        json.member("bqfmt", "")
        json.member("bafmt", "")
        json.member("did", nil)
      }
    }
    json.member("css", css)
    json.member("latexPre", "")
    json.member("latexPost", "")
    json.array("req") { json in
      json.array { json in
        json.number(0)
        json.string("any")
        json.array { $0.number(0) }
      }
    }
    json.array("tags") { _ in }
    json.array("vers") { _ in }
  }

  private static let css = """
    .card { max-width: 40rem; margin: 1.5rem auto; padding: 0 1rem; font: 1.15rem/1.5 system-ui, sans-serif; }
    .topic { margin-bottom: 1rem; opacity: .6; font-size: .8em; }
    .cloze { font-weight: 700; }
    pre { overflow-x: auto; padding: .75rem; background: #8882; text-align: left; }
    """
}
