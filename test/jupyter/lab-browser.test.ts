import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch } from '../browser/browser.js';
import { labPython, lacksLab, withKernelspec } from './jupyter-programs.js';
import { type JupyterServer, startJupyter, writeNotebook } from './jupyter-server.js';
import { privateFolder } from './kernel-process.js';

const [n, plot, prints, fails, a, b, slow, waits, defines, endless] = Array.from({ length: 10 }, (_, i) => i);
const sources = [
  'const n = 3',
  'import * as Plot from "@observablehq/plot"\nPlot.dot(Array.from({ length: n }, (_, i) => [i, i])).plot()',
  'console.log(`n is ${n}`)',
  'if (n > 8) throw new Error("too many"); n * 10',
  'const a = 1',
  'const b = 1',
  'globalThis.runs = (globalThis.runs ?? 0) + 1;\n`sum ${n + a + b} of run ${runs}`',
  'twice * 2',
  'const twice = 21',
  'n > 0 ? "not stopped" : 0',
];

const missing = executablePath ? lacksLab : 'needs Chromium';
const folder = privateFolder();
let server: JupyterServer;
let browser: Browser;
let page: Page;

/** Lab's own objects, by which a test does what a reader does with mouse and keys. */
const panel = 'jupyterapp.shell.currentWidget';
const lab = (script: string) => page.evaluate(script);
const outputs = (index: number) =>
  page.locator('.jp-Notebook .jp-Cell').nth(index).locator('.jp-OutputArea-child');
const below = async (index: number) =>
  (await outputs(index).allInnerTexts()).join('').replaceAll('\u200b', '').trim();
const shows = (index: number, text: string | RegExp) =>
  expect.poll(() => below(index), { timeout: 150_000 }).toMatch(text);

const write = (index: number, source: string) =>
  lab(`${panel}.content.widgets[${index}].model.sharedModel.setSource(${JSON.stringify(source)})`);
/** Selects cells that stand one behind the other and runs them by one command. */
const run = (first: number, last = first) =>
  lab(`(() => {
    const { content } = ${panel};
    content.deselectAll();
    content.activeCellIndex = ${first};
    if (${last} > ${first}) content.extendContiguousSelectionTo(${last});
    void jupyterapp.commands.execute('notebook:run-cell');
  })()`);
const change = async (index: number, source: string) => {
  await write(index, source);
  await run(index);
};
const open = async () => {
  await page.goto(`${server.address}lab/tree/session.ipynb`);
  await page.waitForFunction(`${panel}?.sessionContext?.session?.kernel?.status === 'idle'`, undefined, {
    timeout: 240_000,
  });
  await page.locator('.jp-Notebook .jp-Cell').nth(endless).waitFor();
};

describe.skipIf(missing)(`JupyterLab in a browser${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    await writeNotebook(folder, 'session.ipynb', sources);
    const program = ['jupyterlab', '--IdentityProvider.token=', '--expose-app-in-browser'];
    server = await startJupyter(labPython, program, { folder, env: await withKernelspec(folder) });
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1200, height: 3000 } });
    await open();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows below each cell what is true of it, whatever happens', { timeout: 900_000 }, async () => {
    const marks = outputs(plot).locator('svg circle');
    const counts = (count: number) => expect.poll(() => marks.count(), { timeout: 150_000 }).toBe(count);
    await lab(`void jupyterapp.commands.execute('notebook:run-all-cells')`);
    await shows(endless, /^'not stopped'$/);
    await counts(3);
    await shows(prints, /^n is 3$/);
    await shows(fails, /^30$/);
    await shows(slow, /^'sum 5 of run 1'$/);
    await shows(waits, /^42$/);

    // A dependent that prints, one that fails, and that recovers.
    await change(n, 'const n = 9');
    await shows(prints, /^n is 9$/);
    await shows(fails, /^Error: too many/);
    await counts(9);
    expect(await below(n)).toBe('');
    await change(n, 'const n = 4');
    await shows(fails, /^40$/);
    await shows(prints, /^n is 4$/);

    // A cell that fails on its own, and recovers because of another.
    await change(n, 'const n = 10');
    await run(fails);
    await shows(fails, /Error: too many/);
    await change(n, 'const n = 5');
    await shows(fails, /^50$/);
    await shows(slow, /of run 5'$/);

    // Several inputs at once: what uses them runs once, or twice where a busy JupyterLab sends the second one late.
    await write(a, 'const a = 2');
    await write(b, 'const b = 3');
    await run(a, b);
    await shows(slow, /^'sum 10 of run [67]'$/);

    // The page is loaded anew: it says what is out of date, and goes on from there.
    await lab(`jupyterapp.commands.execute('docmanager:save')`);
    await open();
    await change(n, 'const n = 6');
    await shows(n, /"console\.log.*before this page was opened.*Run them once/s);
    await run(plot, slow);
    await shows(fails, /^60$/);
    await change(n, 'const n = 7');
    await shows(fails, /^70$/);
    await shows(prints, /^n is 7$/);
    await counts(7);
    expect(await below(n)).toBe('');

    // Stop, restart, and all of it once more.
    await change(endless, 'while (n > 0);');
    await page.waitForFunction(`${panel}.sessionContext.session.kernel.status === 'busy'`);
    await lab(`jupyterapp.commands.execute('notebook:interrupt-kernel')`);
    await shows(endless, /Interrupted/);
    await change(n, 'const n = 2');
    await shows(fails, /^20$/);
    await write(endless, sources[endless]);
    await lab(`${panel}.sessionContext.session.kernel.restart()`);
    await write(defines, 'const twice = 4');
    await lab(`void jupyterapp.commands.execute('notebook:run-all-cells')`);
    await shows(endless, /^'not stopped'$/);
    await shows(waits, /^8$/);
    await shows(slow, /^'sum 7 of run 1'$/);
    await shows(prints, /^n is 2$/);
    await counts(2);
  });
});
