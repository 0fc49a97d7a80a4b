import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sum } from 'd3-array';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFront } from '../../kernels/workbook/front.js';
import { fakeKernel, show } from '../components/fake-kernel.js';
import { executablePath, open, watchProblems } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';
import { faults } from './faults.js';
import { serveSite } from './site.js';

/**
 * Milliseconds of processor time of each task of a page's main thread meanwhile, and of those of its other threads for
 * scripts: what else the machine does is not in it.
 */
async function tasksWhile(browser: Browser, page: Page, work: () => Promise<void>) {
  const categories = ['disabled-by-default-devtools.timeline', '__metadata'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] };
  const of = (wanted: string) => {
    const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === wanted);
    return traceEvents
      .filter(({ name }) => name === 'RunTask')
      .filter(({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid))
      .map(({ tdur = 0 }) => tdur / 1000);
  };
  return { main: of('CrRendererMain'), others: of('DedicatedWorker thread') };
}

/** An event of Chromium's trace. */
interface Traced {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

describe.skipIf(!executablePath)(`the built site${noChromium}`, { timeout: patience }, () => {
  const built = useBuiltSite();
  let page: Page;
  let problems: readonly string[];
  const visit = async (name: string, width?: number) => {
    ({ page, problems } = await built.visit(name, width));
  };

  describe('a live piece', () => {
    const figure = () => page.locator('#figure-training');
    const stands = (pattern: string) =>
      page.waitForFunction(
        (given) => new RegExp(given).test(document.querySelector('#figure-training .live')!.textContent!),
        pattern,
      );
    const says = (text: string) => figure().locator('figcaption', { hasText: text }).waitFor();
    const points = () => figure().locator('[aria-label=dot] path').count();

    it('trains in the page, loads what that takes when it is run, and stops', async () => {
      await visit('papers/cs-ib');
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(loaded.filter((address) => /tensorflow|\.wasm|kernel-client/.test(address))).toEqual([]);
      expect(await points()).toBe(0);

      // By keyboard: the focus stays on the button, whatever it says.
      await figure().getByRole('button', { name: 'Run' }).focus();
      await page.keyboard.press('Enter');
      await stands('step [1-9]\\d* of 600');
      expect(requested.join('\n')).toMatch(/tfjs-core[\s\S]*\.wasm/);
      await says('Training in this page, now (wasm)');
      expect(await points()).toBe(3 * 6);

      await page.keyboard.press('Enter');
      await stands('Stopped after');
      await says('Trained in this page, just now (wasm): 6 networks, seed 1');
      expect(await points()).toBe(3 * 6);
      expect(await faults(page)).toEqual([]);

      await figure().getByRole('slider', { name: 'Steps' }).press('Home');
      await figure().getByRole('button', { name: 'Run' }).press('Enter');
      await stands('step 100 of 100.*Finished in this page');
      expect(problems).toEqual([]);
      await page.close();
    });

    it('trains in a thread of its own, which Stop and whoever leaves end', async () => {
      await visit('papers/cs-ib');
      expect(page.workers()).toEqual([]);
      const run = async () => {
        await figure().getByRole('slider', { name: 'Steps' }).press('End');
        const started = page.waitForEvent('worker');
        await figure().getByRole('button', { name: 'Run' }).click();
        const worker = await started;
        await stands('step [1-9]\\d* of 1500');
        return worker;
      };
      let worker = await run();
      // The thread has loaded TensorFlow.js, and the page has not.
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(loaded.filter((address) => /tensorflow|\.wasm/.test(address))).toEqual([]);
      let closed = worker.waitForEvent('close');
      await figure().getByRole('button', { name: 'Stop' }).click();
      await Promise.all([closed, stands('Stopped after')]);

      worker = await run();
      closed = worker.waitForEvent('close');
      await figure().evaluate((node) => node.remove());
      await closed;

      await page.reload();
      worker = await run();
      closed = worker.waitForEvent('close');
      await page.goto(`${built.site.address}how-we-judge`);
      await closed;
      expect(problems).toEqual([]);
      await page.close();
    });

    it.each([
      ['cs-ib', 'training'],
      ['adaptive-estimators', 'training'],
      ['information-koopman', 'live'],
    ])('of %s leaves the page responsive while it trains', async (slug, id) => {
      await visit(`papers/${slug}`);
      const live = page.locator(`#figure-${id} .live`).first();
      const { main, others } = await tasksWhile(built.browser, page, async () => {
        await live.getByRole('button', { name: 'Run' }).click();
        await live.getByText('Finished in this page').waitFor();
      });
      expect(main.filter((milliseconds) => milliseconds > 200)).toEqual([]);
      // A thread of its own trains: the page draws, which is about half of the work at most.
      expect(sum(others)).toBeGreaterThan(sum(main) / 2);
      await page.close();
    });

    it.each([
      ['without workers', () => Reflect.deleteProperty(window, 'Worker')],
      [
        'with workers that are no modules',
        () => {
          const { Worker } = window;
          window.Worker = function (address: string) {
            return new Worker(address);
          } as unknown as typeof Worker;
        },
      ],
    ])('says in words that it needs another browser, in one %s', async (_, change) => {
      page = await built.browser.newPage();
      page.setDefaultTimeout(patience);
      await page.addInitScript(change);
      await open(page, `${built.site.address}papers/cs-ib`);
      await figure().getByRole('button', { name: 'Run' }).click();
      await stands('Failed: this browser did not start the thread that computes.*Firefox 114');
      await figure().getByRole('button', { name: 'Run' }).waitFor();
      await page.close();
    });

    it('runs on the kernel that the preview offers, in a browser that was let in', async () => {
      const kernel = await fakeKernel();
      const socketPath = path.join(await mkdtemp(path.join(tmpdir(), 'litmus-browser-')), 'site');
      const pages = await serveSite({ folder: built.folder, below: '/', socketPath });
      const front = await openFront({
        port: 0,
        socketPath: Promise.resolve(socketPath),
        kernel: () => Promise.resolve(kernel.address),
        log: () => {},
        onEntered: () => {},
      });
      page = await built.browser.newPage();
      page.setDefaultTimeout(patience);
      problems = watchProblems(page, front.address);
      // In the page's head before its modules run, as the preview puts it there.
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          if (document.readyState !== 'interactive') return;
          const offer = { name: 'litmus-kernel', content: '/_litmus/kernel' };
          document.head.append(Object.assign(document.createElement('meta'), offer));
        });
      });
      const address = `${front.address}papers/cs-ib`;
      await open(page, address);
      await stands('No live kernel: .* open the address that "npm start" has printed');
      expect(
        await figure()
          .getByLabel(/live kernel/)
          .count(),
      ).toBe(0);

      await page.goto(front.ticket());
      await page.waitForURL(front.address);
      await page.waitForLoadState('networkidle');
      await open(page, address);
      await figure().getByLabel('on the live kernel (a test bench)').check();
      await figure().getByRole('button', { name: 'Run' }).click();
      const request = await kernel.next('execute_request');
      expect(request.content.code).toMatch(/litmus:src\/components\/cs-ib\/live-training\.ts.*liveTraining/s);

      const member = { beta: 0, seed: 0, loss: 0.5, rmse: 0.6, i_xt: 0.4, i_ty: 0.5, r: 0 };
      const snapshot = {
        step: 5,
        steps: 10,
        backend: 'tensorflow',
        members: [member, { ...member, beta: 0.3 }],
      };
      show(request, [['display_data', { data: { 'application/json': snapshot }, metadata: {} }]]);
      await stands('step 5 of 10.*Finished on the live kernel');
      await says('Trained on the live kernel (a test bench), just now (tensorflow): 2 networks');
      expect(await faults(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
      front.close();
      pages.close();
      await kernel.close();
      await rm(path.dirname(socketPath), { recursive: true });
    });
  });
});
