import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { random } from '../../src/lib/statistics/random.js';
import { executablePath } from './browser.js';
import { noChromium, patience, useBuiltSite } from './built-site.js';
import { faults } from './faults.js';

/** A trial of so many rows; what it holds is not to be found in any script of the site. */
function trial(rows: number): string {
  const { normal } = random(77);
  const lines = Array.from({ length: rows }, () => {
    const dose = normal();
    return `${dose};${0.8 * dose + 0.6 * normal()};${['quokka', 'wombat'][Number(normal() > 0)]}`;
  });
  return ['\uFEFFmarsupial dose;response;species', ...lines].join('\n').replaceAll('.', ',');
}

describe.skipIf(!executablePath)(
  `the page of one’s own table, built${noChromium}`,
  { timeout: patience },
  () => {
    const built = useBuiltSite();

    const answer = (page: Page) => page.locator('.found');
    const computed = (page: Page) =>
      page.locator('.answer-panel').getByText('Computed in this page in').waitFor();
    /** Drops a file as a hand does. */
    const drop = async (page: Page, name: string, content: Uint8Array | string) => {
      const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
      const transfer = await page.evaluateHandle(
        ([file, all]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(all)], file));
          return data;
        },
        [name, bytes] as const,
      );
      await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    };

    it('answers at once about an example, and about a file that is dropped, of which nothing leaves the page', async () => {
      const { page, problems } = await built.visit('estimate');
      await computed(page);
      await expect
        .poll(() => answer(page).textContent())
        .toMatch(/^Knowing dose tells you 1\.\d+\snats, or 1\.\d+\sbits, about response/);

      const asked: string[] = [];
      const notOwn: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        asked.push(pathname);
        if (request.method() !== 'GET' || request.postData() !== null || search !== '')
          notOwn.push(`${request.method()} ${request.url()}`);
      });
      page.on('websocket', (socket) => notOwn.push(socket.url()));
      await drop(page, 'trial.csv', trial(150));
      await answer(page)
        .getByText(/^Knowing marsupial dose tells you 0\.\d+\snats, .* about response/)
        .waitFor();
      await computed(page);
      await page.getByText('Open: trial.csv, 150 rows, 3 columns, SHA-256').waitFor();
      // Every request is for a file of the site, as it lies there, and tells nothing of the table.
      expect(notOwn).toEqual([]);
      const files = await Promise.all(
        asked.map((pathname) =>
          readFile(path.join(built.folder, decodeURI(pathname).replace('/litmus/', ''))),
        ),
      );
      expect(files.length).toBeGreaterThan(0);
      expect(asked.join()).not.toMatch(/marsupial|quokka|trial/);
      expect(files.some((file) => file.includes('quokka'))).toBe(false);

      // Nor does the address have more of it than names.
      await page.getByLabel('tell about').selectOption({ label: 'species' });
      await answer(page)
        .getByText(/about species/)
        .waitFor();
      await computed(page);
      expect(new URL(page.url()).search).toBe('?estimate.table=trial.csv&estimate.y=species');
      expect(await faults(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });

    it('asks a link’s question again once its table is there, and another question of another table', async () => {
      const link =
        'estimate?estimate.table=trial.csv&estimate.x=species&estimate.y=marsupial+dose&estimate.seed=3';
      const { page, problems } = await built.visit(link);
      await page.getByText('a link holds settings, never data').waitFor();
      await computed(page);
      await answer(page).getByText('dose tells').waitFor();
      await drop(page, 'trial.csv', trial(150));
      await answer(page)
        .getByText(/^These 150 rows do not show that knowing species tells you anything about marsupial dose/)
        .waitFor();
      await page.getByText('More settings').first().waitFor();
      expect(await page.getByRole('slider', { name: 'Seed' }).inputValue()).toBe('3');
      expect(new URL(page.url()).search).toContain('estimate.seed=3');
      const parquet = await readFile(path.join(root, 'test/fixtures/tables/pandas.parquet'));
      await drop(page, 'other.parquet', parquet);
      await answer(page)
        .getByText(/knowing a tells you .* about count/i)
        .waitFor();
      expect(new URL(page.url()).search).toBe('?estimate.table=other.parquet');
      expect(problems).toEqual([]);
      await page.close();
    });

    it('takes several columns as one side, ticked by the keyboard, which a link and the command have', async () => {
      const { page, problems } = await built.visit('estimate');
      await computed(page);
      await drop(page, 'trial.csv', trial(150));
      await answer(page)
        .getByText(/^Knowing marsupial dose tells/)
        .waitFor();
      await page.getByLabel('What does').focus();
      await page.keyboard.press('End');
      const boxes = page.getByRole('group', { name: 'What does' }).getByRole('checkbox');
      expect(await boxes.count()).toBe(3);
      await page.keyboard.press('Tab');
      expect(await boxes.first().isChecked()).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await answer(page)
        .getByText(/^Knowing marsupial dose and species tells you 0\.\d+\snats, .* about response/)
        .waitFor();
      await computed(page);
      const search = '?estimate.table=trial.csv&estimate.x=marsupial+dose%2Cspecies';
      await expect.poll(() => new URL(page.url()).search).toBe(search);
      await page.getByText("--x 'marsupial dose,species' --y response").waitFor();
      // One column of the side is drawn, and which one can be chosen.
      const picture = page.locator('#figure-pair');
      await picture.getByText('Here marsupial dose is one of marsupial dose and species').waitFor();
      await picture.getByLabel('Drawn of x').selectOption('species');
      await picture.locator('figcaption').getByText('species and response, 150 rows').waitFor();
      // A reload waits for the table, and asks the same again.
      await page.reload();
      await page.getByText('a link holds settings, never data').waitFor();
      await drop(page, 'trial.csv', trial(150));
      await answer(page)
        .getByText(/^Knowing marsupial dose and species tells you/)
        .waitFor();
      expect(await boxes.nth(2).isChecked()).toBe(true);
      for (const box of [0, 2]) await boxes.nth(box).uncheck();
      await page.locator('.answer-panel [role=alert]').getByText('no column is ticked').waitFor();
      expect(await faults(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });

    /** Others may need the processors as well. */
    const waiting = { timeout: patience };

    it('shares what is long out among threads, for the same answer, and ends them all by Stop', async () => {
      const link = `${built.site.address}estimate?estimate.permutations=5000`;
      const answered = await Promise.all(
        [1, 5].map(async (cores) => {
          const page = await built.browser.newPage();
          page.setDefaultTimeout(patience);
          await page.addInitScript((count) => {
            Object.defineProperty(navigator, 'hardwareConcurrency', { value: count });
          }, cores);
          let most = 0;
          page.on('worker', () => (most = Math.max(most, page.workers().length)));
          await page.goto(link);
          await page.getByRole('button', { name: 'Stop' }).waitFor();
          await computed(page);
          const sentence = await answer(page).textContent();
          // The table's thread stays; those that compute have ended.
          await expect.poll(() => page.workers().length, waiting).toBe(1);
          await page.getByRole('button', { name: 'Compute again' }).click();
          await expect.poll(() => page.workers().length, waiting).toBe(most);
          await page.getByRole('button', { name: 'Stop' }).click();
          await expect.poll(() => page.workers().length, waiting).toBe(1);
          await page.close();
          return { sentence, most };
        }),
      );
      expect(answered.map(({ most }) => most)).toEqual([2, 5]);
      expect(answered[1].sentence).toBe(answered[0].sentence);
      expect(answered[0].sentence).toContain('of 5,000 shuffles');
    });

    it('keeps the table that is open when a file is none, and says what is wrong with it', async () => {
      const { page, problems } = await built.visit('estimate');
      await computed(page);
      const before = await answer(page).textContent();
      for (const [content, message] of [
        ['', 'empty.csv: the table is empty: its first line names the columns'],
        ['a,b\n', 'empty.csv: there is a heading and no row below it'],
        ['a,b\n1,2\n', 'a question takes two columns that vary, and none does'],
        [Uint8Array.of(0x41, 0xff, 0xfe, 0x00), 'empty.csv is no table that can be read'],
      ] as const) {
        await drop(page, 'empty.csv', content);
        await page.locator('.table-panel [role=alert]').getByText(message).waitFor();
        expect(await page.locator('.table-panel [role=alert]').textContent()).toContain(
          'The table that was open stays',
        );
      }
      expect(await answer(page).textContent()).toBe(before);
      await page.getByLabel('tell about').selectOption({ label: 'temperature' });
      await answer(page)
        .getByText(/about temperature/)
        .waitFor();
      expect(problems).toEqual([]);
      await page.close();
    });

    it('stops what takes long at once, and keeps what it knows; all pairs choose a question', async () => {
      const { page, problems } = await built.visit('estimate', 390);
      await computed(page);
      const panel = page.locator('.answer-panel');
      await page.getByText('More settings').first().click();
      await page
        .locator('.controls', { has: page.getByLabel('What does') })
        .getByRole('combobox', { name: 'Surrogates' })
        .selectOption({ label: '5000' });
      const stop = panel.getByRole('button', { name: 'Stop' });
      await stop.waitFor();
      // The estimate is there before the test by surrogates, which takes long.
      await panel.locator('[aria-busy]').waitFor({ state: 'detached' });
      await stop.click();
      await panel.getByText(/^Stopped after/).waitFor();
      await panel.getByRole('button', { name: 'Compute again' }).waitFor();
      expect(await answer(page).textContent()).toMatch(/^Knowing dose tells you/);

      const pairs = page.locator('#figure-pairs');
      await pairs.getByRole('combobox', { name: 'Surrogates' }).selectOption({ label: 'none' });
      for (const name of ['dose', 'temperature']) await pairs.getByRole('checkbox', { name }).uncheck();
      await pairs.getByRole('button', { name: 'Run' }).click();
      await pairs.locator('figcaption').getByText('3 pairs, not tested').waitFor();
      expect(await pairs.locator('[aria-label=cell] rect').count()).toBe(6);
      await page.getByRole('button', { name: 'group, weight' }).click();
      await answer(page)
        .getByText(/^Knowing group tells you .* about weight/)
        .waitFor();
      expect(await faults(page)).toEqual([]);
      expect(problems).toEqual([]);
      await page.close();
    });
  },
);
