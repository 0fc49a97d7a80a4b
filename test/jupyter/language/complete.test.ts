import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { type Language, language } from '../../../kernels/jupyter/language/language-service.js';
import { atCursor } from './at-cursor.js';

let service: Language;

beforeAll(() => {
  service = language({ folder: path.join(root, 'test/jupyter'), root });
  service.setCell('numbers', 'const x = [1, 2]; let label = "a"; const half = (a: number) => a / 2;');
  service.setCell(
    'reactive',
    `const reply = fetch('a').then((reply) => reply.json() as Promise<{ id: string }>);
     const count = Mutable(3);
     function* generate() { yield { tick: 1 }; }
     const latest = generate();
     const flag: boolean | Promise<boolean> = true;`,
  );
  service.setCell(
    'types',
    `type Mode = 'fast' | 'slow';
     interface Options { mode: Mode; colour?: 'red' | 'green' }
     function pick(options: Options, name?: 'Anna' | 'Berta') { return options.mode; }
     class Point { #x = 1; norm() { return x.length } ownName = '' }
     enum Colour { Red, Green }`,
  );
  service.setCell(
    'imports',
    'import * as Plot from "npm:@observablehq/plot"; import {kraskov} from "../../src/lib/information/kraskov.js"',
  );
  service.setCell('broken', 'const survivor = {deep: 1}; function unfinished( { x.');
});

const complete = (marked: string) => {
  const [code, cursor] = atCursor(marked);
  const { matches, start, end, types } = service.complete(code, cursor);
  return { matches, types, replaced: code.slice(start, end) };
};

describe('members', () => {
  it.each([
    ['x.¦', ['at', 'map', 'length']],
    ['const y = "a"; y.¦', ['charAt', 'length']],
    ['reply.¦', ['id']],
    ['latest.¦', ['tick']],
    ['count.toF¦', ['toFixed']],
    ['flag.valueO¦', ['valueOf']],
    ['new Point().¦', ['norm', 'ownName']],
    ['Colour.¦', ['Red', 'Green']],
    ['Plot.dotX¦', ['dotX']],
    ['survivor.¦', ['deep']],
    ['x.map((d) => d.toF¦', ['toFixed']],
    ['foo(x.¦', ['map']],
    ['`a ${x.¦} b`', ['map']],
    ['{a: x.¦', ['map']],
    ['{a: 1, b: x.¦}', ['map']],
    ['const z = await reply; z.¦', ['id']],
    ['%time\nx.¦', ['map']],
    ['const maybe = x as typeof x | undefined; maybe.¦', ['map']],
    ['const o = {c: 1, "a-b": 2}; o["¦"]', ['c', 'a-b']],
    ['class A { #own = 1; m() { this.#¦ } }', ['#own', 'm']],
  ])('of %j have %j', (marked, expected) => {
    const { matches } = complete(marked);
    expect(matches).toEqual(expect.arrayContaining(expected));
  });

  it('are those alone: no keywords, nothing global', () => {
    expect(complete('survivor.¦').matches).toEqual(['deep']);
    expect(complete('reply.¦').matches).toEqual(['id']);
  });

  it('are none of a number that is being typed', () => {
    expect(complete('1.¦').matches).toEqual([]);
  });

  it('leave out what would need brackets', () => {
    expect(complete('const o = {c: 1, "a-b": 2}; o.¦').matches).toEqual(['c']);
  });

  it('are filtered by what was typed, in any case, and replace the whole name', () => {
    expect(complete('x.COPYw¦ith(1)')).toMatchObject({ matches: ['copyWithin'], replaced: 'COPYwith' });
  });

  it('have types and signatures', () => {
    const { types } = complete('new Point().¦');
    expect(types).toEqual([
      { text: 'norm', type: 'function', signature: '(): number', start: 12, end: 12 },
      { text: 'ownName', type: 'property', start: 12, end: 12 },
    ]);
  });
});

