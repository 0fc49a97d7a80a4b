import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { processRuns } from '../../kernels/engine/process-runs.js';
import { processEnds } from '../../kernels/jupyter/daemon/process.js';
import { freshConnection } from '../../kernels/jupyter/protocol/connection.js';
import type { Json } from '../../kernels/jupyter/protocol/message.js';
import { type Executed, startKernel, type TestKernel } from './kernel-client.js';
import { launcher, privateEnvironment, privateFolder } from './kernel-process.js';

let kernel: TestKernel;
beforeAll(async () => void (kernel = await startKernel()));
afterAll(() => kernel.end());

const types = ({ outputs }: Executed) => outputs.map(({ type }) => type);
const data = ({ outputs }: Executed, i = 0) => outputs[i].content.data as Json;
const published = (id: string) =>
  kernel.received.filter(
    ({ channel, parent }) => channel === 'iopub' && 'msg_id' in parent && parent.msg_id === id,
  );

describe('execute_request', () => {
  it('is busy, echoes the code, shows the value, answers, and is idle', async () => {
    const id = kernel.start('console.log("out"); console.error("err"); display(1);\n2 + 2');
    const { reply, stdout, stderr } = await kernel.finished(id);
    expect(reply).toEqual({ status: 'ok', payload: [], user_expressions: {}, execution_count: 1 });
    expect([stdout, stderr]).toEqual(['out\n', 'err\n']);
    const messages = published(id);
    expect(messages.map(({ type }) => type)).toEqual([
      'status',
      'execute_input',
      'stream',
      'stream',
      'display_data',
      'execute_result',
      'status',
    ]);
    expect(messages[0].content).toEqual({ execution_state: 'busy' });
    expect(messages[1].content).toMatchObject({ execution_count: 1 });
    expect(messages[4].content).toEqual({ data: { 'text/plain': '1' }, metadata: {}, transient: {} });
    expect(messages[5].content).toEqual({ data: { 'text/plain': '4' }, metadata: {}, execution_count: 1 });
    expect(messages[6].content).toEqual({ execution_state: 'idle' });
    // One session for all that the kernel says, and headers as the specification wants them.
    for (const { header } of messages) {
      expect(header).toMatchObject({ session: messages[0].header.session, version: '5.4' });
      expect(Number.isNaN(Date.parse(header.date))).toBe(false);
    }
  });

  it('reports an error three times: published, replied, and with its lines', async () => {
    const { reply, outputs } = await kernel.execute('const f = () => { throw new TypeError("no") };\nf();');
    expect(reply).toMatchObject({ status: 'error', ename: 'TypeError', evalue: 'no', execution_count: 2 });
    expect(outputs).toHaveLength(1);
    const { traceback, ...error } = outputs[0].content;
    expect(error).toEqual({ ename: 'TypeError', evalue: 'no' });
    expect((traceback as string[]).join('\n')).toMatch(/cell \[2\], line 1/);
    const syntax = await kernel.execute('let = 1');
    expect(syntax.reply).toMatchObject({ status: 'error', ename: 'SyntaxError' });
    expect(types(syntax)).toEqual(['error']);
  });

  it('that is silent shows nothing, counts nothing and is not remembered', async () => {
    const before = (await kernel.execute('1')).reply.execution_count;
    const id = kernel.start('display(1); console.log(1); const hush = 5; hush', {
      content: { silent: true },
    });
    expect((await kernel.finished(id)).outputs).toEqual([]);
    expect(published(id).map(({ type }) => type)).toEqual(['status', 'status']);
    const after = await kernel.execute('hush');
    expect([after.result, after.reply.execution_count]).toEqual(['5', Number(before) + 1]);
    const { history } = await kernel.request('shell', 'history_request', { hist_access_type: 'tail', n: 2 });
    expect((history as unknown[][]).map(([, , source]) => source)).toEqual(['1', 'hush']);
  });

  it('that is not stored shows its value and leaves the history alone', async () => {
    const stored = await kernel.execute('"stored"');
    const other = await kernel.execute('"other"', { content: { store_history: false } });
    expect(other.result).toBe("'other'");
    expect(other.reply.execution_count).toBe(stored.reply.execution_count);
    const { history } = await kernel.request('shell', 'history_request', { output: true, n: 1 });
    expect((history as unknown[][])[0][2]).toEqual(['"stored"', "'stored'"]);
  });

  it('that is empty, or a comment, is answered', async () => {
    const before = (await kernel.execute('0')).reply.execution_count;
    for (const code of ['', ' \n', '// nothing']) {
      const { reply, outputs } = await kernel.execute(code);
      expect([reply.status, outputs]).toEqual(['ok', []]);
    }
    expect((await kernel.execute('0')).reply.execution_count).toBe(Number(before) + 2);
  });

  it('evaluates what the client asks for, each by itself', async () => {
    const { reply } = await kernel.execute('const given = 6;', {
      content: {
        user_expressions: {
          a: 'given * 7',
          b: 'absent',
          c: 'let',
          d: 'Promise.resolve([1])',
          e: 'html`<b>x</b>`',
        },
      },
    });
    expect(reply.user_expressions).toMatchObject({
      a: { status: 'ok', data: { 'text/plain': '42' }, metadata: {} },
      b: {
        status: 'error',
        ename: 'ReferenceError',
        evalue: 'absent is not defined',
        traceback: expect.any(Array) as unknown,
      },
      c: { status: 'error', ename: 'SyntaxError' },
      d: { status: 'ok', data: { 'text/plain': '[ 1 ]' } },
      e: { status: 'ok', data: { 'text/html': '<b>x</b>' } },
    });
    const failed = await kernel.execute('throw 1', { content: { user_expressions: { a: '1' } } });
    expect(failed.reply).not.toHaveProperty('user_expressions');
  });

  it('aborts what its client has queued behind an error, unless it says otherwise', async () => {
    const failing = [kernel.start('await new Promise((r) => setTimeout(r, 50)); throw 1'), kernel.start('1')];
    const [first, second] = await Promise.all(failing.map((id) => kernel.finished(id)));
    expect([first.reply.status, second.reply.status, second.outputs]).toEqual(['error', 'aborted', []]);
    const going = [kernel.start('throw 1', { content: { stop_on_error: false } }), kernel.start('1')];
    const replies = await Promise.all(going.map((id) => kernel.finished(id)));
    expect(replies.map(({ reply }) => reply.status)).toEqual(['error', 'ok']);
    expect((await kernel.execute('3')).result).toBe('3');
  });

  it('runs what is queued in order', async () => {
    const ids = Array.from({ length: 20 }, (_, i) =>
      kernel.start(`globalThis.order = [...(globalThis.order ?? []), ${i}]; 0`),
    );
    await Promise.all(ids.map((id) => kernel.finished(id)));
    expect((await kernel.execute('order.join()')).result).toBe(`'${ids.map((_, i) => i).join()}'`);
  });

  it('shows late output as that of its own cell', async () => {
    const id = kernel.start('setTimeout(() => console.log("late"), 150); "now"');
    expect((await kernel.finished(id)).result).toBe("'now'");
    await kernel.execute('"another"');
    const late = await kernel.find(({ content }) => content.text === 'late\n');
    expect(late.parent).toMatchObject({ msg_id: id });
  });

  it('goes on with what a cell has started, until it is interrupted', async () => {
    await kernel.execute('const beats = { n: 0 }; const beat = () => beats.n++;');
    await kernel.execute(
      'setInterval(beat, 5); (async () => { for (;;) { await new Promise((r) => setTimeout(r, 5)); beat() } })(); 0',
    );
    const count = async () => Number((await kernel.execute('beats.n')).result);
    await vi.waitFor(async () => expect(await count()).toBeGreaterThan(5), 30_000);
    await kernel.interrupt();
    const before = await count();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await count()).toBe(before);
  });
});

