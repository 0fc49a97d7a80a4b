import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete } from '../../../kernels/jupyter/language/is-complete.js';

describe('isComplete', () => {
  it.each([
    '1 + 2',
    '',
    '  \n',
    '// comment',
    'import {a} from "b"',
    '{a: 1, b: 2}',
    '{ const a = 1; a }',
    'let x',
    'declare const x: number',
    'function f();',
    'await {a: 1}',
    'for await (const x of y) {}',
    '`a ${b} c`',
    'a < b',
    'a\n%b',
    '%time',
    '%%bash\necho "',
  ])('takes %j as complete', (code) => {
    expect(isComplete(code)).toEqual({ status: 'complete' });
  });

  it.each([
    ['function f() {', '  '],
    ['foo(', '  '],
    ['foo( // why', '  '],
    ['foo({\n  a: 1,', '    '],
    ['x.map(d => d', '  '],
    ['class A { b() {', '    '],
    ['{a: 1', '  '],
    ['{a: 1, b: [2', '    '],
    ['`abc', ''],
    ['f(`a ${b} c', ''],
    ['`a ${f(', '    '],
    ['/* abc', ''],
    ['const x =', ''],
    ['const x', ''],
    ['var', ''],
    ['const {a}', ''],
    ['1 +\n// and', ''],
    ['if (a)', ''],
    ['if (a) b; else', ''],
    ['try {}', ''],
    ['a ?', ''],
    ['x.', ''],
    ['function f()', ''],
    ['"abc\\', ''],
    ['%time\nfoo(', '  '],
  ])('takes %j as incomplete, to go on after %j', (code, indent) => {
    expect(isComplete(code)).toEqual({ status: 'incomplete', indent });
  });

  it.each(['let = ;', '"unterminated', "'", '"abc\ndef"', '/abc', ')', 'foo(]', 'foo(1 2', 'a b', '{}}'])(
    'takes %j as invalid',
    (code) => {
      expect(isComplete(code)).toEqual({ status: 'invalid' });
    },
  );

  it('never takes code as invalid that goes on to be complete', () => {
    const whole = [
      'const f = async (x: number) => { await g({a: [x, `b ${x}`]}); };',
      'class A<T> extends B { static x = 1; get y() { return this.x } }',
      'for (const [k, v] of Object.entries(o)) if (k) { h(k) } else { break }',
      'switch (a) { case 1: b(); break; default: c?.d }',
      '{a: 1, b: {c: [1, 2]}}',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(80), (code, length) => {
        // Words and arrows cut in two say something else.
        fc.pre(length <= code.length && !/[\w=]$/.test(code.slice(0, length)));
        expect(isComplete(code.slice(0, length)).status).not.toBe('invalid');
      }),
      { numRuns: 300 },
    );
  });
});
