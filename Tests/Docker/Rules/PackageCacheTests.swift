import Testing

/// The rules about what package managers leave behind, and about what they may ask.
@Suite struct PackageCacheTests {
  @Test(arguments: [
    RulePlaces("remove-apt-lists", "RUN apt-get -qq 1️⃣update2️⃣ && rm -rf /tmp/*\nRUN rm -rf /var/lib/apt/lists/*"),
    RulePlaces("remove-apt-lists", "RUN rm -rf /var/lib/apt/lists/* && aptitude 1️⃣update2️⃣"),
    RulePlaces(
      "remove-apt-lists",
      "RUN apt update; apt-get dist-clean\nRUN apt update; rm -r /var/lib/apt\nRUN apt update; rm /var/lib/{apt,dpkg}/*"
    ),
    RulePlaces(
      "remove-apt-lists",
      "RUN apt update; find /var/lib/apt/lists -type f -delete\nRUN apt-get 1️⃣update2️⃣; find /var/lib/apt/lists"),
    RulePlaces(
      "remove-apt-lists",
      "RUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN --mount=target=/var/lib/apt apt-get 1️⃣update2️⃣"),
    RulePlaces(
      "remove-apt-lists",
      "RUN rm /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=tmpfs,target=/var/lib/apt apt-get update && apt-get 1️⃣install2️⃣ a"
    ),
    RulePlaces(
      "remove-apt-lists",
      "FROM a AS b\nRUN apt-get update\nFROM c AS d\nRUN apt-get 1️⃣update2️⃣\nFROM d\nCOPY --from=b / /"),
    RulePlaces(
      "clean-yum-cache",
      "RUN yum clean all; yum -y 1️⃣update2️⃣\nRUN yum install a; dnf clean all\nRUN yum install a; yum clean all; yum 3️⃣install4️⃣ b"
    ),
    RulePlaces(
      "clean-yum-cache",
      "RUN yum install a; rm -rf /var/cache/yum\nRUN yum install a; rm -rf /var/cache/*\nRUN --mount=type=cache,target=/var/cache yum install a"
    ),
    RulePlaces(
      "clean-dnf-cache",
      "RUN dnf 1️⃣install2️⃣ a; microdnf clean all\nRUN dnf module install a; dnf clean all\nRUN dnf module 3️⃣install4️⃣ a"),
    RulePlaces(
      "clean-zypper-cache",
      "RUN zypper cc && zypper -n 1️⃣in2️⃣ a\nRUN zypper up; zypper clean --all\nRUN zypper up; rm -rf /var/cache/zypp"),
    RulePlaces(
      "clean-yarn-cache",
      "RUN 1️⃣yarn2️⃣\nRUN yarn global 3️⃣add4️⃣ a\nRUN yarn run install\nRUN yarn -v\nRUN yarn install; yarn cache clean"),
    RulePlaces(
      "clean-yarn-cache",
      "RUN yarn --cache-folder a install\nRUN --mount=type=cache,target=/usr/local/share/.cache yarn install"),
  ]) func `what is fetched is removed in the same RUN`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces(
      "apk-no-cache", "RUN apk 1️⃣add2️⃣ a\nRUN apk --no-cache add a\nRUN apk 3️⃣add4️⃣ -U a && rm -rf /var/cache/apk/*"),
    RulePlaces(
      "apk-no-cache",
      "RUN --mount=type=cache,target=/var/cache/apk apk add a\nRUN apk add --no-network a\nRUN apk del a"),
    RulePlaces(
      "pip-no-cache",
      "RUN pip 1️⃣install2️⃣ a\nRUN pip --no-cache-dir install a\nRUN python -m pip 3️⃣install4️⃣ a\nRUN pipx install a"),
    RulePlaces(
      "pip-no-cache",
      "RUN PIP_NO_CACHE_DIR=1 pip install a\nRUN export PIP_NO_CACHE_DIR=yes; pip install a\nRUN PIP_NO_CACHE_DIR= pip 1️⃣install2️⃣ a"
    ),
    RulePlaces(
      "pip-no-cache",
      "FROM a AS b\nARG PIP_NO_CACHE_DIR=1\nFROM b\nRUN pip install c\nENV PIP_NO_CACHE_DIR 'off'\nRUN pip 1️⃣install2️⃣ c"),
    RulePlaces(
      "pip-no-cache",
      "RUN pip install a; rm -rf ~/.cache\nRUN pip install a; pip cache purge\nRUN --mount=type=cache,target=/root/.cache pip install a"
    ),
    RulePlaces("pip-no-cache", "RUN pip install a; pip cache purge; pip 1️⃣install2️⃣ b && pip 3️⃣install4️⃣ c"),
    RulePlaces("pip-no-cache", "FROM a AS b\nRUN pip install c\nFROM a\nCOPY --from=b /c /c"),
  ]) func `nothing is kept for the next time`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces(
      "apt-assume-yes",
      "RUN apt-get 1️⃣install2️⃣ -q a\nRUN apt-get install -qq a\nRUN apt-get -q=2 install a\nRUN apt-get install -fy a"),
    RulePlaces(
      "apt-assume-yes",
      "RUN yes | apt-get install a\nRUN apt-get install a <<< y\nRUN apt-get install -s a\nRUN apt-get 1️⃣install2️⃣ a | cat"
    ),
    RulePlaces("apt-assume-yes", "RUN apt-get 1️⃣install2️⃣ -o Dpkg::Options::=-y a"),
    RulePlaces(
      "yum-assume-yes", "RUN yum 1️⃣remove2️⃣ a\nRUN yum -y update\nRUN yum install --assumeyes a\nRUN yum list a"),
    RulePlaces("dnf-assume-yes", "RUN microdnf 1️⃣install2️⃣ a\nRUN dnf group 3️⃣install4️⃣ a\nRUN dnf clean all"),
    RulePlaces("zypper-assume-yes", "RUN zypper 1️⃣rm2️⃣ a\nRUN zypper -n rm a\nRUN zypper in -y a\nRUN zypper ref"),
    RulePlaces(
      "apt-no-recommends",
      "RUN apt-get 1️⃣install2️⃣ a\nRUN apt install a --no-install-recommends\nRUN apt-get -o APT::Install-Recommends=0 install a"
    ),
    RulePlaces(
      "apt-no-recommends",
      "RUN echo 'APT::Install-Recommends \"false\";' > /etc/apt/apt.conf.d/a\nRUN apt-get install a"),
    RulePlaces("prefer-apt-get", "RUN 1️⃣apt2️⃣ list && apt update\nRUN sudo 3️⃣apt4️⃣ update\nRUN apt-get update; echo apt"),
    RulePlaces("zypper-dist-upgrade", "RUN zypper -n 1️⃣dup2️⃣\nRUN zypper -n up dup"),
  ]) func `commands ask nothing and do what they say`(file: RulePlaces) {
    file.expect()
  }
}
