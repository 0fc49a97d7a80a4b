import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { Failure } from '../../kernels/engine/failure.js';
import { executablePath, launch, open } from '../browser/browser.js';
import { median } from './harness.js';
import { type PaddedSite, paddedSite } from './padded-site.js';
import { run, type Running, start, type Usage } from './process-time.js';
import { duration, markdownTable, ratio } from './report.js';
import { lookAtPages, type SitePages } from './site-pages.js';

/** Milliseconds after which something is amiss. */
const patience = 300_000;

/** Variables: how many rounds there are, one where it is not set; and a git revision to compare with. */
const variables = { rounds: 'LITMUS_ROUNDS', before: 'LITMUS_BEFORE' } as const;

/** What is measured, with the seconds by the clock that it may take. */
const rows = {
  'build, cold': 60,
  'build, warm': 30,
  'start to the complete index, cold': 6,
  'start to the complete index, warm': 3,
  'edit of a page to its redraw': 1,
} as const;

type Row = keyof typeof rows;

const build = ['--import', 'tsx', 'kernels/workbook/build.ts'];
const preview = ['--import', 'tsx', 'kernels/workbook/preview.ts', '--port=0'];

/** Claims on the page of claims that are compared. */
const claims = [100, 350] as const;

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * The workbook with a page for every paper of the shelf: how long it takes to be built and to be shown, beside the same
 * of the revision that `LITMUS_BEFORE` names, in turns, and what a reader of it waits for. Each number is printed as it is
 * found.
 *
 * @throws {Failure} where there is no browser
 */
export async function benchSite(): Promise<string> {
  if (!executablePath) throw new Failure('this needs Chromium: install it, or name it in CHROMIUM', 2);
  const before = process.env[variables.before];
  const rounds = Number(process.env[variables.rounds] ?? 1);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Failure(
      `${variables.rounds} is a whole number from 1 on, not "${process.env[variables.rounds]}"`,
      2,
    );
  const revisions = { Litmus: 'HEAD', ...(before ? { [before]: before } : {}) };
  const browser = await launch();
  const sites: Record<string, PaddedSite> = {};
  try {
    for (const [name, revision] of Object.entries(revisions)) {
      say(`${name}: a checkout of ${revision} with a page for every paper`);
      sites[name] = await paddedSite(revision);
    }
    const names = Object.keys(sites);
    const found = new Map(names.map((name) => [name, [] as Record<Row, Usage>[]]));
    for (let round = 0; round < rounds; round++)
      for (const name of round % 2 ? names.toReversed() : names)
        found
          .get(name)!
          .push(
            await measure(sites[name], browser, (row, { wall, cpu }) =>
              say(
                `${name}, round ${round + 1} of ${rounds}: ${row}: ${duration(wall)}, processor ${duration(cpu)}`,
              ),
            ),
          );
    const pages = await lookAtPages(path.join(sites.Litmus.folder, 'dist'), browser, claims);
    const seen = pagesTable(pages);
    say(seen);
    return `${table(found, sites.Litmus.papers)}\n\n${seen}`;
  } finally {
    await browser.close();
    for (const site of Object.values(sites)) await site.remove();
  }
}

async function measure(
  site: PaddedSite,
  browser: Browser,
  tell: (row: Row, usage: Usage) => void,
): Promise<Record<Row, Usage>> {
  const found: Partial<Record<Row, Usage>> = {};
  const note = (row: Row, usage: Usage) => {
    found[row] = usage;
    tell(row, usage);
  };
  await site.makeCold();
  note('build, cold', await run(site.folder, build));
  note('build, warm', await run(site.folder, build));
  await site.makeCold({ keepSite: true });
  const cold = await timeToIndex(site, browser);
  note('start to the complete index, cold', cold.usage);
  await cold.running.stop();
  const warm = await timeToIndex(site, browser);
  note('start to the complete index, warm', warm.usage);
  note('edit of a page to its redraw', await timeToRedraw(site, browser, warm.running));
  await warm.running.stop();
  return found as Record<Row, Usage>;
}

/** From the command to an index with a picture of every paper: nothing in it is still being loaded. */
async function timeToIndex({ folder, papers }: PaddedSite, browser: Browser) {
  const running = start(folder, preview);
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(await addressOf(running));
  await page.waitForFunction(
    (wanted) =>
      !document.querySelector('observablehq-loading') && document.querySelectorAll('img').length >= wanted,
    papers,
  );
  const usage = await running.usage();
  await page.close();
  return { running, usage };
}

/** From a sentence that is written into an open page's file to the sentence in the page. */
async function timeToRedraw({ folder }: PaddedSite, browser: Browser, running: Running): Promise<Usage> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await open(page, new URL('papers/cs-ib', await addressOf(running)).href);
  const sentence = `Written at ${Date.now()}.`;
  const before = await running.usage();
  await appendFile(path.join(folder, 'src/papers/cs-ib.md'), `\n${sentence}\n`);
  await page.getByText(sentence).waitFor();
  const after = await running.usage();
  await page.close();
  return { wall: after.wall - before.wall, cpu: after.cpu - before.cpu };
}

async function addressOf(running: Running): Promise<string> {
  for (;;) {
    const [, address] = /^The workbook: *(\S+)$/m.exec(running.printed()) ?? [];
    if (address !== undefined) return address;
    if (running.child.exitCode !== null)
      throw new Error(`the preview ended:\n${running.printed().slice(-4000)}`);
    await sleep(10);
  }
}

function table(found: ReadonlyMap<string, readonly Record<Row, Usage>[]>, papers: number): string {
  const [own, ...others] = found.keys();
  const of = (name: string, row: Row, what: keyof Usage) =>
    median(found.get(name)!.map((one) => one[row][what]));
  const beside = (row: Row, what: keyof Usage) =>
    others.flatMap((name) => [duration(of(name, row, what)), ratio(of(name, row, what), of(own, row, what))]);
  const head = (what: string) => [what, ...others.flatMap((name) => [`${what}, ${name}`, '÷ Litmus'])];
  return markdownTable(
    [`${papers} papers`, 'budget', ...head('by the clock'), ...head('processor')],
    (Object.keys(rows) as Row[]).map((row) => [
      row,
      `${rows[row]} s`,
      duration(of(own, row, 'wall')),
      ...beside(row, 'wall'),
      duration(of(own, row, 'cpu')),
      ...beside(row, 'cpu'),
    ]),
  );
}

function pagesTable({ firstFigure, firstAnswer, script, answers }: SitePages): string {
  return markdownTable(
    ['read on a processor four times slower', 'budget', 'found'],
    [
      ['address to the first figure', '1 s', duration(firstFigure)],
      ['address to the first figure that answers', '', duration(firstAnswer)],
      ['compressed script of the page', '300 kB', `${(script / 1000).toPrecision(3)} kB`],
      ...Array.from(answers, ([count, seconds]) => [
        `a verdict pressed among ${count} claims to the answer`,
        '',
        duration(seconds),
      ]),
    ],
  );
}
