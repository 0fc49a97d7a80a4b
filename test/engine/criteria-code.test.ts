import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { measuringCode } from '../../kernels/engine/criteria-code.js';
import { root } from '../../kernels/engine/root.js';

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function codeOf(claims: string, ids: readonly string[], helper = 'export const twice = (x) => 2 * x;') {
  const folder = await mkdtemp(path.join(root, 'test', 'fixtures', 'copy-'));
  folders.push(folder);
  await writeFile(path.join(folder, 'helper.ts'), helper);
  await writeFile(path.join(folder, 'claims.ts'), claims);
  return measuringCode(folder, ids);
}

const text = ({
  statement = 'A holds.',
  least = '3',
  words = 'so many',
  other = 'x + 1',
} = {}) => `import { twice } from './helper.js';
  const least = ${least};
  function far(x) { return near(twice(x)); }
  const near = (x) => x > least;
  const plus = (x) => ${other};
  export const claims = [
    { id: 'a', statement: '${statement}', measure: (rows) => [far(rows.length), \`${words} \${rows.length}\`], gates() { return []; } },
    { id: 'b', measure: (rows) => plus(rows.near) },
    made('c', plus),
  ];
  function made(id, how) { return { id, measure: (rows) => how(rows.length) }; }`;

it('is another for another way of measuring, however far that is away', async () => {
  const before = await codeOf(text(), ['a', 'b', 'c']);
  expect(before.get('a')).toMatch(/^\$\d=3$/m);
  const nearer = await codeOf(text({ least: '4' }), ['a', 'b', 'c']);
  expect(nearer.get('a')).not.toBe(before.get('a'));
  const helper = await codeOf(text(), ['a', 'b', 'c'], 'export const twice = (x) => 3 * x;');
  expect(helper.get('a')).not.toBe(before.get('a'));
  for (const changed of [nearer, helper])
    for (const id of ['b', 'c']) expect(changed.get(id)).toBe(before.get(id));
});

it('is found for a claim that a function makes', async () => {
  const before = await codeOf(text(), ['a', 'b', 'c']);
  const after = await codeOf(text({ other: 'x + 2' }), ['a', 'b', 'c']);
  expect(after.get('c')).not.toBe(before.get('c'));
  expect(after.get('b')).not.toBe(before.get('b'));
  expect(after.get('a')).toBe(before.get('a'));
});

it('is the same for other words: a statement, and how a number is told', async () => {
  const before = await codeOf(text(), ['a']);
  expect(await codeOf(text({ statement: 'A holds always.', words: 'as many as' }), ['a'])).toEqual(before);
});

it('has calls of what writes numbers, and not how they are written', async () => {
  const claims = `import { significant } from '../../../src/lib/text/number.js';
    export const claims = [{ id: 'a', measure: (rows) => significant(rows.length) }];`;
  const code = (await codeOf(claims, ['a'])).get('a');
  expect(code).toContain('significant@"src/lib/text/number.js"');
  expect(code).not.toContain('NumberFormat');
});

it('is the same where the compiler renames, and where a member or a local has the name of something else', async () => {
  const before = await codeOf(text(), ['a', 'b', 'c']);
  // A second `near` and `far`, in another module: the compiler gives one of each another name, and renames locals too.
  const helper = `const near = (x) => -x; const far = 5; const rows = 7;
    export const twice = (x) => 2 * x; export const other = () => near(far) + rows;`;
  const claims = `import { other } from './helper.js';\n${text()}\nexport const b = other(); export const measure = 3;`;
  expect(await codeOf(claims, ['a', 'b', 'c'], helper)).toEqual(before);
});

it('is the same whatever a claim says beside its criterion, first, last or in what others share', async () => {
  const claims = (
    aside: string,
    ...[first = '', last = '']: readonly string[]
  ) => `const shared = { gates: () => []${last}};
    const plus = (x) => x + 1;
    export const claims = [
      { ...shared, id: 'a', measure: plus${last} },
      { ${first}id: 'b', ${aside}measure: (rows) => ({ found: plus(rows) }) },
      made('c', plus),
    ];
    function made(id, how) { return { id, measure: (rows) => how(rows.length)${last} }; }`;
  const before = await codeOf(claims(''), ['a', 'b', 'c']);
  const aside = 'attainable: (rows) => ({ least: plus(0), greatest: rows.length }), ';
  const last = ", attainable() { return plus(2); }, infeasible: 'it cannot'";
  expect(await codeOf(claims(aside, `infeasible: 'no', ${aside}`, last), ['a', 'b', 'c'])).toEqual(before);
});

it('tells imports by where they come from', async () => {
  const from = (imported: string) => `import ${imported} from 'd3-array';
    export const claims = [{ id: 'a', measure: (rows) => mean(rows) }];`;
  const before = await codeOf(from('{ mean }'), ['a']);
  expect(before.get('a')).toContain('mean@"d3-array"');
  expect(await codeOf(from('{ median as mean }'), ['a'])).not.toEqual(before);
  const renamed = from('{ mean as average }').replace('mean(rows)', 'average(rows)');
  expect(await codeOf(renamed, ['a'])).toEqual(before);
});

it('is not found, and said so, for a claim whose name stands nowhere', async () => {
  const claims = `const made = (kind) => ({ id: \`of-\${kind}\`, measure: () => kind }); export const claims = [made('a')];`;
  await expect(codeOf(claims, ['of-a'])).rejects.toThrow('"of-a" cannot be found: write its id out');
});

it('says where claims cannot be read', async () => {
  await expect(codeOf('export const claims = [', ['a'])).rejects.toThrow('cannot be read');
});

it('is the same with a refusal of inputs more, and another with a condition that decides', async () => {
  const helper = (guard: string) => `export function twice(x) { ${guard} return 2 * x; }`;
  const before = await codeOf(text(), ['a'], helper(''));
  const refusing = "if (!(x > 0)) throw new RangeError('x is not positive');";
  expect(await codeOf(text(), ['a'], helper(refusing))).toEqual(before);
  for (const deciding of ['if (!(x > 0)) return 0;', "if (x > 0) return 1; else throw new Error('no');"])
    expect((await codeOf(text(), ['a'], helper(deciding))).get('a')).not.toBe(before.get('a'));
});
