import Testing

/// Wishes for an image that ships, and what keeps them silent.
@Suite struct ShippedImageTests {
  @Test(arguments: [
    RulePlaces("unprivileged-user", "FROM debian\nCOPY a /\nRUN b\n1️⃣CMD2️⃣ c d"),
    RulePlaces(
      "unprivileged-user", "FROM docker.io/library/node:24@sha256:0\nRUN b\nCOPY a /\nCMD c\n1️⃣Entrypoint2️⃣ d e"),
    RulePlaces("unprivileged-user", "FROM debian AS x\nUSER 1\nFROM x\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("unprivileged-user", "FROM debian AS x\nUSER 1\nFROM debian\nCOPY a /\nRUN b\n1️⃣CMD2️⃣ c d"),
    RulePlaces("unprivileged-user", "FROM debian\nCOPY a /\nRUN b\nCMD gosu web d"),
    RulePlaces("unprivileged-user", "FROM jenkins/jenkins\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("unprivileged-user", "FROM node:24-nonroot\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("unprivileged-user", "FROM node\nCOPY a /\nRUN b\nCMD [\"node\"]"),
    RulePlaces("unprivileged-user", "FROM node\nCOPY a /\nRUN b\nCMD /bin/bash -l"),
    RulePlaces("unprivileged-user", "FROM debian\nCOPY a /\nRUN b\nCMD [\"/usr/sbin/nginx\", \"-g\"]"),
    RulePlaces("unprivileged-user", "FROM node\nCOPY a /\nCMD c d"),
    RulePlaces("unprivileged-user", "FROM node\nRUN a\nCMD c d"),
    RulePlaces("unprivileged-user", "FROM node\nCOPY a /\nRUN b\nONBUILD CMD c d"),
  ]) func `a command that runs as root is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("small-base", "FROM 1️⃣python:3.132️⃣\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("small-base", "FROM 1️⃣maven:3-eclipse-temurin-212️⃣\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("small-base", "FROM python:$VERSION\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("small-base", "FROM node:24-bookworm-slim\nCOPY a /\nRUN b\nCMD c d"),
    RulePlaces("small-base", "FROM golang AS x\nRUN b\nFROM scratch\nCOPY --from=x a /\nCMD c d"),
    RulePlaces("small-base", "FROM 1️⃣golang2️⃣ AS x\nRUN b\nFROM x\nCOPY a /\nCMD c d"),
  ]) func `a full-size base is found where it ships`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("image-labels", "FROM a AS x\nRUN b\nFROM 1️⃣c2️⃣\nCOPY --from=x a /\nCMD c d"),
    RulePlaces("image-labels", "FROM c\nRUN b\nCOPY a /\nCMD c d\nLABEL \"org.opencontainers.image.title\"=e"),
    RulePlaces("image-labels", "FROM c\nRUN b\nCOPY a /\nCMD c d\nLABEL $NAME=e"),
    RulePlaces("linked-copy", "FROM a AS x\nRUN b\nFROM c\n1️⃣COPY2️⃣ --from=x a /app/\nCOPY --from=x b /opt/\nCMD c d"),
    RulePlaces("linked-copy", "FROM a AS x\nRUN b\nFROM c\nCOPY --from=x a /usr/bin/\nCOPY --from=x b app\nCMD c d"),
    RulePlaces("linked-copy", "FROM a AS x\nRUN b\nFROM c\nCOPY --link --from=x a /app/\nCMD c d"),
  ]) func `one hint a file is enough`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: ["unprivileged-user", "small-base", "image-labels", "linked-copy", "baked-configuration"])
  func `an excerpt ships nothing`(rule: String) {
    let text = "FROM node AS x\nRUN b\nFROM x\nCOPY --from=x config.prod.yml /app/\nCMD c d"
    RulePlaces(rule, text).expect(isFragment: true)
  }

  @Test(arguments: [
    RulePlaces("copied-secret", "FROM a\nCOPY 1️⃣.env2️⃣ b 3️⃣conf/.env.production4️⃣ 5️⃣~/.ssh/id_rsa6️⃣ 7️⃣tls/web-key.pem8️⃣ /x/"),
    RulePlaces(
      "copied-secret",
      "FROM a\nCOPY .env.example .envrc test-key.pem ca.pem repo-key.gpg.pem id_rsa.pub nginx.key.txt /x/"),
    RulePlaces("copied-secret", "FROM a AS x\nCOPY .env /\nFROM b\nCOPY --from=x .env /"),
    RulePlaces("copied-secret", "FROM a\nADD https://example.com/.env /\nCOPY <<.env /x/\n.env"),
    RulePlaces("baked-configuration", "FROM a\nCOPY 1️⃣src/config.prod.yml2️⃣ 3️⃣appsettings.Production.json4️⃣ /x/"),
    RulePlaces(
      "baked-configuration", "FROM a\nCOPY config.yml product.json app-producer.yml prod.sh config.prod.sh /x/"),
  ]) func `a secret or the settings of one place are found by their name`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces(
      "misspelt-label", "FROM a\nLABEL 1️⃣org.opencontainers.image.license2️⃣=b \"3️⃣org.opencontainer.image.title4️⃣\"=c"),
    RulePlaces("misspelt-label", "FROM a\nLABEL org.opencontainers.image.licenses=b org.example.image.license=c"),
    RulePlaces("label-schema", "FROM a\nLABEL 1️⃣org.label-schema.name2️⃣=b org.label-schemas=c"),
  ]) func `the name of a label is found where it stands`(file: RulePlaces) {
    file.expect()
  }
}
