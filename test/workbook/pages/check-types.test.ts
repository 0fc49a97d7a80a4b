import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { checkTypes } from '../../../kernels/workbook/pages/check-types.js';

const page = `---
title: Errors
---

# Errors

The least is \${least.toFixed(2)}.

\`\`\`ts
const chosen = rows.filter((row) => row.pairs > pairs);
const least = Math.min(...chosen.map((row) => row.mean_error));
display(least);
\`\`\`

\`\`\`ts
import { readErrors } from './error-row.js';

const rows = readErrors(FileAttachment('./errors.parquet').href);
const pairs = view(Object.assign(document.createElement('div'), { value: 25 }));
const counter = Mutable(0);
\`\`\`

\`\`\`ts
rows.then(String)
\`\`\`

\`\`\`ts run=false
const never: string = 1;
\`\`\`

\`\`\`sh
npm ci
\`\`\`
`;

/** Pages that differ from the one above in one place, and what is found in each. */
const variants = {
  same: page,
  'column in a cell': page.replace('row.mean_error', 'row.mean_eror'),
  'column in the text': page.replace('least.toFixed', 'rows[0].mean_eror.toFixed'),
  'type of a control': page.replace('row.pairs > pairs', 'row.pairs > pairs.length'),
  'type of a counter': page.replace('display(least)', 'display(counter.length)'),
  'unknown name': page.replace('display(least)', 'display(d3)'),
  'name declared twice': page.replace('const counter', 'const least'),
  'missing module': page.replace('./error-row.js', '../error-row.js'),
  syntax: page.replace('display(least);', 'display(least;'),
  javascript: page.replace('```sh', '```js'),
  indented: page.replace('```sh', '- ```ts\n  const inList = 1;\n  ```\n\n```sh'),
};

const fileOf = (name: string) => path.join(root, 'test/fixtures/pages', `${name.replaceAll(' ', '-')}.md`);
const found = checkTypes(
  new Map(Object.entries(variants).map(([name, text]) => [fileOf(name), text] as const)),
);
const inPage = (name: keyof typeof variants) =>
  (found.get(fileOf(name)) ?? []).map(({ start, message }) => {
    const before = variants[name].slice(0, start).split('\n');
    return `${before.length}:${before.at(-1)!.length + 1} ${message}`;
  });

it('finds a value of another cell as the page hands it on: settled, and the latest of a generator', () => {
  // The last cell asks a list of rows, which the page has waited for, for its \`then\`.
  expect(inPage('same')).toEqual([
    expect.stringMatching(/^24:6 Property 'then' does not exist on type 'readonly/),
  ]);
});

it.each([
  ['column in a cell', /^11:51 Property 'mean_eror' does not exist on type 'ErrorRow'/],
  ['column in the text', /^7:24 Property 'mean_eror' does not exist/],
  ['type of a control', /^10:55 Property 'length' does not exist on type 'number'/],
  ['type of a counter', /^12:17 Property 'length' does not exist on type 'number'/],
  ['unknown name', /^12:9 Cannot find name 'd3'/],
  ['name declared twice', /"least" is declared by two cells of this page/],
  ['missing module', /^16:28 Cannot find module '..\/error-row.js'/],
  ['syntax', /^12:14 '\)' expected/],
  ['javascript', /^31:1 a cell in "js" is seen by no compiler/],
  ['indented', /^31:1 a cell stands at the beginning of its lines/],
] as const)('says where it is in the page: %s', (name, message) => {
  expect(inPage(name)).toContainEqual(expect.stringMatching(message));
});
