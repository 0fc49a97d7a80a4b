import { describe, expect, it, vi } from 'vitest';
import { quiet, testNotebook } from './test-notebook.js';

const stopped = new Error('stopped');

/** What is shown by and by, on a machine of any speed. */
async function untilShown(shown: () => string[], texts: readonly string[]): Promise<void> {
  const seen: string[] = [];
  await vi.waitFor(() => expect(seen.push(...shown())).toBeGreaterThanOrEqual(texts.length), 10_000);
  expect(seen).toEqual(texts);
}

describe('a notebook', () => {
  it('shows what a cell displays and then its value', async () => {
    const { run, shown } = testNotebook();
    expect(
      await run('display("a"); display("b", { id: "n" }); display("c", { id: "n", update: true }); 1 + 1'),
    ).toBe(undefined);
    expect(shown()).toEqual(["+ 'a'", "+n 'b'", "n 'c'", '= 2']);
    await run('const a = 1;');
    await run('undefined');
    await run('display(1)');
    expect(shown()).toEqual(['+ 1']);
  });

  it('updates what depends on a cell in place, each once, in the order of the dataflow', async () => {
    const { run, shown, counts } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('display(x); x * 2', { id: 'B' });
    await run('count("C"); const y = x + 1;', { id: 'C' });
    await run('count("D"); [x, y]', { id: 'D' });
    expect(shown()).toEqual(['+a 1', '+b 2', '+c ', '+d [ 1, 2 ]']);
    await run('const x = 5', { id: 'A' });
    expect(shown().sort()).toEqual(['a 5', 'b 10', 'c ', 'd [ 5, 6 ]']);
    expect(counts).toEqual({ C: 2, D: 2 });
  });

  it('leaves alone what does not depend on it', async () => {
    const { run, shown, counts } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('const u = count("u")', { id: 'U' });
    await run('count("v"); u', { id: 'V' });
    shown();
    await run('const x = 2', { id: 'A' });
    expect(shown()).toEqual([]);
    expect(counts).toEqual({ u: 1, v: 1 });
  });

  it('shows what is updated as part of the execution that caused it', async () => {
    const { run, shownFor } = testNotebook();
    await run('const x = 1', { id: 'A', execution: 'first' });
    await run('x', { id: 'B', execution: 'second' });
    await run('const x = 2', { id: 'A', execution: 'third' });
    expect(shownFor()).toEqual([
      ['second', '+a 1'],
      ['third', 'a 2'],
    ]);
  });

  it('gives a cell that is run again new displays, and updates those from then on', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('x', { id: 'B' });
    await run('x + 1', { id: 'B' });
    expect(shown()).toEqual(['+a 1', '+b 2']);
    await run('const x = 2', { id: 'A' });
    expect(shown()).toEqual(['b 3']);
  });

  it('fits more displays into the last place, and empties those that are no longer filled', async () => {
    const { run, shown } = testNotebook();
    await run('const n = 2', { id: 'A' });
    await run('for (let i = 0; i < n; i++) display(i)', { id: 'B' });
    expect(shown()).toEqual(['+a 0', '+b 1']);
    await run('const n = 4', { id: 'A' });
    expect(shown()).toEqual(['a 0', 'b 1', 'b 1\n2', 'b 1\n2\n3']);
    await run('const n = 1', { id: 'A' });
    expect(shown()).toEqual(['a 0', 'b ']);
    await run('const n = 0', { id: 'A' });
    expect(shown()).toEqual(['a ', 'b ']);
    await run('const n = 2', { id: 'A' });
    expect(shown()).toEqual(['a 0', 'b 1']);
  });

  it('runs a cell once what it lacked is there, and updates that in one place', async () => {
    const { run, shown } = testNotebook();
    expect(await run('x * 2', { id: 'B', client: 'console' })).toMatchObject({
      name: 'ReferenceError',
      message: 'x is not defined',
    });
    for (const x of [1, 2, 3]) await run(`const x = ${x}`);
    expect(shown()).toEqual(['+a 2', 'a 4', 'a 6']);
  });

  it('shows nothing of a silent cell', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('x', { id: 'B' });
    shown();
    await run('display(1); const x = 2; x', { id: 'A', silent: true });
    expect(shown()).toEqual([]);
    expect(await run('x')).toBe(undefined);
    expect(shown()).toEqual(['+b 2']);
  });

  it('waits for promises, and hands on what they come to', async () => {
    const { run, shown } = testNotebook();
    await run('const p = sleep(20).then(() => 5)', { id: 'A' });
    await run('[p, p instanceof Promise]', { id: 'B' });
    await run('Promise.resolve("value")', { id: 'C' });
    expect(shown()).toEqual(['+a [ 5, false ]', "= 'value'"]);
    const error = await run('const p = Promise.reject(new Error("no"))', { id: 'A' });
    expect(error).toMatchObject({ message: 'no' });
    expect(shown()).toEqual([
      `a [e2] "p" has no value, for cell [e4] ("const p = Promise.reject(new Error("no"…") failed: no`,
    ]);
  });

  it('answers imports, import.meta and what cells use without defining it', async () => {
    const { run, shown } = testNotebook();
    await run('import name from "some"');
    await run('[name, import.meta.url, typeof globalThis, typeof Math.max]');
    expect(shown()).toEqual(["+a [ 'some', 'file:///notebook.ts', 'object', 'function' ]"]);
  });

  it('reads a global anew in each cell', async () => {
    const { run, shown } = testNotebook();
    const missing = { name: 'ReferenceError', message: 'fromOutside is not defined' };
    expect(await run('fromOutside // 0')).toMatchObject(missing);
    for (const value of [1, 2]) {
      await run(`globalThis.fromOutside = ${value};`);
      await run('fromOutside', { id: `${value}` });
    }
    await run('delete globalThis.fromOutside;');
    expect(shown()).toEqual(['+a 1', '+b 2']);
    expect(await run('fromOutside // 3')).toMatchObject(missing);
    await run('const fromOutside = 3', { id: '4' });
    expect(shown().sort()).toEqual(['a 3', 'b 3']);
  });
});

