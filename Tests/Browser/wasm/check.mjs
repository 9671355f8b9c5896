// Runs the Dockerfile checker as a page would: check.mjs RUTTER.wasm < lines of {"text","isFragment"} > lines of findings
import { readFileSync } from 'node:fs'

const { instance } = await WebAssembly.instantiate(readFileSync(process.argv[2]), {})
const { memory, malloc, free, rutter_check_dockerfile: check } = instance.exports

function findings(text, isFragment) {
  const bytes = new TextEncoder().encode(text)
  const input = malloc(bytes.length + 1)
  new Uint8Array(memory.buffer, input, bytes.length).set(bytes)
  const block = check(input, bytes.length, isFragment ? 1 : 0)
  const length = new DataView(memory.buffer).getUint32(block, true)
  const json = new TextDecoder().decode(new Uint8Array(memory.buffer, block + 4, length))
  free(block)
  free(input)
  return json
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (!line) continue
  const { text, isFragment } = JSON.parse(line)
  console.log(findings(text, isFragment))
}
