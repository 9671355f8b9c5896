import Testing

/// What RUN gives to shells, and which shell reads it.
@Suite struct RunCommandTests {
  @Test(arguments: [
    RulePlaces("sudo", "FROM a:1\nRUN b && \\\n  # c\n  1️⃣sudo2️⃣ d; apt-get install sudo"),
    RulePlaces("sudo", "FROM a:1\nONBUILD RUN 1️⃣sudo2️⃣ b"),
    RulePlaces("sudo", "FROM a:1\nRUN <<EOF\nb\n1️⃣sudo2️⃣ c\nEOF"),
    RulePlaces(
      "sudo",
      "FROM a:1\nRUN <<EOF\n#!/usr/bin/env -S bash -e\n1️⃣sudo2️⃣ c\nEOF\nRUN <<EOF\n#!/usr/bin/python3\nsudo = 1\nEOF"),
    RulePlaces("sudo", "FROM a:1\nRUN cat <<EOF > b && 1️⃣sudo2️⃣ c\nsudo d\nEOF"),
    RulePlaces("sudo", #"FROM a:1\#nRUN ["bash", "-ec", "b; 1️⃣sudo2️⃣ c"]\#nRUN ["echo", "sudo"]"#),
    RulePlaces(
      "sudo",
      "FROM a:1\nSHELL [\"powershell.exe\", \"-Command\"]\nRUN sudo b\nSHELL [\"/bin/ash\", \"-c\"]\nRUN 1️⃣sudo2️⃣ b"),
    RulePlaces("sudo", "FROM a:1 AS b\nSHELL [\"cmd\", \"/c\"]\nFROM b\nRUN sudo c\nFROM a:1\nRUN 1️⃣sudo2️⃣ c"),
    RulePlaces("sudo", "# hadolint shell=powershell\nFROM a:1\nRUN sudo b\nFROM c:1\nRUN sudo d"),
    RulePlaces("sudo", "FROM a:1\n# hadolint shell = cmd\nRUN sudo b\nFROM c:1\nRUN 1️⃣sudo2️⃣ d"),
    RulePlaces("sudo", "FROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nRUN sudo b"),
  ]) func `a command is found in the script of a shell`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("pointless-command", "FROM a:1\nRUN 1️⃣top2️⃣ && echo top\nRUN --mount=type=ssh ssh b\nRUN 3️⃣ssh4️⃣ b"),
    RulePlaces("changed-directory", "FROM a:1\nRUN 1️⃣cd /b2️⃣ && c && cd /d\nRUN d"),
    RulePlaces("large-user-number", "FROM a:1\nRUN useradd -u 1️⃣1234562️⃣ b\nRUN useradd --uid=3️⃣1234564️⃣ b"),
    RulePlaces(
      "large-user-number", "FROM a:1\nRUN useradd -lu 123456 b\nRUN useradd -u 12345 b; useradd -u $LONG_NAME b"),
    RulePlaces(
      "wget-progress", "FROM a:1\nRUN 1️⃣wget2️⃣ b; wget -qO- b; wget -nv b; wget --progress=dot:giga b; wget -o c b"),
    RulePlaces("wget-and-curl", "FROM a:1\nRUN wget b\nRUN 1️⃣curl2️⃣ c; wget d\nFROM a:1\nRUN curl e"),
    RulePlaces("wget-and-curl", "FROM a:1 AS b\nRUN wget c; curl d\nFROM a:1\nCOPY --from=b c /"),
    RulePlaces("replaced-shell", "FROM a:1\nRUN ln -sf bash 1️⃣/bin/sh2️⃣; ln -s /bin/sh /b"),
    RulePlaces("consecutive-runs", "FROM a:1\nRUN b\n# c\n1️⃣RUN2️⃣ d\nRUN e\nUSER 1\nRUN f"),
    RulePlaces("consecutive-runs", "FROM a:1\nRUN b\nRUN --network=none c\nRUN d && e\nRUN f"),
    RulePlaces("consecutive-runs", "FROM a:1 AS b\nRUN c\nRUN d\nFROM scratch\nCOPY --from=b e /"),
  ]) func `a word of a command is found`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("pipefail", "FROM a:1\nRUN b 1️⃣|2️⃣ c | d\nRUN e; echo f | g || (h 3️⃣|&4️⃣ i)"),
    RulePlaces("pipefail", "FROM a:1\nRUN set -eo pipefail; b | c\nRUN b 1️⃣|2️⃣ c; set -o pipefail"),
    RulePlaces("pipefail", "FROM a:1\nRUN if b | c; then d; fi; e \"$(f | g)\"\nRUN H=$(i 1️⃣|2️⃣ j)"),
    RulePlaces(
      "pipefail", "FROM a:1 AS b\nSHELL [\"/bin/bash\", \"-euxo\", \"pipefail\", \"-c\"]\nRUN c | d\nFROM b\nRUN c | d"),
    RulePlaces("pipefail", "FROM a:1\nSHELL [\"/bin/bash\", \"-c\"]\nRUN c '|' d 1️⃣|2️⃣ e"),
    RulePlaces("pipefail", "FROM a:1\nSHELL [\"pwsh\", \"-c\"]\nRUN c | d"),
  ]) func `a pipe that hides a failure is found`(file: RulePlaces) {
    file.expect()
  }
}
