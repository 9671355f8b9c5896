import Testing

@testable import Pages

/// Dockerfiles, YAML, shell and sessions: what most pages are made of. Each case is the code with its inks.
@Suite struct ContainerLanguageTests {
  @Test(
    "A Dockerfile shows instructions, flags, stages, variables and commands",
    arguments: [
      "k‹FROM› s‹alpine:3.20›",
      "k‹from› s‹alpine› k‹as› t‹base›\nk‹FROM› t‹base›\n",
      "k‹FROM› o‹--platform›=v‹$BUILDPLATFORM› s‹golang:›v‹${VERSION}›s‹-alpine› k‹AS› t‹build›",
      "c‹# ›k‹syntax›=s‹docker/dockerfile:1›\nc‹# a comment›\nc‹# syntax=late›\n",
      "k‹COPY› o‹--from›=t‹build› o‹--chown›=app:app /out/app /app",
      "k‹ENV› a‹A›=s‹\"x ›v‹$Y›s‹\"› a‹B›=1",
      "k‹ENV› a‹PATH› /usr/bin:v‹$PATH›",
      "k‹LABEL› a‹org.title›=s‹\"My app\"› \\\n  c‹# why›\n  a‹by›=s‹'me'›",
      "k‹ARG› v‹A›=1 v‹B›",
      "k‹EXPOSE› n‹8080›/tcp n‹9090›",
      "k‹ENTRYPOINT› [s‹\"/app\"›, s‹\"--flag\"›]",
      "k‹SHELL› [s‹\"/bin/bash\"›, s‹\"-c\"›]",
      "k‹CMD› f‹echo› hello",
      "k‹HEALTHCHECK› o‹--interval›=5s k‹CMD› f‹curl› o‹-f› http://localhost/ o‹||› f‹exit› 1",
      "k‹HEALTHCHECK› k‹NONE›",
      "k‹ONBUILD› k‹RUN› f‹make›",
      "k‹WORKDIR› /srv/v‹$NAME›",
      "k‹RUN› o‹--mount›=type=cache,target=/root/.cache f‹apt-get› update o‹&&› f‹apt-get› install o‹-y› \\\n"
        + "    c‹# why›\n    curl \\\n\n    git o‹&&› f‹rm› o‹-rf› x\nk‹USER› me",
      "k‹RUN› o‹<<›k‹EOF›\nf‹echo› v‹$USER›\nk‹EOF›\nk‹USER› me",
      "k‹RUN› o‹<<›k‹EOF›\nc‹#!/usr/bin/env python3›\nf‹print›(n‹1›)\nk‹EOF›\n",
      "k‹COPY› o‹<<›k‹'X'› /a.yaml\na‹kind›: t‹Pod›\nk‹X›\n",
      "k‹RUN› f‹cat› o‹<<›k‹EOF› o‹>› /x\ns‹a ›v‹$B›s‹\n›k‹EOF›\n",
      "not an instruction\nk‹USER› me",
      "c‹# ›k‹escape›=s‹`›\nk‹RUN› f‹dir› `\n  c:\\\nk‹USER› me",
    ])
  func dockerfile(marked: String) {
    #expect(painted(plain(marked), as: "dockerfile") == marked)
  }