describe('displays', () => {
  it('are updated by their id, cleared, and rich', async () => {
    const shown = await kernel.execute(
      'display(1, { id: "bar" }); display(2, { id: "bar", update: true }); clearOutput(); clearOutput(true); display(md`*x*`)',
    );
    expect(shown.outputs).toMatchObject([
      { type: 'display_data', content: { data: { 'text/plain': '1' }, transient: { display_id: 'bar' } } },
      {
        type: 'update_display_data',
        content: { data: { 'text/plain': '2' }, transient: { display_id: 'bar' } },
      },
      { type: 'clear_output', content: { wait: false } },
      { type: 'clear_output', content: { wait: true } },
      { type: 'display_data', content: { data: { 'text/markdown': '*x*' } } },
    ]);
  });

  it('show a chart of Plot as SVG, and a table as HTML', async () => {
    const chart = await kernel.execute(
      'import * as Plot from "@observablehq/plot";\nPlot.dot([[1, 2], [3, 4]], { fill: "red" }).plot()',
    );
    expect(chart.reply.status).toBe('ok');
    expect(data(chart)['image/svg+xml']).toMatch(/^<svg[^]*<circle/);
    const table = await kernel.execute('[{ name: "a", n: 1 }, { name: "b", n: 2 }]');
    expect(data(table)['text/html']).toMatch(/<table[^]*<td[^>]*>a/);
  });

  it('of cells that use others are updated in place, as part of what changed them', async () => {
    const cell = (code: string, cellId: string, deletedCells: string[] = []) =>
      kernel.execute(code, { metadata: { cellId, deletedCells } });
    await cell('const radius = 2', 'r');
    const [first] = (await cell('radius ** 2', 'area')).outputs;
    const { outputs } = await cell('const radius = 3', 'r');
    expect(outputs).toEqual([
      { type: 'update_display_data', content: { ...first.content, data: { 'text/plain': '9' } } },
    ]);
    const twice = await cell('const radius = 4', 'other');
    expect(twice.reply).toMatchObject({ status: 'error', ename: 'DefinitionError' });
    expect((await cell('const radius = 5', 'other', ['r'])).outputs.at(-1)).toMatchObject({
      type: 'update_display_data',
      content: { data: { 'text/plain': '25' } },
    });
  });
});

