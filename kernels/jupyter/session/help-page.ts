import { magicHelp } from './magics.js';

const text = `Cells are TypeScript. The value of an expression without a semicolon is shown; declarations are visible to all
cells, and cells run again when something they use changes. What they show, print or fail with is replaced in its place.
A cell that uses what no cell defines yet waits for it, and runs when one does.

  import … from "package"          what the notebook's folder has installed, or else Litmus
  import … from "./file.ts"        a file beside the notebook
  import … from "litmus:src/lib/…" Litmus's own library

Without an import:
  display(value, {id?, update?})   shows a value now; under an id it can be replaced later
  html\`…\` svg\`…\` md\`…\` tex\`…\`      text to be shown as what it is
  json(value) vegaLite(spec) image(bytes) bundle(data)
  clearOutput(wait?)               empties the cell's output
  await input("question")          asks for a line of text
  Generators.observe(…)  now       values that go on changing
  Mutable(value)                   a value that functions of its cell may change
  comms.open(target)               a channel to the client
  await useBackend("wasm")         the backend of TensorFlow.js; the best there is without a name

At the head of a cell:
  ${magicHelp.replaceAll('\n', '\n  ')}
`;

/** The payload that opens a client's pager with what `%help` shows. */
export const helpPage = { source: 'page', data: { 'text/plain': text }, start: 0 } as const;