  @Test(
    "YAML shows keys, kinds, constants, anchors, tags, block scalars and templates",
    arguments: [
      "a‹apiVersion›: apps/v1 c‹# stable›\na‹kind›: t‹Deployment›\n",
      "a‹labels›: {a‹app›: web, a‹tier›: s‹\"front\"›}",
      "- a‹name›: web\n  a‹image›: nginx:1.25#x\n  a‹ports›:\n  - n‹80›",
      "a‹\"a/b\"›: s‹'it''s'›",
      "a‹a›: n‹3›\na‹b›: n‹1.5e3›\na‹c›: n‹true›\na‹d›: n‹~›\na‹e›: n‹250m›\na‹f›: n‹1Gi›\na‹g›: n‹80%›\na‹h›: n‹0x1F›\n",
      "a‹a›: 1.2.3\na‹b›: 8080:80\na‹c›: 10.0.0.1\na‹d›: truely\na‹e›: 1st of May\n",
      "a‹a›: v‹&x›\n  a‹<<›: v‹*base›\n  a‹b›: t‹!Ref› bar\n",
      "h‹---›\na‹a›: n‹1›\nh‹...›\n",
      "k‹%YAML 1.2›\nh‹---›\n",
      "a‹run›: o‹|›\n  s‹echo a: b\n\n  # no comment›\na‹next›: n‹1›",
      "- o‹>-›\n  s‹folded›\n- n‹2›",
      "a‹a›: o‹|2-› c‹# c›\n   s‹x›\n",
      "a‹nginx.conf›: o‹|›\n  k‹listen› n‹80›;\na‹run.sh›: o‹|›\n  f‹ls› o‹-l›\n",
      "a‹run›: o‹|›\n  c‹#!/bin/sh›\n  f‹ls› o‹-l›\n",
      "o‹{{-› k‹if› v‹.Values.x› o‹}}›\na‹y›: o‹{{› v‹.Values.tag› | f‹quote› o‹}}›\no‹{{-› k‹end› o‹-}}›\n",
      "a‹z›: foo-o‹{{› k‹include› s‹\"a.b\"› v‹.› o‹}}›-bar",
      "c‹{{/* a\ncomment */}}›\n",
      "a‹a›: v‹${TAG:-x}›\na‹b›: s‹\"›v‹$(POD_IP)›s‹:80\"›",
      "a‹list›: [n‹1›, s‹'b'›,\n  a‹c›: d]\na‹next›: [\n  e\n]\na‹f›: g, h",
      "a‹a›:\n  - - b\n    - a‹c›: o‹|›\n        s‹text›\n      a‹d›: e\n",
      "a‹a›: don't\na‹b›: x",
      "a‹url›: http://x/#y\n",
      "a‹a›: o‹|›",
    ])
  func yaml(marked: String) {
    #expect(painted(plain(marked), as: "yaml") == marked)
  }

  @Test(
    "Shell shows commands, options, variables, quotes, substitutions and heredocs",
    arguments: [
      "f‹docker› run o‹-d› o‹--name›=web o‹-p› 8080:80 nginx:1.25 c‹# start it›",
      "f‹docker› run \\\n  o‹--rm› \\\n  alpine",
      "f‹export› v‹FOO›=bar v‹BAZ›\nv‹A›=1 v‹B›=o‹$(›f‹pwd›o‹)› f‹make›",
      "k‹if› f‹[› o‹-f› s‹\"›v‹$F›s‹\"› ]o‹;› k‹then› f‹ls›o‹;› k‹else› f‹cd› /o‹;› k‹fi›",
      "k‹for› v‹f› k‹in› *.txto‹;› k‹do› f‹cat› v‹$f› o‹|› f‹grep› o‹-v› s‹'x y'› o‹>› out o‹2>&1;› k‹done›",
      "k‹case› v‹$1› k‹in›\n  start) f‹run› o‹;;›\n  *) f‹exit› 1 o‹;;›\nk‹esac›",
      "f‹foo›() k‹{› f‹ls›o‹;› k‹}›",
      "f‹echo› s‹\"a ›v‹${B:-x›o‹$(›f‹date›o‹)›v‹}›s‹ c\"›",
      "f‹echo› o‹`›f‹ls› o‹-l`› v‹$?› v‹$@› v‹$1›0",
      "v‹x›=o‹$((›n‹1› + v‹y› * (n‹2›o‹)))›",
      "f‹cat› o‹<<›k‹EOF› o‹|› f‹kubectl› apply o‹-f› -\na‹kind›: t‹Pod›\nk‹EOF›\nf‹ls›",
      "f‹cat› o‹<<-›k‹'END'›\ns‹\traw $x\n›k‹\tEND›\nf‹ls›",
      "f‹cat› o‹<<›k‹A› o‹<<›k‹B›\ns‹1\n›k‹A›\ns‹2\n›k‹B›\nf‹ls›",
      "f‹cat› o‹<<<› text\nf‹ls›",
      "f‹kubectl› logs v‹<pod-name>› o‹-c› web",
      "f‹sudo› o‹-u› root f‹docker› ps",
      "f‹curl› o‹-fsSL› https://get.docker.com o‹|› f‹sh› o‹-s› o‹--› o‹--channel› stable",
      "k‹[[› v‹$a› == b k‹]]› o‹&&› f‹echo› don't",
      "f‹diff› o‹<(›f‹ls› ao‹)› o‹<(›f‹ls› bo‹)›",
      "v‹arr›=(a b c)\nf‹ls›",
      "o‹>› out f‹echo› x",
      "v‹$CMD› arg",
      "f‹echo› \"open\nf‹ls›",
    ])
  func shell(marked: String) {
    #expect(painted(plain(marked), as: "bash") == marked)
  }

