import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSources } from '../../../kernels/jupyter/cells/evaluate.js';
import { report, withCellLines } from '../../../kernels/jupyter/cells/traceback.js';
import { compile } from '../../../kernels/jupyter/language/compile.js';

// eslint-disable-next-line no-control-regex
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\u001b\[\d+m/g, ''));
const options = { find: () => undefined, folder: '/home/notebooks', hidden: ['/opt/litmus/kernels'] };
const told = (thrown: unknown) => {
  const { ename, evalue, traceback } = report(thrown, options);
  return { ename, evalue, traceback: plain(traceback) };
};

/** An error with just these lines of a stack. */
function withStack(message: string, ...frames: string[]): Error {
  const error = new Error(message);
  error.stack = [`Error: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('a report of an error', () => {
  it('shows the lines of the cell around the one that failed, and who called', async () => {
    const sources = cellSources();
    const define = compile(
      'interface Sizes {\n  n: number;\n}\n\nfunction half({ n }: Sizes) {\n  if (n % 2) throw new RangeError("odd");\n  return n / 2;\n}',
    );
    const { half } = sources.evaluate(define, '[1]', define.inputs)() as { half: unknown };
    const use = compile('const a = half({ n: 4 });\n\nhalf({ n: 3 });');
    const thrown = await Promise.resolve()
      .then(() => sources.evaluate(use, '[2]', use.inputs)(half))
      .catch((error: unknown) => error);
    const { ename, evalue, traceback } = report(thrown, { ...options, find: sources.find, hidden: ['/'] });
    expect([ename, evalue]).toEqual(['RangeError', 'odd']);
    expect(plain(traceback)).toEqual([
      'RangeError: odd',
      '    at half (cell [1], line 6)',
      '    4 │ ',
      '    5 │ function half({ n }: Sizes) {',
      '  → 6 │   if (n % 2) throw new RangeError("odd");',
      '    7 │   return n / 2;',
      '    8 │ }',
      '    at cell [2], line 3',
    ]);
  });

  it('names files as seen from the notebook, and leaves out Node and the kernel', () => {
    const error = withStack(
      'm',
      'f (/home/notebooks/lib/a.ts:3:7)',
      'async file:///home/other/b.ts?x=1:1:2',
      'g (/opt/litmus/kernels/jupyter/x.ts:1:1)',
      'node:internal/process:1:1',
      'cell [9]:1:1',
    );
    expect(told(error).traceback).toEqual([
      'Error: m',
      '    at f (lib/a.ts:3:7)',
      '    at ../other/b.ts:1:2',
      '    at cell [9]',
    ]);
  });

  it('tells of causes and of gathered errors, each once, and of no more than a few', () => {
    const root = withStack('root');
    const error = Object.assign(withStack('top'), { cause: Object.assign(root, { cause: root }) });
    expect(told(error).traceback).toEqual(['Error: top', '', 'caused by', 'Error: root']);
    const all = new AggregateError([withStack('a'), withStack('b')], 'both', { cause: 'text' });
    all.stack = '';
    expect(told(all).traceback.filter((line) => line !== '' && line !== 'caused by')).toEqual([
      'AggregateError: both',
      'Error: a',
      'Error: b',
      'Uncaught: text',
    ]);
    let deep: Error = withStack('0');
    for (let i = 1; i < 20_000; i++) deep = Object.assign(withStack(`${i}`), { cause: deep });
    const lines = told(deep).traceback;
    expect(lines[0]).toBe('Error: 19999');
    expect(lines.at(-1)).toBe('and more errors behind these');
    expect(lines.length).toBeLessThan(30);
  });

  it.each<[string, unknown, string, string]>([
    ['a text', 'oops', 'Uncaught', 'oops'],
    ['nothing', undefined, 'Uncaught', 'undefined'],
    ['null', null, 'Uncaught', 'null'],
    ['an object', { a: 1 }, 'Uncaught', '{ a: 1 }'],
    ['a symbol', Symbol('s'), 'Uncaught', 'Symbol(s)'],
    ["another realm's error", { name: 'DOMException', message: 'm' }, 'DOMException', 'm'],
    ['an error without a name', Object.assign(new Error('m'), { name: '' }), 'Error', 'm'],
  ])('names %s', (_, thrown, ename, evalue) => {
    expect(told(thrown)).toMatchObject({ ename, evalue });
    expect(told(thrown).traceback[0]).toBe(`${ename}: ${evalue}`);
  });

  it('bears with whatever throws when it is looked at', () => {
    const fail = () => {
      throw new Error('do not look');
    };
    const hostile: unknown[] = [
      new Proxy({}, { get: fail, has: fail, getPrototypeOf: fail }),
      new Proxy(new Error('m'), { get: fail }),
      Object.defineProperty(new Error('m'), 'stack', { get: fail }),
      Object.defineProperty(new Error('m'), 'cause', { get: fail }),
      Object.defineProperty(new Error('m'), 'errors', { get: fail }),
      Object.assign(new Error('m'), { name: { toString: fail } }),
      Object.assign(new Error('m'), { stack: 'at x\n    at file:///%2F:1:1\n    at file://host/x:1:1' }),
      Proxy.revocable([], {}),
    ];
    for (const thrown of hostile) {
      const { ename, traceback } = report(thrown, options);
      expect(ename).not.toBe('');
      expect(traceback.length).toBeGreaterThan(0);
    }
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (thrown) => {
        expect(report(thrown, options)).toEqual({
          ename: expect.any(String) as string,
          evalue: expect.any(String) as string,
          traceback: expect.any(Array) as string[],
        });
      }),
    );
  });
});

it('a stack that is printed has the lines that were typed, and nothing of the kernel', () => {
  const find = () => ({ line: 1, source: ['x'] });
  const printed = [
    'Error: shown',
    '    at f (cell [1]:3:7)',
    '    at cell [1]:4:1',
    '    at run (file:///kernel/cells.ts:1:2)',
    '    at process.next (node:internal/x:1:2) {',
    "  code: 'E'",
    '}',
  ].join('\n');
  expect(withCellLines(printed, { ...options, find, hidden: ['/kernel'] })).toBe(
    "Error: shown\n    at f (cell [1], line 1)\n    at cell [1], line 1 {\n  code: 'E'\n}",
  );
  expect(withCellLines('    at home', { ...options, find, hidden: [] })).toBe('    at home');
});
