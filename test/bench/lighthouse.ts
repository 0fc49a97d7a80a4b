import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../../kernels/engine/failure.js';
import { executablePath } from '../browser/browser.js';
import { buildSite, serveSite } from '../browser/site.js';
import { median } from './harness.js';
import { duration, markdownTable } from './report.js';

/** Downloaded by npm where it is asked for: docs/dependencies.md says why it is no dependency. */
const lighthouse = 'lighthouse@12.8.2';

const rounds = 3;

const pages = [
  '',
  'claims',
  'estimators',
  'papers/cs-ib',
  'papers/entropy-coupling-bottleneck',
  'papers/information-koopman',
];

const categories = {
  performance: 'performance',
  accessibility: 'accessibility',
  'best-practices': 'best practices',
  seo: 'SEO',
} as const;

/** What is read of a report, beside the scores. Times are those of a phone on a slow network, as Lighthouse simulates it. */
const audits = {
  'largest-contentful-paint': 'largest paint',
  'total-blocking-time': 'blocked',
  'cumulative-layout-shift': 'layout shift',
  'mainthread-work-breakdown': 'main thread',
} as const;

type Category = keyof typeof categories;
type Audit = keyof typeof audits;

interface LighthouseReport {
  readonly categories: Readonly<Record<Category, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly scoreDisplayMode: string;
        readonly numericValue?: number;
      }
    >
  >;
  readonly runtimeError?: { readonly message: string };
}

/**
 * Lighthouse's scores of some pages of the built site on a phone, medians of three rounds. What keeps a page from full
 * marks is printed as it is found.
 *
 * @throws {Failure} where there is no browser, or npm cannot provide Lighthouse
 */
export async function benchLighthouse(): Promise<string> {
  if (!executablePath) throw new Failure('this needs Chromium: install it, or name it in CHROMIUM', 2);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-lighthouse-'));
  try {
    process.stdout.write('building the site\n');
    await buildSite(path.join(folder, 'site'));
    const site = await serveSite({ folder: path.join(folder, 'site'), compressed: true });
    const found = new Map(pages.map((page) => [page, [] as LighthouseReport[]]));
    for (let round = 0; round < rounds; round++)
      for (const page of pages) {
        const report = await look(site.address + page);
        found.get(page)!.push(report);
        process.stdout.write(`${page || 'index'}, round ${round + 1} of ${rounds}: ${inWords(report)}\n`);
      }
    site.close();
    return table(found);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function look(address: string): Promise<LighthouseReport> {
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu'];
  const options = ['--output=json', '--quiet', `--only-categories=${Object.keys(categories).join(',')}`];
  const args = ['--yes', lighthouse, address, ...options, `--chrome-flags=${flags.join(' ')}`];
  const { stdout } = await promisify(execFile)('npx', args, {
    env: { ...process.env, CHROME_PATH: executablePath },
    maxBuffer: 2 ** 28,
  }).catch(({ message, stderr }: { message: string; stderr?: string }) => {
    throw new Failure(
      `${lighthouse} did not run, which npm downloads from its registry: ${stderr ?? message}`,
      3,
    );
  });
  const report = JSON.parse(stdout) as LighthouseReport;
  if (report.runtimeError) throw new Failure(`Lighthouse at ${address}: ${report.runtimeError.message}`, 3);
  return report;
}

const scoreOf = (report: LighthouseReport, category: Category) =>
  Math.round(100 * (report.categories[category].score ?? 0));

/** The scores, and the titles of what did not pass. */
function inWords(report: LighthouseReport): string {
  const scores = (Object.keys(categories) as Category[]).map(
    (category) => `${categories[category]} ${scoreOf(report, category)}`,
  );
  const failed = Object.values(report.audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
  );
  return [scores.join(', '), ...failed.map(({ title }) => title)].join('\n    ');
}

function table(found: ReadonlyMap<string, readonly LighthouseReport[]>): string {
  const valueOf = (reports: readonly LighthouseReport[], audit: Audit) =>
    median(reports.map((report) => report.audits[audit].numericValue ?? 0));
  const told = (audit: Audit, value: number) =>
    audit === 'cumulative-layout-shift' ? value.toFixed(3) : duration(value / 1000);
  return markdownTable(
    ['page', ...Object.values(categories), ...Object.values(audits)],
    Array.from(found, ([page, reports]) => [
      page || 'index',
      ...(Object.keys(categories) as Category[]).map((category) =>
        String(median(reports.map((report) => scoreOf(report, category)))),
      ),
      ...(Object.keys(audits) as Audit[]).map((audit) => told(audit, valueOf(reports, audit))),
    ]),
  );
}