  @Test(
    "A session shows prompts, commands and output",
    arguments: [
      "p‹$ ›f‹docker› ps\nr‹CONTAINER ID\nabc›\n",
      "c‹# why›\np‹$ ›f‹docker› run \\\n    o‹-d› nginx\nr‹abc›\n\nc‹# then›\np‹$ ›f‹ls›\nr‹a\n# no comment›",
      "p‹# ›f‹apt-get› update\nr‹Get:1›\n",
      "p‹root@abc:/app# ›f‹ls›\np‹/ # ›f‹exit›\np‹[me@host ~]$ ›f‹ls›\np‹bash-5.2$ ›f‹ls›\np‹(env) $ ›f‹ls›\n",
      "p‹mysql> ›k‹select› n‹1›;\np‹>>> ›f‹print›(n‹1›)\np‹127.0.0.1:6379> ›GET x\nr‹\"1\"›",
      "p‹PS C:\\> ›f‹docker› ps\np‹C:\\Users> ›f‹docker› ps\np‹PS> ›f‹Get-Item› o‹-Path› x",
      "p‹$ ›f‹cat› o‹<<›k‹EOF› o‹>› a.yaml\na‹a›: b\nk‹EOF›\nr‹done›",
      "p‹$ ›f‹docker› run \\\np‹> ›  o‹-d› nginx\nr‹abc›",
      "p‹$ ›f‹echo› s‹'a\nb'›\nr‹a\nb›",
      "p‹$ ›f‹echo› don't\nr‹dont›\np‹$ ›f‹ls›",
      "p‹$ ›f‹ls› o‹|›\n  f‹wc›\nr‹1›",
      "p‹$ ›f‹curl› o‹-v› x\nr‹> GET / HTTP/1.1\n< HTTP/1.1 200 OK›\n",
      "r‹pod/counter created›\n",
      "p‹> ›first\nr‹out›\n",
      "p‹$ ›f‹docker› build .\nr‹=> [internal] load\n => => transferring›",
    ])
  func session(marked: String) {
    #expect(painted(plain(marked), as: "console") == marked)
  }

  @Test(
    "A shell block that holds something else is painted as what it is",
    arguments: [
      "p‹$ ›f‹ls›\nr‹a›\n",
      "p‹me@host:~$ ›f‹ls›\nr‹a›\n",
      "c‹# ls›\nf‹a›\n",
      "a‹kind›: t‹Pod›\na‹metadata›:\n  a‹name›: web\n",
      "r‹NAME    READY   STATUS\nweb-0   1/1     Running\n›",
      "f‹kubectl› get pods\n\nNAME    READY\nf‹web-0›   1/1\n",
      "f‹ls›\n├── a\n- b\n...\ntype: c",
      "f‹ls›\np‹$ ›f‹ls›",
      "k‹{› f‹ls›o‹;› k‹}›",
    ])
  func mislabelled(marked: String) {
    #expect(painted(plain(marked), as: "shell") == marked)
  }

  @Test(
    "Commands are copied without prompts and output",
    arguments: [
      ("$ a\nout\n$ b \\\n  c\nout", "a\nb \\\n  c"),
      ("$ cat <<EOF\n> x\n> EOF\nx", "cat <<EOF\nx\nEOF"),
      ("$ cat <<EOF\nx\nEOF\nx", "cat <<EOF\nx\nEOF"),
      ("# a\n# b", "a\nb"),
      ("# comment\n$ a  \n\nout", "a"),
      ("> select 1;\n1", "select 1;"),
      ("$ ", ""),
    ])
  func copies(session: String, expected: String) {
    #expect(commands(session) == expected)
  }
}
