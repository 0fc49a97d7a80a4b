import { build } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBundle } from '../../../kernels/jupyter/display/to-bundle.js';

const display = Symbol.for('Jupyter.display');
const plain = (value: unknown) => toBundle(value).data['text/plain'] as string;

describe('toBundle', () => {
  it('never throws, and always says something that can be sent', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const bundle = toBundle(value);
        expect(bundle.data['text/plain']).toBeTypeOf('string');
        expect(structuredClone(bundle)).toEqual(JSON.parse(JSON.stringify(bundle)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, unknown, string]>([
    ['a string', 'it is', "'it is'"],
    ['null', null, 'null'],
    ['undefined', undefined, 'undefined'],
    ['minus zero', -0, '-0'],
    ['a big integer', 12n, '12n'],
    ['a symbol', Symbol('x'), 'Symbol(x)'],
    ['a function', function mean() {}, '[Function: mean]'],
    ['a class', class A extends Map {}, '[class A extends Map]'],
    ['a map', new Map([['a', { b: 1 }]]), "Map(1) { 'a' => { b: 1 } }"],
    ['a set', new Set([1, 2]), 'Set(2) { 1, 2 }'],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a pattern', /x/g, '/x/g'],
    ['a plain object', { a: [1, { b: 'c' }] }, "{ a: [ 1, { b: 'c' } ] }"],
    ['numbers', [1, 2, 3], '[ 1, 2, 3 ]'],
    ['an empty array', [], '[]'],
    ['bytes', Buffer.from('hello'), '<Buffer 68 65 6c 6c 6f>'],
  ])('shows %s as text alone', (_, value, text) => {
    expect(toBundle(value)).toEqual({ data: { 'text/plain': text }, metadata: {} });
  });

  it('shows an error by its stack, and no HTML', () => {
    const { data } = toBundle(new TypeError('bad', { cause: new Error('deeper') }));
    expect(Object.keys(data)).toEqual(['text/plain']);
    expect(data['text/plain']).toMatch(/^TypeError: bad\n {4}at [^]*\[cause\]: Error: deeper/);
  });

  it('survives values that fight back', () => {
    const thrower = () => {
      throw new Error('no');
    };
    const trap = new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const tag = Object.defineProperty({}, Symbol.toStringTag, { get: thrower });
    const inspector = { [Symbol.for('nodejs.util.inspect.custom')]: thrower, a: 1 };
    expect(plain(trap)).toBe('{}');
    expect(plain(revoked.proxy)).toBe('<Revoked Proxy>');
    expect(plain(circular)).toBe('<ref *1> { self: [Circular *1] }');
    expect(plain(tag)).toBeTypeOf('string');
    expect(plain(inspector)).toContain('a: 1');
    expect(
      plain({
        get a(): never {
          return thrower();
        },
      }),
    ).toBe('{ a: [Getter] }');
    expect(
      plain([
        {
          get a(): never {
            return thrower();
          },
          b: 2,
        },
      ]),
    ).toBe('a        b\n[threw]  2');
    expect(plain({ nodeType: 1, nodeName: 'X', cloneNode: thrower })).toContain("nodeName: 'X'");
    expect(plain({ shape: [1], dtype: 'float32', dataId: {}, rank: 1, isDisposed: trap })).toBeTypeOf(
      'string',
    );
  });

  it('cuts off what is too long to read, and says how much', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`key${i}`, i]));
    expect(plain(many).length).toBeLessThan(60_000);
    expect(plain(many)).toMatch(/\(\d+,\d+ more characters\)$/);
    const cube = Array.from({ length: 200 }, () =>
      Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 0.123456789)),
    );
    expect(plain(cube).length).toBeLessThan(60_000);
  });

  it('loads nothing but modules of Node', async () => {
    const { metafile } = await build({
      entryPoints: ['to-bundle', 'constructors', 'lazy-dom'].map(
        (name) => `kernels/jupyter/display/${name}.ts`,
      ),
      outdir: 'unused',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'neutral',
      packages: 'external',
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.map(({ path }) => path).filter((path) => !path.startsWith('node:'))).toEqual([]);
  });
});

describe('what a value says of itself', () => {
  it('comes first, also before what it looks like', () => {
    const rows = Object.assign([{ a: 1 }], { [display]: () => ({ 'text/html': '<b>mine</b>' }) });
    const { data } = toBundle(rows);
    expect(data['text/html']).toBe('<b>mine</b>');
    expect(data['text/plain']).toContain('a: 1');
  });

  it('keeps its own text, and JSON below JSON types', () => {
    class Spec {
      [display]() {
        return {
          'text/plain': 'a spec',
          'application/vnd.vegalite.v5+json': { mark: 'bar', when: new Date(0) },
        };
      }
    }
    expect(toBundle(new Spec()).data).toEqual({
      'text/plain': 'a spec',
      'application/vnd.vegalite.v5+json': { mark: 'bar', when: '1970-01-01T00:00:00.000Z' },
    });
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      'throws',
      () => {
        throw new Error('oops');
      },
      /Error: oops/,
    ],
    [
      'throws what is no error',
      () => {
        throw null;
      },
      /: null\)/,
    ],
    ['returns no object', () => 3, /a MIME bundle is an object/],
    ['promises', async () => ({ 'text/plain': 'x' }), /has to be there at once/],
    ['names no MIME type', () => ({ html: '<b>' }), /"html" is not a MIME type/],
    ['holds no string', () => ({ 'text/html': 3 }), /text\/html holds a string, not a number/],
    ['holds no JSON', () => ({ 'application/json': 3n }), /BigInt/],
    ['is empty', () => ({}), /shows nothing/],
  ])('falls back to inspection with a note where it %s', (_, method, note) => {
    const { data } = toBundle({ [display]: method, answer: 42 });
    expect(Object.keys(data)).toEqual(['text/plain']);
    expect(data['text/plain']).toMatch(/answer: 42[^]*\n\(its Jupyter.display method: /);
    expect(data['text/plain']).toMatch(note);
  });
});