describe('magics', () => {
  it('turn the cascade off and on, forget, and open the help', async () => {
    await kernel.execute('let level = 1');
    await kernel.execute('level');
    expect((await kernel.execute('%cascade off\nlet level = 2')).outputs).toEqual([]);
    await kernel.execute('%cascade on');
    expect(types(await kernel.execute('let level = 3'))).toEqual(['update_display_data']);
    expect((await kernel.execute('%cascade off\n%cascade on\nlet level = 4')).outputs.at(-1)).toMatchObject({
      content: { data: { 'text/plain': '4' } },
    });
    await kernel.execute('%forget level');
    expect((await kernel.execute('level')).reply.evalue).toBe('level is not defined');
    const { payload } = (await kernel.execute('%help')).reply as { payload: Json[] };
    expect(payload).toMatchObject([{ source: 'page', start: 0 }]);
    const { reply } = await kernel.execute('%nonsense');
    expect(reply).toMatchObject({ status: 'error', ename: 'UsageError' });
  });
});

describe('input', () => {
  const ask = 'await input("name? ")';

  it('is asked of the client, who answers', async () => {
    const id = kernel.start(ask);
    const question = await kernel.find(
      ({ type, parent }) => type === 'input_request' && 'msg_id' in parent && parent.msg_id === id,
    );
    expect([question.channel, question.content]).toEqual(['stdin', { prompt: 'name? ', password: false }]);
    kernel.send('stdin', 'input_reply', { value: 'Ada', status: 'ok' }, { parent: { ...question.header } });
    expect((await kernel.finished(id)).result).toBe("'Ada'");
  });

  it('may be secret, and the answer may name no question', async () => {
    const id = kernel.start('await input("key", { password: true })');
    const question = await kernel.find(
      ({ type, content }) => type === 'input_request' && content.prompt === 'key',
    );
    expect(question.content.password).toBe(true);
    kernel.send('stdin', 'input_reply', { value: 'secret' });
    expect((await kernel.finished(id)).result).toBe("'secret'");
  });

  it('fails where the client takes none, and can be interrupted', async () => {
    const { reply } = await kernel.execute(ask, { content: { allow_stdin: false } });
    expect(reply).toMatchObject({ status: 'error', evalue: 'this client takes no input' });
    const id = kernel.start('await input("wait")');
    await kernel.find(({ content }) => content.prompt === 'wait');
    await kernel.interrupt();
    expect((await kernel.finished(id)).reply.ename).toBe('Interrupted');
  });
});

