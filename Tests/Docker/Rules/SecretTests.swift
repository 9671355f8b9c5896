import Testing

/// What is a secret, and what only stands for one.
@Suite struct SecretTests {
  /// Letters and digits as if drawn by lot; put together here so that no scanner takes this file for a leak.
  private static let lot = "q7Zr2Mx9Kd4Wv8Bn3Ty6Ls1Pf5Hg0Jc2Ra7Eu"
  private static let capitals = "Q7ZR2MX9KD4WV8BN"

  @Test(arguments: [
    RulePlaces("exposed-secret", "FROM a\nENV A=1️⃣ghp_\(lot)2️⃣"),
    RulePlaces("exposed-secret", "FROM a\nRUN aws --key 1️⃣AKIA\(capitals)2️⃣ 'b'"),
    RulePlaces("exposed-secret", "FROM a\nRUN git clone https://ada:1️⃣Xy7lovelace2️⃣@example.com/a.git"),
    RulePlaces("exposed-secret", "FROM a\nRUN <<E\n1️⃣-----BEGIN RSA PRIVATE KEY-----2️⃣\n\(lot)\(lot)\nE"),
    RulePlaces("exposed-secret", "FROM a\nARG A=1️⃣glpat-\(lot)2️⃣ B=c"),
  ]) func `a secret is found by its form`(file: RulePlaces) {
    file.expect()
    file.expect(isFragment: true)
  }

  @Test(arguments: [
    "ENV A=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1", "ENV A=AKIAIOSFODNN7EXAMPLE", "ENV A=AKIA", "ENV AKIA=b",
    "RUN git clone https://$USER:$TOKEN@example.com", "RUN git clone https://ada:<password>@example.com",
    "RUN curl http://a:8080/b@c", "RUN xnpm_\(lot)", "RUN grep -- '-----BEGIN PRIVATE KEY-----' a",
    "ENV URL=postgres://postgres:postgres@db:5432/a", "RUN npm install npm_a@b",
  ]) func `what stands for a secret is left alone`(line: String) {
    RulePlaces("exposed-secret", "FROM a\n" + line).expect()
  }
}
