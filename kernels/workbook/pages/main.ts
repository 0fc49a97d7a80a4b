import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { root } from '../../engine/root.js';
import { findPages } from '../wanted.js';
import { checkTypes } from './check-types.js';
import { formatPage } from './format-page.js';

// `check` type-checks the cells of all pages and says where they are not formatted; `write` formats them.
const write = process.argv[2] === 'write';
const files = await findPages(path.join(root, 'src'));
const pages = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
);
const nameOf = (file: string) => path.relative(process.cwd(), file);

for (const [file, page] of pages) {
  const formatted = await formatPage(file, page);
  if (formatted === page) continue;
  if (write) await writeFile(file, formatted);
  else {
    process.stderr.write(`${nameOf(file)}: its cells are not formatted: npm run format\n`);
    process.exitCode = 1;
  }
}

if (!write)
  for (const [file, problems] of checkTypes(pages))
    for (const { start, message } of problems) {
      const before = pages.get(file)!.slice(0, start).split('\n');
      process.stderr.write(`${nameOf(file)}:${before.length}:${before.at(-1)!.length + 1} ${message}\n`);
      process.exitCode = 1;
    }
