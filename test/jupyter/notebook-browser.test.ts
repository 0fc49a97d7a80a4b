import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executablePath, launch } from '../browser/browser.js';
import { debianPython, lacksPackage, withKernelspec } from './jupyter-programs.js';
import { type JupyterServer, startJupyter, writeNotebook } from './jupyter-server.js';
import { privateFolder } from './kernel-process.js';

const sources = [
  'const n = 3',
  'import * as Plot from "@observablehq/plot"\nPlot.dot(Array.from({ length: n }, (_, i) => [i, i])).plot()',
  'while (true);',
  '"after " + n',
];

const missing = executablePath ? lacksPackage('notebook') : 'needs Chromium';
const folder = privateFolder();
let server: JupyterServer;
let browser: Browser;
let page: Page;

describe.skipIf(missing)(`Jupyter's Notebook in a browser${missing ? ` (${missing})` : ''}`, () => {
  beforeAll(async () => {
    await writeNotebook(folder, 'session.ipynb', sources);
    const program = ['notebook', '--NotebookApp.token=', '--NotebookApp.password='];
    server = await startJupyter(debianPython, program, { folder, env: await withKernelspec(folder) });
    browser = await launch();
    page = await browser.newPage();
    await page.goto(`${server.address}notebooks/session.ipynb`);
    await page.waitForFunction('window.Jupyter?.notebook?.kernel?.is_connected()', undefined, {
      timeout: 60_000,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
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
