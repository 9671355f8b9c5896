extension Language {
  static let sql = Language(
    "SQL", "sql mysql postgresql postgres psql plsql sqlite",
    Grammar(
      words: WordTable(
        ignoringCase: true,
        (
          .keyword,
          """
          add all alter and any as asc begin between by call cascade case check column commit conflict constraint create \
          cross current database declare default delete desc describe distinct do drop else end except exists explain \
          fetch for foreign from full function grant group having if ilike in index inner insert intersect into is join \
          key language left like limit lock natural not nothing of offset on or order outer over partition primary \
          procedure recursive references rename replace returning returns revoke right role rollback row rows schema \
          select sequence set show table temporary then to transaction trigger truncate union unique update use user \
          using values view when where window with
          """
        ),
        (
          .type,
          """
          bigint bigserial binary blob boolean bytea char character date datetime decimal double enum float int integer \
          interval json jsonb money numeric precision real serial smallint text time timestamp timestamptz tinyint uuid \
          varchar varying
          """
        ),
        (.number, "true false null")),
      lineComments: ["--", "#"],
      blockComments: [.init(open: "/*", close: "*/")],
      quotes: [
        .init(open: "'", close: "'", escape: 0, isMultiline: true),
        .init(open: "\"", close: "\"", escape: 0),
        .init(open: "`", close: "`", escape: 0),
      ]))
}
