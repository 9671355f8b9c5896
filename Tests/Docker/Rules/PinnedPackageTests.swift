import Testing

/// The rules that ask for versions: which words of an install are packages, and which of them have a version.
@Suite struct PinnedPackageTests {
  @Test(arguments: [
    RulePlaces("pin-apt-packages", "RUN apt-get -y install 1️⃣a2️⃣ b=1 c\nRUN sudo apt install 3️⃣d4️⃣"),
    RulePlaces(
      "pin-apt-packages", "RUN apt-get install -t a -o b c=1 ./d.deb e/f g- --no-upgrade -qq=h && apt-get update i"),
    RulePlaces(
      "pin-apt-packages", "RUN echo apt-get install a\nRUN apt-get remove b\nRUN /usr/bin/apt-get install 1️⃣c2️⃣"),
    RulePlaces("pin-apk-packages", "RUN apk -U --root a add --virtual b -t c -X d 1️⃣e2️⃣ f~1 'g>1' ./h.apk !i"),
    RulePlaces("pin-apk-packages", "RUN apk del a && apk cache clean\nRUN apk add —no-cache a=1"),
    RulePlaces("pin-yum-packages", "RUN yum install 1️⃣java-11-openjdk2️⃣\nRUN yum -c a in 3️⃣gcc-c++4️⃣ b-1 c-1.2-3.el9"),
    RulePlaces(
      "pin-yum-packages",
      "RUN yum install a-1:2.3k b-1.* c-1.2-* d.rpm http://e @f 'g >= 1' 'h(i)'\nRUN yum group install a"),
    RulePlaces("pin-dnf-packages", "RUN microdnf install 1️⃣a2️⃣ && dnf --repo b install c-1\nRUN tdnf install 3️⃣d4️⃣"),
    RulePlaces("pin-dnf-packages", "RUN dnf module install a:1 && dnf module install 1️⃣b2️⃣\nRUN dnf module enable c"),
    RulePlaces("pin-zypper-packages", "RUN zypper -R a -n in -t package --from b 1️⃣c2️⃣ 'd>=1' e=1 f.rpm !g"),
    RulePlaces("pin-zypper-packages", "RUN zypper install -t pattern a\nRUN zypper ref b"),
  ]) func `packages of distributions have versions`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("pin-pip-packages", "RUN pip3.12 install -U 1️⃣a2️⃣ 'b>=1' 'c~=2'\nRUN python3 -u -m pip install 3️⃣d4️⃣"),
    RulePlaces(
      "pin-pip-packages", "RUN pip install -r a 1️⃣b2️⃣\nRUN pip --timeout 9 install . 3️⃣'c; python_version<\"3\"'4️⃣"),
    RulePlaces(
      "pin-pip-packages", "RUN pip install -e a --proxy b -c d e\nRUN pip install ./a b.whl c/d 'e @ http://f/g' .[h]"),
    RulePlaces("pin-pip-packages", "RUN pip install 1️⃣git+ssh://git@a/b2️⃣\nRUN pip install git+ssh://git@a/b@c"),
    RulePlaces(
      "pin-pip-packages", "RUN pipx install 1️⃣a2️⃣\nRUN pipenv install b\nRUN python -m venv install\nRUN pip download c"),
    RulePlaces("pin-npm-packages", "RUN npm --prefix a i -g b@1 1️⃣@c/d2️⃣ @c/d@1\nRUN npm add 3️⃣e@latest4️⃣"),
    RulePlaces(
      "pin-npm-packages",
      "RUN npm install\nRUN npm ci a\nRUN npm run install b\nRUN npm install . ./a /b c.tgz https://d file:e"),
    RulePlaces(
      "pin-npm-packages",
      "RUN npm install 1️⃣a/b2️⃣\nRUN npm install 3️⃣github:a/b4️⃣\nRUN npm install a/b#c git@d:e#f g@npm:h@1"),
    RulePlaces("pin-gems", "RUN gem i a:1 1️⃣b2️⃣ -i c -- d\nRUN gem install 3️⃣e4️⃣ --no-document"),
    RulePlaces("pin-gems", "RUN gem install a -v1 && gem install b --version=2 && gem install c.gem\nRUN gem update d"),
  ]) func `packages of languages have versions`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("pin-go-packages", "RUN go install -tags a 1️⃣b.c/d2️⃣\nRUN go run 3️⃣e.f/g@latest4️⃣ h"),
    RulePlaces("pin-go-packages", "RUN go install a.b/c@v1 ./d std && go run e.go f && go build g && go install /h"),
    RulePlaces(
      "pin-go-packages", "COPY a b\nRUN go install c.d/e && go run f.g/h\nRUN go get 1️⃣i.j/k2️⃣\nRUN go run 3️⃣l.m/n@latest4️⃣"
    ),
    RulePlaces("pin-go-packages", "FROM a AS b\nADD c d\nFROM b\nRUN go run e.f/g\nFROM a\nRUN go run 1️⃣e.f/g2️⃣"),
    RulePlaces("pin-go-packages", "RUN git clone a && cd a && go install b.c/d"),
  ]) func `packages of Go have versions, but for those of a module at hand`(file: RulePlaces) {
    file.expect()
  }

  @Test(arguments: [
    RulePlaces("pin-apk-packages", "FROM a\nENV B=\"c d\" E=f=1\nRUN apk add 1️⃣$B2️⃣ $E \"$E\""),
    RulePlaces("pin-apk-packages", "FROM a\nRUN apk add $B ${C:-} \"$@\" $(cat d) `cat e`\nARG F\nRUN apk add $F"),
    RulePlaces("pin-apk-packages", "FROM a AS b\nENV C=d\nFROM b\nARG E=f=1\nRUN apk add 1️⃣$C2️⃣ $E g=$H"),
    RulePlaces(
      "pin-apk-packages",
      "FROM a\nRUN b='c d'; apk add 1️⃣$b2️⃣\nRUN e=f; e=g=1; apk add $e\nRUN for e in f; do apk add $e; done"),
    RulePlaces("pin-dnf-packages", "FROM a AS b\nENV C=1\nRUN dnf install d-$C\nFROM a\nRUN dnf install 1️⃣d-$C2️⃣ e-$F"),
  ]) func `a variable counts where its value is known`(file: RulePlaces) {
    file.expect()
  }
}
