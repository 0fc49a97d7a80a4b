import { type Module, Runtime } from '@observablehq/runtime';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compile } from '../../../kernels/jupyter/language/compile.js';
import { quiet, requestOf, testNotebook } from './test-notebook.js';

const stopped = new Error('stopped');

/** Ends the thread's work, as a termination may, where the dataflow is given one variable more than so many. */
function endAfter(variables: number) {
  const module = Object.getPrototypeOf(new Runtime().module()) as Module;
  const { variable } = module;
  let left = variables;
  return vi.spyOn(module, 'variable').mockImplementation(function (this: Module, observer) {
    if (left-- === 0) throw new Error('halfway');
    return variable.call(this, observer);
  });
}

/** Two chains of two cells, each of which counts how often it was computed. */
async function twoChains() {
  const test = testNotebook();
  await test.run('const x = count("x")', { id: 'X' });
  await test.run('count("x2"); x * 10', { id: 'X2' });
  await test.run('const u = count("u")', { id: 'U' });
  await test.run('count("u2"); u * 10', { id: 'U2' });
  expect(test.shown()).toEqual(['+a 10', '+b 10']);
  return test;
}

describe('an interrupt', () => {
  it('leaves a cell that was run again as it was, and computes nothing', async () => {
    const { notebook, run, shown, counts } = await twoChains();
    const running = run('display("half"); const x = await sleep(1e6)', { id: 'X' });
    await quiet();
    notebook.interrupt(stopped);
    expect(await running).toBe(stopped);
    await quiet();
    expect(shown()).toEqual(["+ 'half'"]);
    expect(counts).toEqual({ x: 1, x2: 1, u: 1, u2: 1 });
    await run('[x, u]');
    expect(shown()).toEqual(['+c [ 1, 1 ]']);
  });

  it('leaves the dataflow working: a change is followed by what depends on it, and nothing else', async () => {
    const { notebook, run, shown, counts } = await twoChains();
    const running = run('const x = await sleep(1e6)', { id: 'X' });
    await quiet();
    notebook.interrupt(stopped);
    await running;
    await run('const x = 5', { id: 'X' });
    expect(shown()).toEqual(['a 50']);
    expect(counts).toEqual({ x: 1, x2: 2, u: 1, u2: 1 });
  });

  it('of a new cell leaves nothing of it', async () => {
    const { notebook, run, shown } = await twoChains();
    const running = run('const fresh = await sleep(1e6)', { id: 'F' });
    await quiet();
    notebook.interrupt(stopped);
    expect(await running).toBe(stopped);
    expect(await run('fresh')).toMatchObject({ message: 'fresh is not defined' });
    expect(await run('const fresh = x', { id: 'G' })).toBe(undefined);
    await run('fresh');
    expect(shown()).toEqual(['+c ', '+d 1']);
  });

  it('gives back the names that the cell had taken over', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('const x = 1, y = 2');
    const running = run('const x = await sleep(1e6)');
    await quiet();
    notebook.interrupt(stopped);
    await running;
    await run('[x, y]');
    expect(shown()).toEqual(['+a [ 1, 2 ]']);
  });

  it('while dependents run keeps the new value and fails those', async () => {
    const { notebook, run, shown, counts } = await twoChains();
    await run('const slow = await sleep(x > 1 ? 1e6 : 1).then(() => x)', { id: 'S' });
    await run('slow', { id: 'S2' });
    shown();
    const running = run('const x = 2', { id: 'X' });
    await quiet();
    expect(shown()).toEqual(['a 20']);
    notebook.interrupt(stopped);
    expect(await running).toBe(stopped);
    await run('[x, u]');
    // What was cut off does not go on showing what it came to before.
    expect(shown()).toEqual(['c [e5] stopped', 'd [e6] stopped', '+e [ 2, 1 ]']);
    expect(await run('slow + 1')).toMatchObject({
      message: expect.stringMatching(/failed: stopped$/) as string,
    });
    expect(counts).toEqual({ x: 1, x2: 2, u: 1, u2: 1 });
    await run('const x = 1', { id: 'X' });
    expect(shown().sort()).toEqual(['a 10', 'c ', 'd 1', 'e [ 1, 1 ]']);
  });

  it('may come twice, and while nothing runs', async () => {
    const { notebook, run, shown, counts } = await twoChains();
    const running = run('await sleep(1e6)', { id: 'W' });
    await quiet();
    notebook.interrupt(stopped);
    notebook.interrupt(new Error('again'));
    expect(await running).toBe(stopped);
    notebook.interrupt(stopped);
    await run('[x, u]');
    notebook.interrupt(stopped);
    await run('const x = 3', { id: 'X' });
    expect(shown().sort()).toEqual(['+c [ 1, 1 ]', 'a 30', 'c [ 3, 1 ]']);
    expect(counts).toEqual({ x: 1, x2: 2, u: 1, u2: 1 });
  });

  it('gives everything back where a cell was ended while it took its place', async () => {
    const { notebook, run, shown, counts } = await twoChains();
    const compiled = compile('const x = u + 1');
    const ending = endAfter(0);
    let answer: unknown;
    const request = requestOf('X', { execution: 'e' });
    const execute = () => notebook.execute(compiled, request, (failure) => void (answer = failure?.error));
    expect(execute).toThrow('halfway');
    ending.mockRestore();
    notebook.interrupt(stopped);
    expect(answer).toBe(stopped);
    await run('[x, u]');
    await run('const x = 4', { id: 'X' });
    expect(shown().sort()).toEqual(['+c [ 1, 1 ]', 'a 40', 'c [ 4, 1 ]']);
    expect(counts).toEqual({ x: 1, x2: 2, u: 1, u2: 1 });
  });

  it('that was itself ended while it restored cells computes none of them again', async () => {
    const { notebook, run, shown, counts } = testNotebook();
    await run('const first = count("first")', { id: 'F' });
    await run('const x = first + count("x")', { id: 'X' });
    await run('count("x2"); x * 10', { id: 'X2' });
    const ending = endAfter(3);
    expect(() => notebook.interrupt(stopped)).toThrow('halfway');
    ending.mockRestore();
    notebook.interrupt(stopped);
    await run('x');
    await quiet();
    expect(shown()).toEqual(['+a ', '+b 20', '+c 2']);
    expect(counts).toEqual({ first: 1, x: 1, x2: 1 });
    // The same for a cell that has ended while what follows it goes on.
    await run('const slow = x > 1e3 ? await sleep(1e6) : x', { id: 'S' });
    const running = run('const x = 5000', { id: 'X' });
    await quiet();
    const again = endAfter(3);
    expect(() => notebook.interrupt(stopped)).toThrow('halfway');
    again.mockRestore();
    notebook.interrupt(stopped);
    expect(await running).toBe(stopped);
    await run('x');
    expect(shown().at(-1)).toBe('+e 5000');
  });

  it('that was itself ended halfway is made good by the next', async () => {
    const { notebook, run } = await twoChains();
    const answers: unknown[] = [];
    // As where a thread is made to stop: nothing after this is carried out.
    const halfway = (answer: unknown) => {
      answers.push(answer);
      if (answers.length === 1) throw new Error('halfway');
    };
    const compiled = compile('const x = await new Promise(() => {})');
    notebook.execute(compiled, requestOf('X', { execution: 'e' }), (failure) => halfway(failure?.error));
    await quiet();
    expect(() => notebook.interrupt(stopped)).toThrow('halfway');
    notebook.interrupt(stopped);
    notebook.interrupt(stopped);
    expect(answers).toEqual([stopped, stopped]);
    answers.length = 0;
    notebook.evaluate(compile('new Promise(() => {})'), (outcome) => halfway(outcome));
    await quiet();
    expect(() => notebook.interrupt(stopped)).toThrow('halfway');
    notebook.interrupt(stopped);
    notebook.interrupt(stopped);
    const ended = { state: 'rejected', error: stopped };
    expect(answers).toEqual([ended, ended]);
    expect(await run('[x, u]')).toBe(undefined);
  });

  it('keeps what had failed failed', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('const bad = (() => { throw new Error("bad") })()', { id: 'A' });
    notebook.interrupt(stopped);
    await quiet();
    expect(await run('bad', { id: 'B' })).toMatchObject({
      name: 'DependencyError',
      message: '"bad" has no value, for cell [e1] ("const bad = (() => { throw new Error("b…") failed: bad',
      cause: { message: 'bad' },
    });
    expect(shown()).toEqual(['+a ']);
  });

  it('ends generators and timers, and keeps the values that they came to', async () => {
    const { notebook, run, shown, counts } = testNotebook();
    await run('const t = (async function* () { for (;;) { await sleep(2); yield count("t") } })()', {
      id: 'A',
    });
    await run('t', { id: 'B' });
    notebook.interrupt(stopped);
    const { t } = counts;
    shown();
    await quiet();
    expect(counts.t - t).toBeLessThanOrEqual(1);
    expect(shown()).toEqual([]);
    await run('typeof t');
    expect(shown()).toEqual(["+b 'number'"]);
  });

  it('leaves mutable values mutable', async () => {
    const { notebook, run, shown } = testNotebook();
    await run('const c = Mutable(1); const add = () => void (c.value += 1);', { id: 'A' });
    await run('c', { id: 'B' });
    for (let i = 0; i < 3; i++) {
      notebook.interrupt(stopped);
      await run('add()', { id: 'C' });
      await quiet();
    }
    expect(shown().filter((text) => text.startsWith('a') || text.startsWith('+a'))).toEqual([
      '+a 1',
      'a 2',
      'a 3',
      'a 4',
    ]);
  });

  it('shows nothing more of what it ended', async () => {
    const { notebook, run, shown } = testNotebook();
    const running = run('for (let i = 0; ; i++) { await sleep(5); display(i) }', { id: 'A' });
    await vi.waitFor(() => expect(shown().length).toBeGreaterThan(0), 10_000);
    notebook.interrupt(stopped);
    await running;
    shown();
    await quiet();
    expect(shown()).toEqual([]);
  });
});

