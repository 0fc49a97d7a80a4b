import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { missingReason } from '../../src/lib/experiment/missing.js';
import { type Copy, copyOfProduct } from '../scaffold/copy.js';

let copy: Copy;
const at = (file: string) => path.join(copy.folder, file);
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(at(file), change(await readFile(at(file), 'utf8')));

/** Builds with options; resolves to the exit code and what was printed. */
async function build(options: string): Promise<{ code: number; printed: string }> {
  const printed = await copy.shell(`npm run -s build -- ${options} 2>&1 && echo "exit 0" || echo "exit $?"`);
  return { code: Number(/^exit (\d+)$/m.exec(printed)![1]), printed };
}

beforeAll(async () => {
  copy = await copyOfProduct();
  // One paper's page and its claims are enough.
  for (const folder of ['src/papers', 'src'])
    for (const name of await readdir(at(folder)))
      if (name.endsWith('.md') && name !== 'gain-control.md') await rm(at(`${folder}/${name}`));
}, 60_000);
afterAll(() => copy?.remove());

const cell = (code: string) => `\n\`\`\`ts\n${code}\n\`\`\`\n`;

it('puts up with what fails, says so in its place and at the end, and fails where it is to be strict', async () => {
  const beginning = 'const { network, gains, excitation, inhibition } = part.of;';
  await edit('data-loaders/gain-control/adaptation.run.ts', (text) =>
    text.replace(beginning, `${beginning}\n  if (1) throw new Error('boom');`),
  );
  for (const profile of ['quick', 'full'])
    await rm(at(`data-loaders/gain-control/recorded/tuning.${profile}.parquet`));
  const lines = (await readFile(at('src/papers/gain-control.md'), 'utf8')).split('\n').length;
  await edit('src/papers/gain-control.md', (text) => `${text}${cell('display((')}\n\${1 +}\n`);
  await writeFile(at('src/formula.md'), '# Formula\n\n$\\fraq$\n');
  await writeFile(
    at('src/components/thrower.ts'),
    `throw new Error('a component throws');\nexport const one = 1;\n`,
  );
  await writeFile(
    at('src/index.md'),
    `# Index\n${cell(`import { one } from './components/thrower.js';\ndisplay(one);`)}`,
  );

  const { code, printed } = await build('--strict');
  expect(code).toBe(1);
  const told = printed.slice(printed.indexOf('The site is built')).split('\n  ').slice(1);
  expect(told).toContainEqual(
    expect.stringMatching(/^data\/gain-control\/tuning\.parquet: missing: Error: boom$/),
  );
  expect(told).toContainEqual(
    expect.stringMatching(/^data\/gain-control\/effects\.parquet: of older code, .*boom$/),
  );
  expect(told).toContainEqual(`src/papers/gain-control.md:${lines + 2}: Unexpected end of file`);
  expect(told).toContainEqual('/papers/gain-control: SyntaxError: invalid expression');
  expect(told).toContainEqual(expect.stringMatching(/^\/formula: .*a formula cannot be read.*fraq/));
  // Their pages are not in this checkout.
  expect(told).toContainEqual(
    expect.stringMatching(/^\/papers\/adaptive-data-analysis: is not there, and .* more lead to it$/m),
  );
  expect(printed).not.toMatch(/file an issue|broken link/);

  expect(missingReason(await fileLike(/^tuning\.\w+\.parquet$/))).toBe('Error: boom');
  expect(missingReason(await fileLike(/^effects\.\w+\.parquet$/))).toBeUndefined();
  expect(await readFile(at('dist/papers/gain-control.html'), 'utf8')).toMatch(
    /SyntaxError in line 2 of this cell: Unexpected end of file/,
  );
  expect(await readFile(at('dist/formula.html'), 'utf8')).toMatch(/could not be made/);
}, 300_000);

it('leaves the site as it was where no other can be built, and says why', async () => {
  const before = await readdir(at('dist'), { recursive: true });
  await writeFile(at('src/components/thrower.ts'), 'export const one = ;\n');
  const { code, printed } = await build('');
  expect(code).toBe(3);
  expect(printed).toMatch(
    /the site was not built, and dist is as it was:\n {2}.*\n {2}src\/components\/thrower\.ts:1: /,
  );
  expect(printed.slice(printed.indexOf('the site was not built'))).not.toMatch(/\n +at /);
  expect(await readdir(at('dist'), { recursive: true })).toEqual(before);
  expect((await readdir(copy.folder)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
}, 300_000);

it('replaces no folder that is no site', async () => {
  const { code, printed } = await build('--output docs');
  expect(code).toBe(2);
  expect(printed).toMatch(/docs holds something other than a built site: name an empty or a new folder/);
  expect(await readdir(at('docs'))).toContain('kernel.md');
});

/** The built file below `_file` whose name is like this. */
async function fileLike(name: RegExp): Promise<Uint8Array> {
  const files = await readdir(at('dist/_file'), { recursive: true });
  return readFile(at(`dist/_file/${files.find((file) => name.test(path.basename(file)))!}`));
}
