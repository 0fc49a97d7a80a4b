import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { preProcessFile } from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCells } from '../../kernels/workbook/cells.js';
import { vendor } from '../../kernels/workbook/vendor.js';
import { wantedPackages } from '../../kernels/workbook/wanted.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
let home: string;
let root: string;

const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
  return path.join(root, file);
};
const page = (code: string) => write('index.md', `# Title\n\n\`\`\`ts\n${code}\n\`\`\`\n`);

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'litmus-vendor-'));
  root = path.join(home, 'src');
  await symlink(path.join(repository, 'node_modules'), path.join(home, 'node_modules'));
  await copyFile(path.join(repository, 'package-lock.json'), path.join(home, 'package-lock.json'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

describe('readCells', () => {
  it('takes the code that runs, and no other, on the lines where it stands', async () => {
    const fence = (info: string, code: string) => `\`\`\`${info}\n${code}\n\`\`\`\n`;
    const text = fence('js', 'a;') + fence('ts echo', 'b;') + fence('sh', 'c') + fence('js run=false', 'd;');
    const { code } = await readCells('page.md', `Text\n\n${text}`);
    expect(code.trimEnd()).toBe('\n\n\na;\n\n\nb;');
  });
});

describe('wantedPackages', () => {
  it('follows the modules of a page, also from the root, and leaves types out', async () => {
    await write(
      'lib/one.ts',
      `import { parquetRead } from 'hyparquet';\nimport type { ColumnTable } from 'arquero';
      export const one = (t: ColumnTable) => parquetRead(t as never);`,
    );
    await write('lib/two.ts', `export const two = () => import('@observablehq/plot');`);
    const index = await page(
      `import { one } from './lib/one.js';\nimport { two } from '/lib/two.js';\ndisplay(one, two);`,
    );
    expect(await wantedPackages(root, [index])).toEqual({
      specifiers: ['@observablehq/plot', 'hyparquet'],
      mistakes: [],
    });
  });

  it('follows what a thread is started with', async () => {
    await write('lib/start.ts', `export const start = () => new Worker(import.meta.resolve('./thread.js'));`);
    await write('lib/thread.ts', `import { parquetRead } from 'hyparquet';\npostMessage(parquetRead);`);
    const index = await page(`import { start } from './lib/start.js';\ndisplay(start);`);
    expect(await wantedPackages(root, [index])).toEqual({ specifiers: ['hyparquet'], mistakes: [] });
  });

  it.each(['npm:d3', 'https://example.org/d3.js'])(
    'refuses %s, which needs the network',
    async (specifier) => {
      const index = await page(`import * as d3 from '${specifier}';\ndisplay(d3);`);
      await expect(wantedPackages(root, [index])).rejects.toThrow(/index\.md imports .* needs the network/);
    },
  );
});

describe('a mistake', () => {
  const fence = (code: string) => `\`\`\`ts\n${code}\n\`\`\`\n`;
  const good = fence(`import { parquetRead } from 'hyparquet';\ndisplay(parquetRead);`);

  it.each([
    ['what stops short', 'const one = 1;\ndisplay((', 5],
    ['what no language has', 'const = 2;\ndisplay(1);', 4],
    ['a module that is not there', `import './none.js';`, 4],
  ])('is told by its line in the file, and keeps no other cell from working: %s', async (_, code, line) => {
    const index = await write('index.md', `# Title\n\n${fence(code)}\n${good}`);
    const { specifiers, mistakes } = await wantedPackages(root, [index]);
    expect(mistakes).toEqual([{ file: index, line, message: expect.stringMatching(/\w/) as string }]);
    expect(specifiers).toEqual(['hyparquet']);
  });

  it('of a name that two cells declare is told once', async () => {
    const index = await write('index.md', fence('const a = 1;') + fence('const a = 2;') + good);
    const { specifiers, mistakes } = await wantedPackages(root, [index]);
    expect(mistakes).toMatchObject([{ file: index, line: 5 }]);
    expect(specifiers).toEqual(['hyparquet']);
  });

  it('in a module leaves out that module', async () => {
    const broken = await write('lib/broken.ts', 'export const one = 1;\nexport const two = ;\n');
    const index = await page(`import { one } from './lib/broken.js';\nimport 'hyparquet';\ndisplay(one);`);
    const { specifiers, mistakes } = await wantedPackages(root, [index]);
    expect(mistakes).toMatchObject([{ file: broken, line: 2 }]);
    expect(specifiers).toEqual(['hyparquet']);
  });
});

describe('vendor', () => {
  it('bundles what the pages import, once for the same versions', async () => {
    await page(`import * as Plot from '@observablehq/plot';\nimport * as d3 from 'd3';\ndisplay(Plot, d3);`);
    const first = await vendor(root);
    expect(first.bundled).toBe(true);
    expect((await vendor(root)).bundled).toBe(false);
    const cache = path.join(root, '.observablehq', 'cache');
    for (const { file } of first.packages) await readFile(path.join(cache, '_node', file));

    // What Plot and d3 share lies in files of its own: neither holds a copy.
    const plot = first.packages.find(({ specifier }) => specifier === '@observablehq/plot')!;
    expect(await readFile(path.join(cache, '_node', plot.file), 'utf8')).toMatch(
      /from"[./]+shared\/chunk-\w+\.js"/,
    );

    await page(`import { parquetRead } from 'hyparquet';\ndisplay(parquetRead);`);
    expect(await vendor(root)).toMatchObject({ bundled: true, packages: [{ specifier: 'hyparquet' }] });
    expect(await readdir(path.join(cache, '_node'))).not.toContain('@observablehq');
  });

  it('writes modules that import from no other host, and gives every implicit library a version', async () => {
    await page(
      `import * as Plot from '@observablehq/plot';\nimport * as aq from 'arquero';\ndisplay(Plot, aq);`,
    );
    await vendor(root);
    const cache = path.join(root, '.observablehq', 'cache');
    const files = (await readdir(cache, { recursive: true })).filter((file) => file.endsWith('.js'));
    const imports = await Promise.all(
      files.map(async (file) => preProcessFile(await readFile(path.join(cache, file), 'utf8'), true, true)),
    );
    const specifiers = imports.flatMap(({ importedFiles }) => importedFiles.map(({ fileName }) => fileName));
    expect(specifiers).toContainEqual(expect.stringMatching(/shared/));
    // What has a space is text of an error message, not an import.
    expect(specifiers.filter((specifier) => !/^\.{1,2}\/| /.test(specifier))).toEqual([]);
    expect(files.some((file) => file.startsWith(path.join('_npm', 'htl@')))).toBe(true);
  });

  it('says which package is not installed', async () => {
    await page(`import x from 'no-such-package/part.js';\ndisplay(x);`);
    await expect(vendor(root)).rejects.toThrow(
      /"no-such-package" is not installed: npm install no-such-package/,
    );
  });
});
