import Testing

/// Rules that look into the scripts of RUN.
@Suite struct ScriptWishTests {
  @Test(arguments: [
    RulePlaces("unchecked-heredoc", "FROM a\nRUN 1️⃣<<EOF2️⃣\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN 1️⃣<<-E2️⃣\n\tb; c\n\tE"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN 1️⃣<<EOF2️⃣\n#!/bin/bash\nb && c\nd\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN 1️⃣<<EOF2️⃣\nfor x in y; do z; done\nd\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN bash 1️⃣<<EOF2️⃣\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN 1️⃣<<EOF2️⃣ sh\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF sh -eu\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN python <<EOF\nb\nc\nEOF\nRUN cat <<EOF\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nb &&\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nset -eux\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nset -o errexit\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\n#!/bin/sh -e\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\n#!/usr/bin/env python\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nSHELL [\"bash\", \"-ec\"]\nRUN <<EOF\nb\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nb || exit 1\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nexport X=1\necho b\nc\nEOF"),
    RulePlaces("unchecked-heredoc", "FROM a\nRUN <<EOF\nb\nEOF\nCOPY <<EOF /d\nb\nc\nEOF"),
  ]) func `a heredoc that goes on after a failure is found`(file: RulePlaces) {
    file.expect()
    file.expect(isFragment: true)
  }

  @Test(arguments: [
    RulePlaces("undeclared-argument", "ARG V=1\nFROM a\nRUN b $1️⃣V2️⃣ && c ${V}\nFROM d\nRUN \"${3️⃣V4️⃣}\""),
    RulePlaces("undeclared-argument", "ARG V=1\nFROM a\nARG V\nRUN b $V\nFROM a AS x\nENV V=2\nFROM x\nRUN b $V"),
    RulePlaces(
      "undeclared-argument", "ARG V=1\nFROM a\nRUN V=2; b $V\nRUN for V in c; do b $V; done\nRUN read V; b $V"),
    RulePlaces("undeclared-argument", "ARG V=1\nFROM a\nRUN b '$V' ${V:-c} \\$V"),
    RulePlaces("undeclared-argument", "ARG V=1\nFROM a-$V AS x\nRUN b $V"),
    RulePlaces("undeclared-argument", "ARG NODE_VERSION=1\nFROM node:$NODE_VERSION\nRUN b $NODE_VERSION"),
    RulePlaces("undeclared-argument", "FROM a\nRUN b $V\nARG V"),
    RulePlaces("empty-expose", "ARG P=1\nFROM a\nEXPOSE 1️⃣$P2️⃣ 80"),
    RulePlaces("empty-expose", "FROM debian\nEXPOSE 1️⃣${P}2️⃣ ${Q:-80} $P/tcp"),
    RulePlaces("empty-expose", "FROM debian\nARG P\nEXPOSE $P\nFROM acme/web\nEXPOSE $P"),
  ]) func `a variable that is empty in the stage is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("shipped-build-tools", "FROM a\nRUN apt-get install -y b 1️⃣gcc2️⃣ make\nCOPY c /\nCMD d e"),
    RulePlaces("shipped-build-tools", "FROM a\nRUN apk add gcc && b && apk del gcc\nCOPY c /\nCMD d e"),
    RulePlaces("shipped-build-tools", "FROM a AS x\nRUN apk add gcc\nFROM b\nCOPY --from=x c /\nCMD d e"),
    RulePlaces("baked-tests", "FROM a\nRUN 1️⃣go test -c ./...2️⃣\nCOPY 3️⃣target/debug/web4️⃣ 5️⃣a.test6️⃣ test.sh /\nCMD d"),
    RulePlaces("baked-tests", "FROM a\nRUN go test ./...\nCMD d"),
    RulePlaces("baked-tests", "FROM a AS test\nRUN go test -c\nCMD d"),
    RulePlaces("build-only-environment", "FROM a\nENV 1️⃣DEBIAN_FRONTEND2️⃣=b C=d 3️⃣X_SHA2564️⃣=e"),
    RulePlaces("build-only-environment", "FROM a AS x\nENV DEBIAN_FRONTEND=b\nFROM c"),
    RulePlaces("one-process", "FROM a\nCMD [\"1️⃣/usr/bin/supervisord2️⃣\", \"-n\"]"),
    RulePlaces("one-process", "FROM a\nCMD 1️⃣service ssh start2️⃣ && b"),
    RulePlaces("one-process", "FROM a\nCMD [\"sh\", \"-c\", \"1️⃣b2️⃣ & c\"]"),
    RulePlaces("one-process", "FROM a\nCMD b 2>&1 && tail -f c & wait"),
    RulePlaces("one-process", "FROM a\nENTRYPOINT [\"tini\", \"--\", \"b\"]"),
    RulePlaces("fixed-platform", "FROM a\nRUN GOOS=linux GOARCH=1️⃣amd642️⃣ go build"),
    RulePlaces("fixed-platform", "FROM a\nRUN curl -O https://b/c-linux-1️⃣x86_642️⃣.tar.gz"),
    RulePlaces("fixed-platform", "FROM a\nADD https://b/c-1️⃣amd642️⃣.deb amd64.deb /"),
    RulePlaces("fixed-platform", "FROM a\nRUN curl -O https://b/c-$(uname -m)-amd64"),
    RulePlaces("fixed-platform", "FROM --platform=linux/amd64 a\nRUN curl -O https://b/c-amd64"),
    RulePlaces("fixed-platform", "FROM arm64v8/a\nRUN curl -O https://b/c-arm64\nENV GOARCH=arm64"),
    RulePlaces("fixed-platform", "FROM a\nENV GOARCH=1️⃣arm642️⃣\nRUN GOARCH=amd64 b; GOARCH=arm64 c"),
    RulePlaces("emulated-build", "FROM 1️⃣golang2️⃣\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build"),
    RulePlaces(
      "emulated-build", "FROM --platform=$BUILDPLATFORM golang\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build"),
    RulePlaces("exposed-secret", "FROM a\nRUN b --password 1️⃣Kd4Wv8Bn32️⃣ --token \"$T\" --password changeme"),
    RulePlaces("exposed-secret", "FROM a\nRUN export API_TOKEN=1️⃣kd93jfls022️⃣ && T_PASSWORD=$(b) c"),
    RulePlaces("exposed-secret", "FROM a\nRUN curl -u ada:1️⃣Kd4Wv8Bn32️⃣ b && curl -u $A:$B c"),
  ]) func `a wish is found where it stands`(file: RulePlaces) {
    file.expect()
  }
}
