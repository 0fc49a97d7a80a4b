import { describe, expect, it } from 'vitest';
import { declarations, identifiers } from '../../../kernels/jupyter/language/declarations.js';
import { parseCell } from '../../../kernels/jupyter/language/parse-cell.js';

const names = (code: string) => declarations(parseCell(code)).map(({ name }) => name);

describe('declarations', () => {
  it.each([
    ['const a = 1, {b, c: [d, , ...e], ...f} = g', ['a', 'b', 'd', 'e', 'f']],
    ['let a; var b', ['a', 'b']],
    ['function f() { const inner = 1 } async function g() {} class C {}', ['f', 'g', 'C']],
    ['enum E { A } interface I {} type T = 1; namespace N {}', ['E', 'I', 'T', 'N']],
    ['import a, * as b from "x"; import c, {d, e as f} from "y"; import "z"', ['a', 'b', 'c', 'd', 'f']],
    ['function f(a: 1): 1; function f(a: 2): 2; function f(a) { return a }', ['f']],
    ['{ const a = 1 } for (const b of c) {} label: d', []],
    ['{a: 1, b: 2}', []],
    ['', []],
    ['%load x\nconst a = 1', ['a']],
    ['const a = foo(; const b = 1', ['a', 'b']],
    ['const = 1; function () {}', []],
  ])('of %j are %j', (code, expected) => {
    expect(names(code)).toEqual(expected);
  });

  it('know what is handed on as it is', () => {
    const code = 'type A = 1; const A = 1, b = 2; export const c = 3; import d from "d"';
    expect(declarations(parseCell(code)).map(({ variable, exported }) => [variable, exported])).toEqual([
      [false, false],
      [true, false],
      [true, true],
      [false, false],
    ]);
  });

  it('carry their comment and their statement', () => {
    const [{ comment, statement }] = declarations(parseCell('// no\n/** Yes. */\nconst a = 1; b()'));
    expect([comment, statement]).toEqual(['/** Yes. */', 'const a = 1;']);
  });
});

describe('identifiers', () => {
  it('are all names of a cell, wherever they stand', () => {
    expect(identifiers(parseCell('a.b(`${c}`, {d, e: f})'))).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'f']));
  });
});