describe('errors', () => {
  it('of a cell are its own; what uses it fails in its place and comes back', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('display(x); x * 2', { id: 'B' });
    await run('const y = x', { id: 'C' });
    shown();
    const error = await run('const x = (() => { throw new Error("bad") })()', { id: 'A' });
    expect(error).toMatchObject({ message: 'bad' });
    const why = '"x" has no value, for cell [e4] ("const x = (() => { throw new Error("bad…") failed: bad';
    expect(shown().sort()).toEqual([`a [e2] ${why}`, 'b ', `c [e3] ${why}`]);
    await run('const x = 7', { id: 'A' });
    expect(shown().sort()).toEqual(['a 7', 'b 14', 'c ']);
  });

  it('of what depends on a cell are not its own', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('if (x > 1) throw new Error("too much"); x', { id: 'B' });
    expect(await run('const x = 2', { id: 'A' })).toBe(undefined);
    expect(shown()).toEqual(['+a 1', 'a [e2] too much']);
  });
});

describe('definitions', () => {
  it('of a name by two cells with identifiers are refused, and change nothing', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('const z = 3', { id: 'B' });
    expect(await run('const x = 2, z = 9', { id: 'B' })).toMatchObject({
      name: 'DefinitionError',
      message: expect.stringMatching(
        /^cell \[e1\] \("const x = 1"\) already defines "x".*emptied.*%forget x.*%cascade off/,
      ) as string,
    });
    await run('[x, z]');
    expect(shown()).toEqual(['+a [ 1, 3 ]']);
    expect(await run('const x = 2', { id: 'A' })).toBe(undefined);
    expect(shown()).toEqual(['a [ 2, 3 ]']);
  });

  it('without identifiers are taken over by the later cell, name by name', async () => {
    const { run, shown } = testNotebook();
    await run('const x = 1, w = 2');
    await run('x + w');
    await run('const x = 3');
    await run('const w = 10');
    expect(shown()).toEqual(['+a 3', 'a 5', 'a 13']);
  });

  it('that need each other are refused', async () => {
    const { run, shown } = testNotebook();
    await run('const a = 1', { id: 'A' });
    await run('const b = a', { id: 'B' });
    await run('const c = b', { id: 'C' });
    expect(await run('const a = c', { id: 'A' })).toMatchObject({
      name: 'DefinitionError',
      message: expect.stringContaining(': a → c → b → a.') as string,
    });
    await run('[a, b, c]');
    expect(shown()).toEqual(['+a ', '+b ', '+c [ 1, 1, 1 ]']);
  });

  it('are let go of by forget, and by dropping their cells', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('const x = 1, y = 2', { id: 'A' });
    await run('x', { id: 'B' });
    expect(notebook.forget(['x', 'absent'])).toEqual(['x']);
    await quiet();
    const note = 'a [e2] waits for "x", which no cell defines yet; it runs when one does';
    expect(shown()).toEqual(['+a 1', note]);
    await run('const x = 5', { id: 'C' });
    expect(shown()).toEqual(['a 5']);
    notebook.drop(['C', 'absent']);
    await quiet();
    expect(shown()).toEqual([note]);
    expect(await run('const x = 6', { id: 'D' })).toBe(undefined);
    expect(await run('const y = 6', { id: 'D' })).toMatchObject({ name: 'DefinitionError' });
  });
});

