import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { type Language, language } from '../../../kernels/jupyter/language/language-service.js';
import { atCursor } from './at-cursor.js';

let folder: string;
let service: Language;
const cells = ['a', 'b', 'c'];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'litmus-language-'));
  service = language({ folder, root });
});

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => cells.forEach((key) => service.removeCell(key)));

const matches = (marked: string) => service.complete(...atCursor(marked)).matches;
const type = (name: string) => service.inspect(name, name.length, 0)?.text;
const write = (file: string, text: string) => {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

describe('cells', () => {
  it('see each other, whatever their order', () => {
    service.setCell('a', 'const list = [base];');
    expect(type('list')).toBe('const list: any[]');
    service.setCell('b', 'const base = 3;');
    expect(type('list')).toBe('const list: number[]');
  });

  it('follow when one they use is set anew', () => {
    service.setCell('a', 'const base = 3;');
    service.setCell('b', 'const list = [base];');
    expect(type('list')).toBe('const list: number[]');
    service.setCell('a', 'const base = "a";');
    expect(type('list')).toBe('const list: string[]');
  });

  it('lose what is removed', () => {
    service.setCell('a', 'const gone = 3;');
    expect(matches('gon¦')).toEqual(['gone']);
    service.removeCell('a');
    expect(matches('gon¦')).toEqual([]);
    expect(type('gone')).toBeUndefined();
  });

  it('that replace another lose what it declared', () => {
    service.setCell('a', 'const unlike = 3;');
    service.setCell('a', 'const after = 3;');
    expect(matches('unlik¦')).toEqual([]);
    expect(matches('afte¦')).toEqual(['after']);
  });

  it('may declare a name twice: the one set last counts', () => {
    service.setCell('a', 'const twice = 1;');
    service.setCell('b', 'const twice = "b";');
    expect(type('twice')).toBe('const twice: "b"');
    service.setCell('a', 'const twice = true;');
    expect(type('twice')).toBe('const twice: true');
  });

  it('may declare again what the edited one declares', () => {
    service.setCell('a', 'const own = 1; const other = own;');
    expect(matches('const own = "edited"; own.charA¦')).toEqual(['charAt']);
    expect(matches('const own = "edited"; other.toF¦')).toEqual(['toFixed']);
  });

  it('may be named like globals and builtins', () => {
    service.setCell('a', 'const name = [1], html = 2, now = "a"; class Node { kind = 1 }');
    expect(matches('name.at¦')).toEqual(['at']);
    expect(matches('html.toF¦')).toEqual(['toFixed']);
    expect(matches('now.charA¦')).toEqual(['charAt']);
    expect(matches('new Node().¦')).toEqual(['kind']);
  });

  it('may depend on each other in a circle', () => {
    service.setCell('a', 'const egg = hen + 1;');
    service.setCell('b', 'const hen = egg + 1;');
    expect(type('hen')).toBe('const hen: any');
  });

  it.each([
    ['Promise.resolve([1])', 'number[]'],
    ['Math.random() > 0.5 ? Promise.resolve(1) : "b"', 'number | "b"'],
    ['(async () => 1)', '() => Promise<number>'],
    ['Generators.observe<number>(() => {})', 'number'],
    ['(function* () { yield Promise.resolve("a") })()', 'string'],
    ['Mutable("a")', 'string'],
    ['[Promise.resolve(1)]', 'Promise<number>[]'],
    ['JSON.parse("1")', 'any'],
    ['[1].values()', 'ArrayIterator<number>'],
  ])('see of %s what the runtime makes of it', (value, expected) => {
    service.setCell('a', `const seen = ${value};`);
    expect(type('seen')).toBe(`const seen: ${expected}`);
  });

  it('see of their own variables what they hold', () => {
    expect(matches('const own = Promise.resolve(1); own.the¦')).toEqual(['then']);
    expect(matches('const own = Mutable(1); own.valu¦')).toEqual(['value']);
  });

  it('may share types, and export', () => {
    service.setCell(
      'a',
      'interface Both { a: 1 } const Both = (): Both => ({a: 1}); export const given = 1;',
    );
    expect(matches('let both: Both; both.¦')).toEqual(['a']);
    expect(matches('Both().¦')).toEqual(['a']);
    expect(type('given')).toBe('const given: 1');
  });
});

describe('modules', () => {
  it('are read again when they change', () => {
    write('helper.ts', 'export const first = 1;');
    const code = 'import {¦} from "./helper.js"';
    expect(matches(code)).toEqual(['first']);
    write('helper.ts', 'export const first = 1, second = 2;');
    expect(matches(code)).toEqual(['first', 'second']);
    rmSync(path.join(folder, 'helper.ts'));
    expect(matches(code)).toEqual([]);
  });

  it('are found once they are there', () => {
    const source = 'import {late} from "./late.js"';
    service.setCell('a', source);
    expect(matches('late.¦')).toEqual([]);
    write('late.ts', 'export const late = {found: 1};');
    service.setCell('a', source);
    expect(matches('late.¦')).toEqual(['found']);
  });

  it('may be JavaScript or JSON', () => {
    write('plain.js', 'export const plain = {deep: 1};');
    write('data.json', '{"column": [1]}');
    expect(matches('import {plain} from "./plain.js"; plain.¦')).toEqual(['deep']);
    expect(matches('import data from "./data.json"; data.¦')).toEqual(['column']);
  });

  it('come from the folder before they come from the checkout', () => {
    expect(matches('import {adj¦} from "npm:hyparquet"')).toEqual([]);
    expect(matches('import {parquetMeta¦} from "npm:hyparquet@1"')).toContain('parquetMetadata');
    write('node_modules/hyparquet/package.json', '{"name": "hyparquet", "types": "./index.d.ts"}');
    write('node_modules/hyparquet/index.d.ts', 'export const own: 1;');
    expect(matches('import {¦} from "npm:hyparquet"')).toEqual(['own']);
  });

  it('that have no types are read for them', () => {
    write('node_modules/untyped/package.json', '{"name": "untyped", "type": "module", "exports": "./i.js"}');
    write('node_modules/untyped/i.js', 'export * from "./inner.js"');
    write('node_modules/untyped/inner.js', 'export function inner() { return "a" }');
    expect(matches('import {inner} from "untyped"; inner().charA¦')).toEqual(['charAt']);
  });
});

describe('any input', () => {
  const fragment = fc.constantFrom(
    ...'x . ( ) { } [ ] ` ${ " \' / * // /* */ => < > @ # ?. ? : \\ 😀 % npm: ./ 0 1. = ... , ;'.split(' '),
    ...['\n', ' ', '/** @param ', 'import ', 'from ', 'export ', 'const ', 'async ', 'await ', 'function '],
    ...[
      'class ',
      'new ',
      'type ',
      'enum ',
      'let ',
      'for ',
      'if ',
      'import(',
      'declare ',
      'default ',
      'yield ',
    ],
  );
  const code = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragment, { maxLength: 14 }).map((fragments) => fragments.join('')),
  );
  const cursor = fc.oneof(fc.nat(60), fc.integer(), fc.constantFrom(NaN, Infinity, 0.5));

  it('is completed within its own bounds, inspected, and judged', () => {
    service.setCell('a', 'const x = [1]; class Foo { bar = 1 }');
    fc.assert(
      fc.property(code, cursor, (code, cursor) => {
        const { start, end, matches, types } = service.complete(code, cursor);
        expect(0 <= start && start <= end && end <= code.length).toBe(true);
        expect(types.map(({ text }) => text)).toEqual(matches);
        expect(['undefined', 'object']).toContain(typeof service.inspect(code, cursor, 1));
        expect(service.isComplete(code).status).toMatch(/^(complete|incomplete|invalid|unknown)$/);
      }),
      { numRuns: 100 },
    );
  });

  it('may be a cell', () => {
    fc.assert(
      fc.property(code, (code) => {
        service.setCell('a', code);
        service.setCell('b', 'const survivor = {deep: 1}');
        expect(matches('survivor.¦')).toEqual(['deep']);
      }),
      { numRuns: 25 },
    );
  });

  it('that TypeScript itself cannot parse is unknown', () => {
    const code = "async @0await =x'";
    expect(service.isComplete(code)).toEqual({ status: 'unknown' });
    expect(service.complete(code, 3).matches).toEqual([]);
    expect(service.inspect(code, 3, 0)).toBeUndefined();
    expect(service.isComplete('('.repeat(100_000))).toEqual({ status: 'unknown' });
  });
});
