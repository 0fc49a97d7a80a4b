import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { progressBoard } from '../cli/progress.js';
import { commandRunner } from '../cli/runner.js';
import { loadPapers } from '../engine/papers.js';
import { firstLook } from '../workbook/first-look.js';
import { openPageFiles } from '../workbook/page-files/page-files.js';
import { notYetPart } from '../workbook/parts/fill-parts.js';
import type { PageParts } from '../workbook/parts/page-parts.js';
import { workbook } from '../workbook/workbook.js';

// `npm run first-look`: judges all claims and keeps of them what the index of a fresh checkout shows until it has done so
// itself. A test of the built site says when what is kept is no longer what the index says.

/** The parts of the index; other pages about all papers wait for what is judged. */
const parts = ['tested', 'papers'];

const err = (text: string) => void process.stderr.write(text);
const board = progressBoard({ out: () => undefined, err }, () => performance.now());
const files = await openPageFiles({
  workbook,
  runner: commandRunner({}, (message) => err(`litmus: ${message}\n`)),
  signal: new AbortController().signal,
  err,
  onProgress: board.report,
});
const ofShelf = 'data/shelf/parts.json';
await rm(firstLook, { recursive: true, force: true });
const pictures = (await loadPapers()).flatMap(({ slug, thumbnail }) =>
  thumbnail ? [`data/${slug}/thumbnail.svg`] : [],
);
for (const name of [ofShelf, ...pictures]) {
  const placed = await files.place(name, true);
  // What cannot be drawn has been told.
  if (!placed || placed.problems.some((problem) => problem.startsWith('missing'))) continue;
  const content = await readFile(path.join(workbook, '.observablehq', 'cache', name), 'utf8');
  const target = path.join(firstLook, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, name === ofShelf ? ofIndex(JSON.parse(content) as PageParts) : content);
}
board.stop();
process.exit();

/** A line each, so that versions can be compared. */
function ofIndex(all: PageParts): string {
  const kept = Object.entries(all).map(([name, part]) => [
    name,
    parts.includes(name) ? part : notYetPart(name),
  ]);
  return `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`;
}