describe('names in scope', () => {
  it.each([
    ['x¦', 'x', 'instance'],
    ['lab¦', 'label', 'instance'],
    ['hal¦', 'half', 'function'],
    ['pic¦', 'pick', 'function'],
    ['Poi¦', 'Point', 'class'],
    ['Colou¦', 'Colour', 'enum'],
    ['Plo¦', 'Plot', 'module'],
    ['kras¦', 'kraskov', 'function'],
    ['let m: Mod¦', 'Mode', 'type'],
    ['let m: Optio¦', 'Options', 'interface'],
    ['displ¦', 'display', 'function'],
    ['invalid¦', 'invalidation', 'instance'],
    ['Gener¦', 'Generators', 'instance'],
    ['Floa¦', 'Float32Array', 'class'],
    ['conso¦', 'console', 'instance'],
    ['awai¦', 'await', 'keyword'],
    ['const inner = 1; inn¦', 'inner', 'instance'],
    ['(parameter) => para¦', 'parameter', 'instance'],
  ])('of %j have %s, which is of kind %s', (marked, text, type) => {
    expect(complete(marked).types).toContainEqual(expect.objectContaining({ text, type }));
  });

  it("come in order: the cells' own, the kernel's, JavaScript's, the DOM's", () => {
    const { matches } = complete('¦');
    const order = ['Plot', 'x', 'display', 'Array', 'Math'].map((name) => matches.indexOf(name));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(matches).not.toContain('await');
    expect(matches.length).toBeLessThanOrEqual(300);
  });

  it('prefer the case that was typed', () => {
    const declared = 'const Alpha = 1, alpha = 2; ';
    expect(complete(`${declared} al¦`).matches.slice(0, 2)).toEqual(['alpha', 'Alpha']);
    expect(complete(`${declared} Al¦`).matches.slice(0, 2)).toEqual(['Alpha', 'alpha']);
  });

  it('need no import of what other modules export', () => {
    expect(complete('kozachenk¦').matches).toEqual([]);
  });
});

describe('what a place asks for', () => {
  it.each([
    ['pick({¦})', ['colour', 'mode'], ''],
    ['pick({mo¦})', ['mode'], 'mo'],
    ['pick({mode: "fast", c¦', ['colour'], 'c'],
    ['pick({mode: "¦"})', ['fast', 'slow'], ''],
    ['pick({mode: "s¦low"})', ['slow'], 'slow'],
    ['pick({mode: "s¦', ['slow'], 's'],
    ['import {kr¦} from "../../src/lib/information/kraskov.js"', ['kraskov', 'KraskovOptions'], 'kr'],
    ['import {lo¦} from "npm:arquero"', ['loadArrow', 'loadCSV', 'loadFixed', 'loadJSON'], 'lo'],
  ])('at %j is %j', (marked, expected, replaced) => {
    const found = complete(marked);
    expect(found.replaced).toBe(replaced);
    expect([...found.matches].sort()).toEqual([...expected].sort());
  });

  it('stands before everything else', () => {
    expect(complete('pick({mode: ¦').matches.slice(0, 2)).toEqual(["'fast'", "'slow'"]);
    expect(complete('pick(null, b¦').matches[0]).toBe("'Berta'");
  });
});

describe('specifiers of imports', () => {
  it.each([
    ['import "../../src/lib/infor¦"', ['information/'], 'infor'],
    ['import "../../src/li¦/kraskov.js"', ['lib'], 'li'],
    ['import {a} from "../../src/lib/information/krask¦', ['kraskov.ts'], 'krask'],
    ['import {a} from "../../src/lib/information/krask¦\nx.map()', ['kraskov.ts'], 'krask'],
    ['await import("../../src/lib/information/krask¦")', ['kraskov.ts'], 'krask'],
    ['export * from "../../src/lib/information/krask¦"', ['kraskov.ts'], 'krask'],
    ['let t: import("../../src/lib/information/krask¦")', ['kraskov.ts'], 'krask'],
    ['import "npm:arq¦uero"', ['arquero'], 'arquero'],
    ['import "@observablehq/pl¦"', ['@observablehq/plot'], '@observablehq/pl'],
    ['import "node:fs/¦"', ['node:fs/promises'], 'node:fs/'],
  ])('%j may go on with %j', (marked, matches, replaced) => {
    expect(complete(marked)).toMatchObject({ matches, replaced });
  });

  it('may be written as in a page', () => {
    expect(complete('import "np¦"').matches).toContain('npm:');
  });

  it('are not what stands in other strings', () => {
    expect(complete('foo("../../src/li¦")').matches).toEqual([]);
  });
});

describe('nothing', () => {
  it.each([
    '// x.¦',
    '/* x.¦ */',
    '/** @par¦ */',
    '"x.¦"',
    '"x¦',
    '`x.¦`',
    '`a ${x} x¦ ${x}`',
    '/x.¦/',
    'const na¦',
    '%tim¦e',
    '%time¦',
    '%time¦\nx',
    '%%bash\nx.¦',
    'nobodyKnows¦',
  ])('is offered at %j', (marked) => {
    const { matches, types } = complete(marked);
    expect([matches, types]).toEqual([[], []]);
  });
});

it('a number goes on with nothing, and what follows it with what fits', () => {
  for (const code of ['1¦', 'x + 12¦', '0x1f¦', '5n¦']) expect(complete(code).matches).toEqual([]);
  expect(complete('x[1].toF¦').matches).toEqual(['toFixed']);
});
