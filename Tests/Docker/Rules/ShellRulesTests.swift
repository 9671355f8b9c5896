import Testing

/// What ShellCheck finds in scripts, and where it is silent.
@Suite struct ShellRulesTests {
  @Test(arguments: [
    "RUN a 1️⃣$x2️⃣ \"$y\"",
    "RUN a 1️⃣${x%%.*}2️⃣ ${#y} $# $? ${z:+$y} $@",
    "RUN a x1️⃣$x2️⃣/3️⃣$y4️⃣",
    "RUN x=1 && y=\"2 3\" && a $x 1️⃣$y2️⃣",
    "RUN a && x=1 && b 1️⃣$x2️⃣",
    "RUN x=$(a); b 1️⃣$x2️⃣",
    "RUN x=$(a) y=$x z=${x}b; case $x in $y) c;; esac; for i in $z; do d \"$i\"; done",
    "RUN if a; then x=1; else x=2; fi; b $x",
    "RUN if a; then x=1; else exit 1; fi; b $x",
    "RUN if a; then x=1; fi; b 1️⃣$x2️⃣",
    "RUN case $a in b) x=1;; *) exit 1;; esac; b $x",
    "RUN case $a in b) x=1;; esac; b 1️⃣$x2️⃣",
    "RUN x=1; (x=$(a)); b $x; { x=$(c); }; d 1️⃣$x2️⃣",
    "RUN x=1; while a; do b 1️⃣$x2️⃣; x=$(c); done",
    "RUN for x in 1 2; do a $x; done; for y in 1 '2 3'; do a 1️⃣$y2️⃣; done",
    "RUN x=$((1 + 1)); a $x; read x; a 1️⃣$x2️⃣",
    "RUN f() { local x=1; a $x 1️⃣$12️⃣; }; f b",
    "RUN $x a; exec $x b",
    "RUN a > 1️⃣$x2️⃣ 2>&1",
    "RUN : ${x:=1}",
    "RUN export X=1️⃣$y2️⃣",
    "SHELL [\"/bin/bash\", \"-c\"]\nRUN export X=$y; [[ $y = $z ]]",
    "SHELL [\"pwsh\", \"-c\"]\nRUN a $x",
    "RUN a {b,1️⃣$x2️⃣}",
    "RUN a \"b $(c 1️⃣$x2️⃣)\"",
    "RUN <<E\na 1️⃣$x2️⃣\nE",
    "RUN x=1 a; b 1️⃣$x2️⃣",
  ]) func `a variable is quoted`(file: String) {
    RulePlaces("quote-variable", "FROM debian\nARG a b c x y z i X\n" + file).expect()
  }

  @Test(arguments: [
    RulePlaces("quote-substitution", "RUN a 1️⃣$(b)2️⃣ \"$(c)\" 3️⃣`d`4️⃣ x=$(seq 3)"),
    RulePlaces("quote-substitution", "RUN x=$(a); for i in $(b); do c; done; $(d)"),
    RulePlaces("masked-status", "RUN export 1️⃣A2️⃣=\"b$(c)\" D=\"$e\" && f=$(g) && export f"),
    RulePlaces("masked-status", "RUN f() { local 1️⃣a2️⃣=`b`; }; f"),
    RulePlaces("single-quoted-variable", "RUN a 1️⃣'$b'2️⃣ '$' '$ b' \"'$c'\" 3️⃣'`d`'4️⃣"),
    RulePlaces(
      "single-quoted-variable",
      "RUN awk '{ print $1 }' a | sed '$d' | sh -c '$b'; PS1='$c'; find . -exec sh -c '$0' \\;"),
    RulePlaces("dashed-glob", "RUN rm 1️⃣*.a2️⃣ ./*.b -- *.c; echo *"),
    RulePlaces("echo-escape", "RUN echo 1️⃣'a\\nb'2️⃣; echo -e 'a\\nb'; printf 'a\\n'; echo 'a\\.b'"),
    RulePlaces("single-pass-loop", "RUN for i in 1️⃣a2️⃣; do b; done; for i in $a; do b; done; for i in *; do b; done"),
    RulePlaces("checked-cd", "RUN 1️⃣cd a2️⃣; b; cd c && d; cd ..; e; if cd f; then g; fi"),
    RulePlaces("checked-cd", "RUN a; cd b"),
    RulePlaces("checked-cd", "RUN set -eux; cd a; b"),
    RulePlaces("unassigned-variable", "RUN a 1️⃣$x2️⃣ $x $HOME ${y:-z} ${B}"),
    RulePlaces("unassigned-variable", "ARG x\nENV y=1\nRUN read a; for b in c; do echo $a $b $x $y; done"),
    RulePlaces("unassigned-variable", "RUN . ./a; b $x"),
    RulePlaces("find-xargs", "RUN 1️⃣find . -name a2️⃣ | xargs rm; find . -print0 | xargs -0 rm; find . | sort | xargs rm"),
    RulePlaces("negated-command", "RUN set -e; 1️⃣!2️⃣ a; b; if ! c; then d; fi; ! e"),
    RulePlaces("negated-command", "RUN ! a; b"),
    RulePlaces("careful-removal", "RUN rm -rf 1️⃣\"$x/\"2️⃣ \"$x/a\" \"${x:?}/\" 3️⃣/usr/$x/*4️⃣ $x; rm \"$x/\""),
    RulePlaces("shell-syntax", "RUN a; 1️⃣)2️⃣"),
    RulePlaces("shell-syntax", "RUN a && \\\n  1️⃣(2️⃣b"),
    RulePlaces("shell-syntax", "RUN powershell if (a) { b }"),
    RulePlaces("posix-shell", "RUN 1️⃣[[2️⃣ a ]] && [ b 3️⃣==4️⃣ c ] && echo 5️⃣-e6️⃣ d"),
    RulePlaces("posix-shell", "RUN mkdir 1️⃣{a,b}2️⃣ && set -euo 3️⃣pipefail4️⃣ && a 5️⃣&>6️⃣ b"),
    RulePlaces("posix-shell", "RUN a=1️⃣(b c)2️⃣; echo \"3️⃣${x//a/b}4️⃣ ${x#a}\""),
    RulePlaces("posix-shell", "SHELL [\"/bin/bash\", \"-c\"]\nRUN [[ a ]]"),
    RulePlaces("posix-shell", "# hadolint shell=bash\nRUN [[ a ]]"),
  ]) func `a slip in a script is found where it stands`(file: RulePlaces) {
    file.expect()
  }
}