describe('comms', () => {
  const info = async (target?: string) =>
    (await kernel.request('shell', 'comm_info_request', target === undefined ? {} : { target_name: target }))
      .comms;

  it('are opened by a cell, and carry messages until they are closed', async () => {
    await kernel.execute(
      'const comm = comms.open("chat", { hello: 1 }); comm.onMessage = (m) => comm.send({ got: m });',
    );
    const opened = await kernel.find(({ type }) => type === 'comm_open');
    const id = opened.content.comm_id as string;
    expect(opened.content).toEqual({ comm_id: id, target_name: 'chat', data: { hello: 1 } });
    expect(await info('chat')).toEqual({ [id]: { target_name: 'chat' } });
    expect(await info('none')).toEqual({});
    kernel.send('shell', 'comm_msg', { comm_id: id, data: { n: 7 } });
    const answer = await kernel.find(({ type }) => type === 'comm_msg');
    expect(answer.content).toEqual({ comm_id: id, data: { got: { n: 7 } } });
    await kernel.execute('comm.close("bye")');
    expect((await kernel.find(({ type }) => type === 'comm_close')).content.data).toBe('bye');
    expect(await info()).toEqual({});
  });

  it('are opened by the client where a cell answers, and closed at once where none does', async () => {
    await kernel.execute(
      'comms.register("echo", (comm, data) => { comm.onMessage = (m) => comm.send([data, m]); });',
    );
    kernel.send('shell', 'comm_open', { comm_id: 'mine', target_name: 'echo', data: 1 });
    kernel.send('shell', 'comm_msg', { comm_id: 'mine', data: 2 });
    const echo = await kernel.find(({ type, content }) => type === 'comm_msg' && content.comm_id === 'mine');
    expect(echo.content.data).toEqual([1, 2]);
    expect(await info('echo')).toEqual({ mine: { target_name: 'echo' } });
    kernel.send('shell', 'comm_open', { comm_id: 'lost', target_name: 'nobody', data: {} });
    await kernel.find(({ type, content }) => type === 'comm_close' && content.comm_id === 'lost');
    kernel.send('shell', 'comm_close', { comm_id: 'mine', data: {} });
    expect(await info()).toEqual({});
  });

  it('carry metadata and bytes, from one end to the other', async () => {
    await kernel.execute(
      'comms.register("bytes", (comm, data, received) => comm.send(received.metadata, received));',
    );
    const beside = { metadata: { version: '2.1.0' }, buffers: [Buffer.from([1, 2, 3]), Buffer.alloc(0)] };
    kernel.send('shell', 'comm_open', { comm_id: 'raw', target_name: 'bytes', data: {} }, beside);
    const back = await kernel.find(({ type, content }) => type === 'comm_msg' && content.comm_id === 'raw');
    expect(back.content.data).toEqual(beside.metadata);
    expect(back.metadata).toEqual(beside.metadata);
    expect(back.buffers).toEqual(beside.buffers);
  });
});

describe('what a client asks beside', () => {
  it('kernel_info', async () => {
    const info = await kernel.request('shell', 'kernel_info_request');
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(info).toMatchObject({
      status: 'ok',
      protocol_version: '5.4',
      implementation: 'litmus',
      implementation_version: version,
      language_info: {
        ...{ name: 'typescript', file_extension: '.ts', mimetype: 'text/typescript' },
        // Strict clients refuse a kernel that says it in another way.
        codemirror_mode: expect.any(String) as unknown,
      },
      help_links: expect.any(Array) as unknown,
    });
    expect(await kernel.request('control', 'kernel_info_request')).toEqual(info);
  });

  it('is_complete, complete and inspect, by code points', async () => {
    const complete = (code: string) => kernel.request('shell', 'is_complete_request', { code });
    expect(await complete('1 + 1')).toMatchObject({ status: 'complete' });
    expect(await complete('function f() {')).toMatchObject({ status: 'incomplete', indent: '  ' });
    expect(await complete('let = ;')).toMatchObject({ status: 'invalid' });
    await kernel.execute('const measured = { entropy: 1 };');
    const code = '"𝕏"; measured.entr';
    // An astral character is one code point and two UTF-16 units.
    const cursor = [...code].length;
    expect(await kernel.request('shell', 'complete_request', { code, cursor_pos: cursor })).toMatchObject({
      status: 'ok',
      matches: ['entropy'],
      cursor_start: cursor - 4,
      cursor_end: cursor,
    });
    const seen = await kernel.request('shell', 'inspect_request', {
      code: 'measured',
      cursor_pos: 3,
      detail_level: 0,
    });
    expect(seen).toMatchObject({ status: 'ok', found: true });
    expect((seen.data as Json)['text/plain']).toMatch(/measured/);
    const nothing = await kernel.request('shell', 'inspect_request', { code: '   ', cursor_pos: 1 });
    expect(nothing).toEqual({ status: 'ok', found: false, data: {}, metadata: {} });
  });

  it('history, by range and pattern', async () => {
    await kernel.execute('"find me 1"');
    const ask = { output: false, raw: true, hist_access_type: 'search', pattern: '"find me ?"' };
    const { history } = await kernel.request('shell', 'history_request', ask);
    expect((history as unknown[][]).map(([, , source]) => source)).toEqual(['"find me 1"']);
    const wrong = await kernel.request('shell', 'history_request', { hist_access_type: 'x' });
    expect(wrong).toMatchObject({ status: 'error', ename: 'BadRequest' });
  });

  it('what is unknown: an error for a request, nothing for anything else', async () => {
    expect(await kernel.request('shell', 'debug_request')).toMatchObject({
      status: 'error',
      evalue: 'this kernel knows no debug_request',
    });
    expect(await kernel.request('control', 'execute_request', { code: '1' })).toMatchObject({
      status: 'error',
    });
    expect(await kernel.request('shell', 'constructor_request')).toMatchObject({ status: 'error' });
    const id = kernel.send('shell', 'something_else');
    await kernel.execute('1');
    expect(published(id)).toEqual([]);
  });
});

