import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { heightsFile, type MeasuredHeights } from '../../kernels/workbook/reserved-height.js';
import { findPages } from '../../kernels/workbook/wanted.js';
import { launch, open } from './browser.js';
import { buildSite, serveSite } from './site.js';

// Measures how much room each cell of each page takes, in a site that was built or in the folder that is named, and writes
// it where the workbook reserves it from.
const root = fileURLToPath(new URL('../../src', import.meta.url));
const [given] = process.argv.slice(2);
const folder = given ?? (await mkdtemp(path.join(os.tmpdir(), 'litmus-site-')));
if (given === undefined) await buildSite(folder);
const site = await serveSite({ folder });
const browser = await launch();

const mostHeight = 1800;

async function heightsOf(name: string, width: number): Promise<Readonly<Record<string, number>>> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await open(page, site.address + name);
  const heights = await page.$$eval('[data-place]', (places) =>
    places.map((place) => [
      place.getAttribute('data-place')!,
      Math.round(place.getBoundingClientRect().height),
    ]),
  );
  await page.close();
  return Object.fromEntries(heights) as Record<string, number>;
}

const measured: Record<string, MeasuredHeights[string]> = {};
for (const file of (await findPages(root)).sort()) {
  const name = path.relative(root, file).replace(/\.md$/, '');
  // A page that stands for many has no address of its own, and no figure.
  if (name.includes('[')) continue;
  const address = name === 'index' ? '' : name;
  const [wide, narrow] = [await heightsOf(address, 1280), await heightsOf(address, 390)];
  // Below what is higher than two windows nothing is in sight; and such tables change often.
  const places = Object.entries(wide).filter(([, height]) => height > 0 && height < mostHeight);
  if (!places.some(([place]) => place.startsWith('figure-'))) continue;
  measured[`/${name}`] = Object.fromEntries(
    places.map(([place, height]) => [place, [height, narrow[place]] as const]),
  );
}
await writeFile(
  heightsFile,
  `${JSON.stringify(measured, null, 2).replaceAll(/\[\s+(\d+),\s+(\d+)\s+\]/g, '[$1, $2]')}\n`,
);
await browser.close();
site.close();
if (given === undefined) await rm(folder, { recursive: true });
