import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSources } from '../../../kernels/jupyter/cells/evaluate.js';
import { report } from '../../../kernels/jupyter/cells/traceback.js';
import { compile, CompileError } from '../../../kernels/jupyter/language/compile.js';

/** Runs a cell once with what it uses, as a notebook would. */
async function run(source: string, given: Readonly<Record<string, unknown>> = {}) {
  const results: unknown[] = [];
  const imports: unknown[][] = [];
  const special: Record<string, unknown> = {
    __alive: Object.assign((value: unknown) => value, { each: (values: unknown) => values }),
    __result: (value: unknown) => void results.push(value),
    __meta: { url: 'file:///notebook.ts' },
    __import: (...wanted: unknown[]) => {
      imports.push(wanted);
      return Promise.resolve({ default: 'd', a: 1, b: 2, 'a b': 3 });
    },
    globalThis,
    ...given,
  };
  const cell = compile(source);
  const call = cellSources().evaluate(cell, '[1]', cell.inputs);
  const value = await call(...cell.inputs.map((name) => special[name]));
  return { cell, value, results, imports };
}

function problemOf(source: string) {
  try {
    compile(source);
  } catch (error) {
    expect(error).toBeInstanceOf(CompileError);
    return (error as CompileError).problem;
  }
  throw new Error(`this compiles: ${source}`);
}

describe('a cell that is one expression', () => {
  it.each<[string, unknown]>([
    ['1 + 2', 3],
    ['{ a: 1, b: { c: 2 } }', { a: 1, b: { c: 2 } }],
    ['{}', {}],
    ['"use strict"', 'use strict'],
    ['`a${1}b`', 'a1b'],
    ['(1, 2)', 2],
    ['x as unknown', 7],
    ['x satisfies number', 7],
    ['x! // with a comment', 7],
    ['<number>(x)', 7],
    ['await Promise.resolve(5)', 5],
    ['import.meta.url', 'file:///notebook.ts'],
    ['\n\n  [1,\n2]', [1, 2]],
    ['1\u2028+ 1', 2],
  ])('has the value of %j', async (source, value) => {
    const { cell, value: got } = await run(source, { x: 7 });
    expect(got).toEqual(value);
    expect(cell).toMatchObject({ autodisplay: true, outputs: [], source });
  });

  it('is a function or a class where that has no name, and else declares it', async () => {
    expect((await run('function () { return 1 }')).value).toBeTypeOf('function');
    expect((await run('class {}')).value).toBeTypeOf('function');
    expect((await run('(x: number): number => x')).cell.autodisplay).toBe(true);
    expect((await run('function f() {}')).cell).toMatchObject({ autodisplay: false, outputs: ['f'] });
    expect((await run('class A {}')).cell).toMatchObject({ autodisplay: false, outputs: ['A'] });
  });

  it('shows nothing by itself where it calls display or has a semicolon', () => {
    for (const source of ['display(1)', 'view(x)', '1;', '// nothing', '', 'x;\n'])
      expect(compile(source).autodisplay).toBe(false);
  });
});

describe('the last statement', () => {
  it.each<[string, unknown[]]>([
    ['const a = 1;\na + 1', [2]],
    ['const a = 1;\na + 1 // a comment', [2]],
    ['const a = 1;\na + 1\n\n/* the end */\n', [2]],
    ['let a = 1;\nPromise.resolve(a)', [1]],
    ['let a = 1;\na = 5', [5]],
    ['let a = 1;\n{ a }', []],
    ['const a = 1;\na + 1;', []],
    ['const a = 1', []],
    ['const shown = 1;\ndisplay(shown)', []],
    ['const a = 1;\nif (a) a', []],
  ])('of %j is shown: %j', async (source, shown) => {
    expect((await run(source, { display: () => undefined })).results).toEqual(shown);
  });
});

describe('imports', () => {
  it.each<[string, Record<string, unknown>, unknown[][]]>([
    ['import "m"', {}, [['m']]],
    ['import d from "m"', { d: 'd' }, [['m', ['default']]]],
    [
      'import * as all from "m"; const { b } = all',
      { all: { default: 'd', a: 1, b: 2, 'a b': 3 }, b: 2 },
      [['m']],
    ],
    ['import { a, b as c } from "m"', { a: 1, c: 2 }, [['m', ['a', 'b']]]],
    ['import { default as d, "a b" as e } from "m"', { d: 'd', e: 3 }, [['m', ['default', 'a b']]]],
    ['import d, { type T, a } from "m"', { d: 'd', a: 1 }, [['m', ['default', 'a']]]],
    [
      'import d, * as all from "m"; const { a } = all',
      { d: 'd', all: { default: 'd', a: 1, b: 2, 'a b': 3 }, a: 1 },
      [['m'], ['m', ['default']]],
    ],
    [
      'import {\n  a,\n  b,\n} from "m"\nimport d from "n"',
      { a: 1, b: 2, d: 'd' },
      [
        ['m', ['a', 'b']],
        ['n', ['default']],
      ],
    ],
    ['const { a } = await import("m")', { a: 1 }, [['m']]],
    ['import type { T } from "m"; const a = 1', { a: 1 }, []],
    ['import { type T } from "m"; const a = 1', { a: 1 }, []],
    ['import {} from "m"; const a = 1', { a: 1 }, []],
  ])('of the form %j', async (source, defined, asked) => {
    const { value, imports } = await run(source);
    expect(value ?? {}).toEqual(defined);
    expect(imports).toEqual(asked);
  });
});

