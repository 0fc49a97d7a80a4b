import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch } from '../browser/browser.js';
import { debianPython, lacksPackage, withKernelspec } from './jupyter-programs.js';
import { privateFolder } from './kernel-process.js';

const sources = [
  'const n = 3',
  'import * as Plot from "@observablehq/plot"\nPlot.dot(Array.from({ length: n }, (_, i) => [i, i])).plot()',
  'while (true);',
  '"after " + n',
];

const missing = executablePath ? lacksPackage('notebook') : 'needs Chromium';
const folder = privateFolder();
let server: ChildProcess;
let browser: Browser;
let page: Page;

/** A port that was free a moment ago: the server does not choose one itself. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts Jupyter's Notebook and returns its address. */
async function startServer(env: NodeJS.ProcessEnv): Promise<string> {
  const port = await freePort();
  const options = ['--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, '--port-retries=0'];
  const args = ['-m', 'notebook', ...options, '--NotebookApp.token=', '--NotebookApp.password='];
  server = spawn(debianPython, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = `http://127.0.0.1:${port}/`;
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.on('exit', () => reject(new Error(`the server ended:\n${log}`)));
    server.stderr!.on('data', (chunk: Buffer) => {
      log += String(chunk);
      if (log.includes(address)) resolve();
    });
  });
  return address;
}

describe.skipIf(missing)(`Jupyter's Notebook in a browser${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    const cells = sources.map((source) => ({
      ...{ cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source },
    }));
    const kernelspec = { name: 'litmus', display_name: 'TypeScript (Litmus)', language: 'typescript' };
    const notebook = { nbformat: 4, nbformat_minor: 4, metadata: { kernelspec }, cells };
    await writeFile(path.join(folder, 'session.ipynb'), JSON.stringify(notebook));
    const address = await startServer(await withKernelspec(folder));
    browser = await launch();
    page = await browser.newPage();
    await page.goto(`${address}notebooks/session.ipynb`);
    await page.waitForFunction('window.Jupyter?.notebook?.kernel?.is_connected()', undefined, {
      timeout: 60_000,
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
    if (server?.exitCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  });

  const run = (index: number) => page.evaluate(`Jupyter.notebook.execute_cells([${index}])`);
  const output = (index: number) => page.locator('.cell').nth(index).locator('.output_area');

  it('draws, follows a change in place, stops an endless loop and carries on', async () => {
    await run(0);
    await run(1);
    const marks = output(1).locator('svg circle');
    await expect.poll(() => marks.count(), { timeout: 30_000 }).toBe(3);

    await page.evaluate('Jupyter.notebook.get_cell(0).set_text("const n = 5")');
    await run(0);
    await expect.poll(() => marks.count(), { timeout: 30_000 }).toBe(5);
    expect(await output(1).count()).toBe(1);

    await run(2);
    await page.locator('#kernel_indicator_icon.kernel_busy_icon').waitFor();
    await page.locator('button[data-jupyter-action="jupyter-notebook:interrupt-kernel"]').click();
    await output(2).getByText('Interrupted').waitFor();

    await run(3);
    await output(3).getByText('after 5').waitFor();
  });
});
