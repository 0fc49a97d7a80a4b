import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { type Language, language } from '../../../kernels/jupyter/language/language-service.js';
import { atCursor } from './at-cursor.js';

let service: Language;

const add = `function add(a: number, b = x.length): number {
  return a + b;
}`;

beforeAll(() => {
  service = language({ folder: path.join(root, 'test/jupyter'), root });
  service.setCell('numbers', '/** Numbers to play with. */\nconst x = [1, 2];');
  service.setCell(
    'functions',
    `/**
 * Adds, see {@link x}.
 *
 * @param a one
 * @param b another
 * @returns the sum
 * @example add(1, 2)
 */
${add}
class Point { norm() { return 1 } }
const later = Promise.resolve({ id: 'a' });
type Mode = 'fast' | 'slow';
let mode: Mode = 'fast';`,
  );
  service.setCell(
    'imports',
    'import * as Plot from "npm:@observablehq/plot"; import {kraskov} from "../../src/lib/information/kraskov.js"; import {statSync} from "node:fs"',
  );
});

const inspect = (marked: string, detail: 0 | 1 = 0) => service.inspect(...atCursor(marked), detail);

const signature = (marked: string) => inspect(marked)?.text.split('\n\n')[0];

describe('the signature', () => {
  it.each([
    ['x¦', 'const x: number[]'],
    ['¦x', 'const x: number[]'],
    ['x¦.map(f)', 'const x: number[]'],
    ['later¦', 'const later: {\n    id: string;\n}'],
    ['mode¦', 'const mode: Mode'],
    ['a as Mo¦de', 'type Mode = "fast" | "slow"'],
    ['Point¦', 'class Point'],
    ['new Point().nor¦m()', '(method) Point.norm(): number'],
    ['ad¦d', 'function add(a: number, b?: number): number'],
    ['ad¦d(1)', 'function add(a: number, b?: number): number'],
    ['Plot¦', 'import * as Plot from "npm:@observablehq/plot";'],
    ['Plot.dotX¦', 'function dotX(data?: Plot.Data, options?: Plot.DotXOptions): Plot.Dot'],
    ['now¦', 'const now: number'],
    ['const own = 1; own¦', 'const own: 1'],
    ['({ a: x¦ })', 'const x: number[]'],
    ['{a: 1, b: x¦}', 'const x: number[]'],
    ['const x = "own"; x¦', 'const x: "own"'],
    ['😀; x¦', 'const x: number[]'],
  ])('of %j is %j', (marked, expected) => {
    expect(signature(marked)).toBe(expected);
  });

  it.each([
    'add(¦)',
    'add(¦',
    'add(1, ¦',
    'add(1,\n  ¦\n',
    'add(1, (2 + ¦3))',
    'add(x.map(f), ¦1)',
    'f(add(1, ¦), 2)',
    '[add(¦]',
  ])('at %j is that of the function that is called', (marked) => {
    expect(signature(marked)).toBe('function add(a: number, b?: number): number');
  });

  it('at a name within a call is that of the name', () => {
    expect(signature('add(x¦)')).toBe('const x: number[]');
  });

  it('after a call is none', () => {
    expect(inspect('add(1) ¦')).toBeUndefined();
    expect(inspect('add(1);\n¦')).toBeUndefined();
  });

  it.each(['nobodyKnows¦', '¦', '1 +¦ 2', '// x¦', '"x¦"', '%time x¦'])('at %j is none', (marked) => {
    expect(inspect(marked)).toBeUndefined();
  });
});

describe('the documentation', () => {
  it('follows the signature, tags line by line', () => {
    expect(inspect('add¦')).toEqual({
      text: `function add(a: number, b?: number): number

Adds, see x.

@param a one
@param b another
@returns the sum
@example add(1, 2)`,
      markdown: `\`\`\`ts
function add(a: number, b?: number): number
\`\`\`

Adds, see x.

- *@param* \`a\` one
- *@param* \`b\` another
- *@returns* the sum
- *@example*

\`\`\`ts
add(1, 2)
\`\`\`
`,
    });
  });

  it('of a variable of another cell is that of its declaration', () => {
    expect(inspect('x¦')?.text).toContain('Numbers to play with.');
  });

  it('of a builtin and of a module of the project is there', () => {
    expect(inspect('display(¦)')?.text).toContain('@param value');
    expect(inspect('kraskov(¦)')?.text).toContain('Mutual information of two continuous variables');
    expect(inspect('Math.max(¦)')?.text).toContain('Returns the larger');
  });
});

describe('detail 1', () => {
  it.each([
    ['x¦', 'const x = [1, 2];'],
    ['add(1, ¦)', add],
    ['new Point().norm¦()', 'norm() { return 1 }'],
    ['later¦', "const later = Promise.resolve({ id: 'a' });"],
    ['const own = () => 1; own¦', 'const own = () => 1;'],
  ])('adds, at %j, the source %j', (marked, source) => {
    expect(inspect(marked)?.text).not.toContain(source);
    expect(inspect(marked, 1)?.text.endsWith(`\n\n${source}`)).toBe(true);
    expect(inspect(marked, 1)?.markdown.endsWith(`\`\`\`ts\n${source}\n\`\`\``)).toBe(true);
  });

  it('adds the source of a module of the project', () => {
    expect(inspect('kraskov¦', 1)?.text).toContain('const psi = digammaTable(n);');
  });

  it('adds nothing that is declared alone', () => {
    for (const marked of ['statSync¦', 'display¦', 'Math¦'])
      expect(inspect(marked, 1)).toEqual(inspect(marked, 0));
  });

  it('fences source that holds fences', () => {
    const marked = 'const s = `\\`\\`\\`\n`; const t = "```"; t¦';
    expect(inspect(marked, 1)?.markdown).toContain('````ts\nconst t = "```";\n````');
  });
});