describe('TypeScript', () => {
  it.each<[string, Record<string, unknown> | undefined]>([
    ['enum A { X, Y = 5, Z }', { A: { 0: 'X', 5: 'Y', 6: 'Z', X: 0, Y: 5, Z: 6 } }],
    ['const enum B { Z = "z" }', { B: { Z: 'z' } }],
    ['namespace N { export const x = 1; const y = 2 }', { N: { x: 1 } }],
    ['interface I { a: number }\ntype T = I["a"]\ndeclare const q: T', undefined],
    ['export type T = 1\nexport interface I {}', undefined],
    [
      'abstract class A { constructor(readonly a: number) {} }\nconst { a } = new (class extends A {})(4)',
      { A: expect.any(Function) as unknown, a: 4 },
    ],
    [
      'const [a, ...rest]: number[] = [1, 2, 3]; const { x: { y = 5 } = {} } = {} as never',
      { a: 1, rest: [2, 3], y: 5 },
    ],
    ['let sum = 0;\nfor await (const x of [1, Promise.resolve(2)]) sum += x;', { sum: 3 }],
    [
      'async function f(): Promise<number> { return await 3 }\nconst g = await f()',
      { f: expect.any(Function) as unknown, g: 3 },
    ],
  ])('of %j defines %j', async (source, defined) => {
    expect((await run(source)).value).toEqual(defined);
  });

  it('sends whatever is awaited by way of the run, in inner functions too', () => {
    const { body, inputs } = compile('const f = async () => { for await (const x of await y) await x };');
    expect(inputs).toEqual(['__alive', 'y']);
    expect(body.match(/__alive\(|__alive\.each\(/g)).toHaveLength(3);
  });

  it('finds what a cell uses and does not define', () => {
    const { inputs, outputs } = compile('const a = (b: number) => b + c;\n{ const d = Math.PI; e(d) }');
    expect(inputs).toEqual(['c', 'e']);
    expect(outputs).toEqual(['a']);
  });
});

describe('names of globals', () => {
  it('are no inputs, and can be declared and imported like any other name', async () => {
    expect(compile('fetch(new URL(x, window.location), { Map, n: Math.max(NaN, undefined) })')).toMatchObject(
      {
        inputs: ['x'],
        globals: ['fetch', 'URL', 'window', 'Map', 'Math'],
      },
    );
    const { cell, value } = await run(
      'import { a as setTimeout } from "m"; import URL from "m"\nconst Map = 3, own = { Map }; function fetch() { return [Map, setTimeout] }',
    );
    expect(cell).toMatchObject({ globals: [], outputs: ['setTimeout', 'URL', 'Map', 'own', 'fetch'] });
    const { fetch, ...rest } = value as { fetch(): unknown };
    expect(rest).toEqual({ setTimeout: 1, URL: 'd', Map: 3, own: { Map: 3 } });
    expect(fetch()).toEqual([3, 1]);
    const shadowed = cellSources().evaluate(compile('[Math, `Map ${URL}`]'), '[1]', ['Math', 'URL']);
    expect(shadowed('own', 1)).toEqual(['own', 'Map 1']);
  });
});

describe('syntax that is ahead of some engines', () => {
  it('is lowered: decorators, accessors and resources', async () => {
    const decorated =
      'const seen: string[] = [];\nfunction note(_: unknown, { name }: { name: string }) { seen.push(name) }\nclass A { @note m() { return 1 } accessor x = 2 }\nseen.concat(String(new A().x))';
    const { cell, results } = await run(decorated);
    expect(results).toEqual([['m', '2']]);
    expect(cell).toMatchObject({ inputs: ['__result', '__alive'], outputs: ['seen', 'note', 'A'] });
    const used = await run(
      'const order: string[] = [];\n{ using r = { [Symbol.dispose ?? Symbol.for("d")]: () => order.push("disposed") }; order.push("used") }\norder',
    );
    expect(used.results).toEqual([['used', 'disposed']]);
    expect(used.cell.outputs).toEqual(['order']);
  });
});

describe('the lines of a traceback', () => {
  it.each<[string, number]>([
    ['throw new Error("x")', 1],
    ['interface A {\n  x: number;\n}\n\ntype B = A;\nthrow new Error("x");', 6],
    ['import type {\n  A,\n} from "m";\nimport {\n  a,\n} from "m";\nthrow new Error(a);', 7],
    [
      'enum E {\n  X,\n  Y,\n}\nconst f = (\n  x: number,\n): never => {\n  throw new Error("x");\n};\nf(1)',
      8,
    ],
    ['const a = 1;\n\n(() => {\n  throw a;\n})()', 4],
    ['(\n  null as unknown as {\n    x: number\n  }\n).x', 1],
    ['[1, 2].map(\n  (x) => {\n    throw new Error(`${x}`)\n  }\n)', 3],
    ['\n\nawait Promise.reject(\n  new Error("x"))', 3],
    ['\n[].at(0).x', 2],
    ['\n// why\n[].at(0).x', 3],
    [
      'class A {\n  declare x: number;\n  constructor(private y?: string) {\n    throw new Error("x")\n  }\n}\nnew A()',
      4,
    ],
  ])('point into what was typed: %j', async (source, line) => {
    const sources = cellSources();
    const cell = compile(source);
    const thrown = await Promise.resolve()
      .then(() =>
        sources.evaluate(
          cell,
          '[1]',
          cell.inputs,
        )(
          ...cell.inputs.map((name) =>
            name === '__import' ? () => ({ a: 'x' }) : (value: unknown) => value,
          ),
        ),
      )
      .catch((error: unknown) => error);
    // What is no error has no stack; its line is looked up here as for one.
    const error = thrown instanceof Error ? thrown : undefined;
    if (!error) return expect(cell.lines).toContain(line);
    const { traceback } = report(error, { find: sources.find, folder: '/', hidden: ['/'] });
    expect(traceback.find((text) => text.includes('at '))).toContain(`cell [1], line ${line}`);
    expect(traceback.find((text) => text.includes('→'))).toContain(
      `${line} │ ${source.split('\n')[line - 1]}`,
    );
  });
});

describe('what is wrong', () => {
  it.each<[string, object]>([
    ['const = 1', { message: expect.stringMatching(/declaration expected/) as string, line: 1, column: 7 }],
    ['let a = 1;\nlet b = (2;', { message: "')' expected.", line: 2, column: 11 }],
    ['{ a: 1', { line: 1, column: 7 }],
    ['"abc', { message: 'Unterminated string literal.', line: 1 }],
    [
      'let a = 1;\nlet a = 2;',
      { message: expect.stringMatching(/'a' has already been declared/) as string, line: 2 },
    ],
    ['interface I {\n}\nreturn 1', { message: "'return' outside of function", line: 3 }],
    [
      'const a = 1;\n\nx = a;',
      {
        message: expect.stringMatching(/^"x" is not this cell's variable.*let x = ….*Mutable/) as string,
        line: 3,
      },
    ],
    ['total++', { message: expect.stringMatching(/^"total" is not this cell's variable/) as string }],
    ['({ x } = { x: 1 })', { message: expect.stringMatching(/^"x" is not this cell's variable/) as string }],
    [
      'Math = 3',
      {
        message: expect.stringMatching(/^"Math" is a global .* cannot be assigned; "let Math = …"/) as string,
        line: 1,
      },
    ],
    [
      'const a = 1;\nexport const b = 2',
      { message: expect.stringMatching(/Leave out "export"/) as string, line: 2, column: 1 },
    ],
    [
      'export default 5',
      { message: expect.stringMatching(/Leave out "export"/) as string, line: 1, column: 1 },
    ],
    ['export { x }', { message: expect.stringMatching(/Leave out "export"/) as string }],
    ['export * from "m"', { message: expect.stringMatching(/Leave out "export"/) as string }],
    ['function f() {\n  await 1;\n}', { line: 2 }],
    ['#!/usr/bin/env node', {}],
    ['('.repeat(20_000), { message: 'this cell is nested too deeply' }],
    ['interface @switchfor await (const x of y) {}1_0import.meta*/]async ', {}],
  ])('with %j', (source, problem) => {
    expect(problemOf(source)).toMatchObject(problem);
  });
});

const words =
  'let const var x y = 1 ; ( ) { } [ ] => async await function f * yield class A extends import from "m" export ' +
  'default type T interface enum : number as satisfies ! ? . ?. ... , ` ${ // /* */ / @ # % \\ for of in while if ' +
  'else return throw new this super import.meta display < > + ++ namespace declare static 0n /re/ null undefined ' +
  'label: break switch case try catch delete typeof using \n \r\n \u2028 𝕏 \0';

it('any text is either a function that the engine takes or a CompileError', () => {
  const soup = fc
    .array(fc.constantFrom(...words.split(' ')), { maxLength: 14 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.string()), (source) => {
      try {
        const cell = compile(source);
        expect(cell.source).toBe(source);
        expect(cellSources().evaluate(cell, '[1]', cell.inputs)).toBeTypeOf('function');
        const count = source.split('\n').length;
        for (const line of cell.lines) expect(line >= 0 && line <= count).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(CompileError);
        const { message, line = 1, column = 1 } = (error as CompileError).problem;
        expect(message).not.toBe('');
        expect([line, column].every((place) => Number.isInteger(place) && place > 0)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
