import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKernel, type TestKernel } from './kernel-client.js';

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await startKernel();
  await kernel.execute('const kept = { n: 41 };');
});
afterAll(() => kernel.end());

const isWell = async () => expect((await kernel.execute('kept.n + 1')).result).toBe('42');
// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '');
const printed = async (name: string, pattern: RegExp) => {
  const { content } = await kernel.find(
    ({ type, content }) =>
      type === 'stream' && content.name === name && pattern.test(plain(String(content.text))),
  );
  return plain(String(content.text));
};

describe('a cell cannot end the kernel', () => {
  it('by process.exit', async () => {
    const { reply } = await kernel.execute('process.exit(3)');
    expect(reply).toMatchObject({
      status: 'error',
      evalue: expect.stringMatching(/^process\.exit\(3\) would end the kernel/) as string,
    });
    await isWell();
  });

  it('by an error out of a timer, which is printed with its line', async () => {
    const id = kernel.start('setTimeout(() => {\n  throw new RangeError("late");\n}, 20); 0');
    expect((await kernel.finished(id)).reply.status).toBe('ok');
    expect(await printed('stderr', /RangeError: late/)).toMatch(/→ 2 │ {3}throw new RangeError\("late"\)/);
    await isWell();
  });

  it('by a rejection that nobody handles, nor by one of nothing', async () => {
    await kernel.execute('Promise.reject(new Error("unhandled")); Promise.reject(null); 0');
    await printed('stderr', /Error: unhandled/);
    await printed('stderr', /Uncaught: null/);
    await isWell();
  });

  it('by what it throws', async () => {
    for (const thrown of [
      'null',
      'new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } })',
      'Object.defineProperty(new Error("m"), "stack", { get() { throw 1 } })',
      '(() => { let e = new Error("0"); for (let i = 0; i < 1e5; i++) e = new Error("d", { cause: e }); return e })()',
    ])
      expect((await kernel.execute(`throw ${thrown}`)).reply.status).toBe('error');
    await isWell();
  });

  it('by what it shows or sends', async () => {
    for (const code of [
      'display(1, { id: 1n })',
      'display(1, { id: {} , update: "yes" })',
      'display(new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 } }))',
      'display({ [Symbol.for("Jupyter.display")]: () => { throw 1 } })',
      'comms.open("t", { a: 1n })',
      'comms.open(1n, {})',
      'process.stdout.write(Symbol("x"))',
      'input({ toString: 1, valueOf: 1 })',
      'clearOutput(1n)',
    ])
      expect((await kernel.execute(code, { content: { allow_stdin: false } })).reply.status).toMatch(
        /ok|error/,
      );
    await isWell();
  });

  it('by ending its thread in other ways', async () => {
    const { reply } = await kernel.execute('(process as any).reallyExit(1)');
    expect(reply.evalue).toMatch(/^process\.reallyExit\(1\) would end the kernel/);
    await kernel.execute(
      'process.removeAllListeners(); setTimeout(() => { throw new Error("unheard") }, 5); 0',
    );
    await printed('stderr', /Error: unheard/);
    await isWell();
  });

  it.each([
    ['Array.prototype.map = () => { throw new Error("broken") }', 'map'],
    ['Array.prototype[Symbol.iterator] = function* () { yield "hijack" } as any', 'Symbol(Symbol.iterator)'],
    ['Object.defineProperty(Object.prototype, "type", { set() { throw 1 }, configurable: true })', 'type'],
    ['Promise.prototype.then = () => { throw new Error("broken") }', 'then'],
    ['Object.defineProperty(Map.prototype, "get", { get() { throw 1 }, configurable: true })', 'get'],
  ])('by breaking what the language brings, with %s', async (code, name) => {
    await kernel.execute(`${code}; 0`);
    await printed('stderr', new RegExp(`this cell replaced ${name.replace(/[()]/g, '.')}`));
    await isWell();
  });

  it('but can lose its variables where what it broke cannot be mended, and the next one runs', async () => {
    const other = await startKernel();
    const broken = await other.execute(
      'Object.defineProperty(Array.prototype, "push", { value: null, configurable: false }); 0',
    );
    expect(broken.reply).toMatchObject({ status: 'error', ename: 'KernelThreadDied' });
    expect((await other.execute('1 + 1')).result).toBe('2');
    await other.end();
  });
});

it('a cell that fills the memory loses the variables, says so, and the next one runs', async () => {
  const small = await startKernel({ env: { NODE_OPTIONS: '--max-old-space-size=150' } });
  await small.execute('const kept = 1;');
  const ids = [
    small.start('const all: number[][] = []; for (;;) all.push(new Array(10_000).fill(1));'),
    small.start('2'),
  ];
  const [full, queued] = await Promise.all(ids.map((id) => small.finished(id)));
  expect(full.reply).toMatchObject({
    status: 'error',
    ename: 'KernelThreadDied',
    evalue: expect.stringMatching(/ran out of memory.*all variables are gone/) as string,
  });
  expect(queued.reply.status).toBe('aborted');
  expect((await small.execute('typeof Math')).result).toBe("'object'");
  expect((await small.execute('kept')).reply.evalue).toBe('kept is not defined');
  expect((await small.execute('const kept = 2;\nkept + 1')).result).toBe('3');
  const looping = small.start('while (true);');
  await small.find(
    ({ type, parent }) => type === 'execute_input' && 'msg_id' in parent && parent.msg_id === looping,
  );
  await small.interrupt();
  expect((await small.finished(looping)).reply.ename).toBe('Interrupted');
  await small.end();
});

it('of two hundred cells, 199 follow the first in place', async () => {
  const large = await startKernel();
  const cell = (code: string, i: number) => large.execute(code, { metadata: { cellId: `cell-${i}` } });
  await cell('const x0 = 1;', 0);
  const shown = new Map<unknown, number>();
  for (let i = 1; i < 200; i++) {
    const { outputs } = await cell(`const x${i} = x${i - 1} + 1;\nx${i}`, i);
    const { transient } = outputs[0].content as { transient: { display_id: string } };
    shown.set(transient.display_id, i);
  }
  const { outputs } = await cell('const x0 = 1001;', 0);
  expect(outputs.map(({ type }) => type)).toEqual(Array(199).fill('update_display_data'));
  const values = outputs.map(({ content }) => {
    const { data, transient } = content as {
      data: { 'text/plain': string };
      transient: { display_id: string };
    };
    return [shown.get(transient.display_id), data['text/plain']];
  });
  expect(values).toEqual(Array.from({ length: 199 }, (_, i) => [i + 1, String(1002 + i)]));
  await large.end();
});