it('after any cells and interrupts every variable is what a fresh notebook would compute', async () => {
  const names = ['a', 'b', 'c', 'd'];
  // A cell adds up a constant and some of the names before its own, so that there is no circle.
  const action = fc.record({
    cell: fc.nat({ max: names.length - 1 }),
    constant: fc.nat({ max: 9 }),
    uses: fc.subarray(names),
    interrupted: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
      const { notebook, run, evaluate } = testNotebook();
      const values = new Map<string, () => number>();
      for (const { cell, constant, uses, interrupted } of actions) {
        const used = uses.filter((name) => names.indexOf(name) < cell && values.has(name));
        const sum = [constant, ...used].join(' + ');
        const wait = interrupted ? 'await sleep(1e6), ' : '';
        const running = run(`const ${names[cell]} = (${wait}${sum});`, { id: names[cell] });
        if (interrupted) {
          await quiet(5);
          notebook.interrupt(stopped);
        } else
          values.set(names[cell], () => used.reduce((total, name) => total + values.get(name)!(), constant));
        expect(await running).toBe(interrupted ? stopped : undefined);
      }
      for (const name of names)
        if (values.has(name)) expect(await evaluate(name)).toBe(values.get(name)!());
        else expect(await evaluate(name)).toMatchObject({ message: `${name} is not defined` });
    }),
    { numRuns: 40 },
  );
});