describe('while a cell runs an endless loop', () => {
  it('the heartbeat echoes, and what needs no cell is answered', async () => {
    const id = kernel.start('while (true);');
    await kernel.find(
      ({ type, parent }) => type === 'execute_input' && 'msg_id' in parent && parent.msg_id === id,
    );
    expect(await kernel.beat('thump')).toBe('thump');
    for (const channel of ['shell', 'control'] as const)
      expect(await kernel.request(channel, 'kernel_info_request')).toMatchObject({ status: 'ok' });
    expect(await kernel.request('shell', 'is_complete_request', { code: '1' })).toMatchObject({
      status: 'complete',
    });
    expect(await kernel.request('shell', 'comm_info_request')).toMatchObject({ status: 'ok' });
    // Who looks at the last status still sees that the kernel is busy.
    await vi.waitFor(
      () =>
        expect(kernel.received.findLast(({ type }) => type === 'status')).toMatchObject({
          content: { execution_state: 'busy' },
          parent: { msg_id: id },
        }),
      30_000,
    );
    kernel.process.child.kill('SIGINT');
    expect((await kernel.finished(id)).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect((await kernel.execute('1 + 1')).result).toBe('2');
  });
});

it('keeps the history in the folder of the user’s data, and says nothing on its standard error', async () => {
  const file = path.join(kernel.process.folder, 'data/litmus/history.jsonl');
  expect(await readFile(file, 'utf8')).toContain('find me 1');
  expect(kernel.process.log()).toBe(
    'litmus kernel: a message of the unknown type "something_else" was ignored\n',
  );
});

describe.each([
  [false, 'shell'],
  [true, 'control'],
] as const)('shutdown_request with restart %s', (restart, channel) => {
  it(`on ${channel} is answered, and the process ends in order`, async () => {
    const other = await startKernel();
    other.start('while (true);');
    const reply = await other.request(channel, 'shutdown_request', { restart });
    expect(reply).toEqual({ status: 'ok', restart });
    expect(await other.process.ended).toBe(0);
    expect(other.process.log()).toBe('');
    await other.end();
  });
});

it('ends where the process that it belongs to was killed', async () => {
  const folder = privateFolder();
  const file = path.join(folder, 'connection.json');
  await writeFile(file, JSON.stringify(freshConnection()));
  const env = { ...privateEnvironment(folder), JPY_PARENT_PID: '1' };
  const script = `const { spawn } = require('node:child_process');
    const kernel = spawn(process.execPath, [${JSON.stringify(launcher)}, ${JSON.stringify(file)}], { stdio: 'ignore' });
    process.stdout.write(String(kernel.pid));
    setTimeout(() => {}, 1e6);`;
  const parent = spawn(process.execPath, ['-e', script], { env, cwd: folder });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  await vi.waitFor(async () => expect(await readFile(file, 'utf8')).not.toContain('"hb_port":0'), 30_000);
  expect(processRuns(pid)).toBe(true);
  parent.kill('SIGKILL');
  expect(await processEnds(pid, 30_000)).toBe(true);
  await rm(folder, { recursive: true });
});

it('ends in order on SIGTERM, and says what is wrong with a connection file', async () => {
  const other = await startKernel();
  other.process.child.kill('SIGTERM');
  expect(await other.process.ended).toBe(0);
  await other.end();
  await expect(startKernel({ connection: { transport: 'pigeon' } })).rejects.toThrow(
    /ended \(1\)[^]*asks for the transport "pigeon"; there are tcp and ipc/,
  );
});