describe('without cascade', () => {
  it('cells run when they are run, and see what there is', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('const x = 1', { id: 'A' });
    await run('x', { id: 'B' });
    notebook.cascade(false);
    await run('const x = 2', { id: 'A' });
    expect(shown()).toEqual(['+a 1']);
    await run('[x, typeof now, Math.abs(-1)]', { id: 'C' });
    expect(shown()).toEqual(["= [ 2, 'number', 1 ]"]);
    expect(await run('const x = x0', { id: 'A' })).toMatchObject({ message: 'x0 is not defined' });
    expect(await run('const x = 3', { id: 'D' })).toBe(undefined);
    await run('const y = x, x1 = y0 => y0', { id: 'E' });
    await run('[x, y]', { id: 'C' });
    expect(shown()).toEqual(['= [ 3, 3 ]']);
  });

  it('turned on again, cells follow changes again', async () => {
    const { notebook, run, shown, counts } = testNotebook();
    await run('const x = count("x")', { id: 'A' });
    await run('x', { id: 'B' });
    notebook.cascade(false);
    notebook.cascade(true);
    await quiet();
    expect([shown(), counts]).toEqual([['+a 1'], { x: 1 }]);
    await run('const x = 10', { id: 'A' });
    expect(shown()).toEqual(['a 10']);
  });
});

describe('values that go on changing', () => {
  it('are shown one after the other in one place, and so is what uses them', async () => {
    const signal: { send?: (value: number) => void } = {};
    const { run, shown } = testNotebook({ signal });
    await run('(async function* () { yield "a"; await sleep(5); yield "b" })()', { id: 'B' });
    await untilShown(shown, ["+a 'a'", "a 'b'"]);
    await run('const h = Generators.observe((notify) => { signal.send = notify; notify(5) })', { id: 'C' });
    await run('h * 10', { id: 'D' });
    signal.send!(6);
    await quiet();
    expect(shown()).toEqual(['+b 50', 'b 60']);
  });

  it('stop when their cell is run again', async () => {
    const { run, shown, counts } = testNotebook();
    const ticks = '(async function* () { for (;;) { await sleep(2); yield count("tick") } })()';
    await run(`const t = ${ticks}`, { id: 'A' });
    await run('const t = 0', { id: 'A' });
    await quiet();
    const before = counts.tick;
    await quiet();
    expect([counts.tick, shown()]).toEqual([before, []]);
  });

  it('can be set, where they are mutable, by functions of their cell', async () => {
    const { run, shown } = testNotebook();
    await run('const c = Mutable(1); const add = () => void (c.value += 1);', { id: 'A' });
    await run('c * 10', { id: 'B' });
    await run('add()', { id: 'C' });
    await untilShown(shown, ['+a 10', '+b ', 'a 20']);
  });

  it('among the builtins are values too', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('typeof now', { id: 'A' });
    notebook.interrupt(stopped);
    await run('typeof now', { id: 'B' });
    expect(shown()).toEqual(["= 'number'", "= 'number'"]);
  });
});

describe('an expression of a client', () => {
  it('is evaluated once, and nothing of it stays', async () => {
    const { run, evaluate, shown } = testNotebook();
    await run('const x = 1');
    expect(await evaluate('x + 1')).toBe(2);
    expect(await evaluate('sleep(1).then(() => 3)')).toBe(3);
    expect(await evaluate('absent')).toMatchObject({ message: 'absent is not defined' });
    expect(await evaluate('const y = 1')).toBe(undefined);
    await run('const x = 2');
    expect(shown()).toEqual([]);
    expect(await run('y')).toMatchObject({ message: 'y is not defined' });
  });

  it('that waits is ended by an interrupt', async () => {
    const { notebook, evaluate } = testNotebook();
    const evaluated = evaluate('new Promise(() => {})');
    await quiet();
    notebook.interrupt(stopped);
    expect(await evaluated).toBe(stopped);
    expect(await evaluate('1')).toBe(1);
  });
});
