import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../kernels/engine/root.js';
import { startKernel, type TestKernel } from './kernel-client.js';
import { privateEnvironment } from './kernel-process.js';

/** Files as people write them; each ends in a way of its own at 84. */
const files: Readonly<Record<string, string>> = {
  'one.ts': 'export const half: number = 42;',
  'module.mts': 'export const whole: number = (await Promise.resolve(42)) * 2;',
  'plain.mts': 'export const whole: number = 84;',
  'common.cts': 'export const whole: number = 84;',
  'bare.ts': "import { half } from './one';\nexport const whole: number = half * 2;",
  'javascript.ts': "import { half } from './one.js';\nexport const whole: number = half * 2;",
  'named.ts': "import { half } from './one.ts';\nexport const whole: number = half * 2;",
  'mixed.ts':
    "import { whole as a } from './plain.mts';\nimport { whole as b } from './common.cts';\nexport const whole = (a + b) / 2;",
  'folder/index.ts': "export * from '../bare';",
  'through.ts': "export * from './folder';",
  'kinds.ts': 'enum Kind { Whole = 84 }\nexport const whole: number = Kind.Whole;',
  'package.ts': "import { table } from 'arquero';\nexport const whole = table({ a: [84] }).get('a', 0);",
};

const specifiers = [
  ...Object.keys(files).filter((name) => name !== 'one.ts' && name !== 'folder/index.ts'),
  ...['bare', 'bare.js', 'module', 'common', 'folder', 'through'],
];

async function write(folder: string, name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
}

/** A folder with the files, and a package.json where there is a type. */
async function project(type: string | undefined): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-own-'));
  for (const [name, text] of Object.entries(files)) await write(folder, name, text);
  if (type) await write(folder, 'package.json', JSON.stringify({ type }));
  return folder;
}

describe.each([undefined, 'commonjs', 'module'])('files in a folder of the type %s', (type) => {
  let kernel: TestKernel;
  let folder: string;
  beforeAll(async () => {
    folder = await project(type);
    await write(
      folder,
      'node_modules/arquero/package.json',
      '{ "name": "arquero", "exports": "./index.js" }',
    );
    await write(
      folder,
      'node_modules/arquero/index.js',
      'exports.table = ({ a }) => ({ get: (_, row) => a[row] });',
    );
    kernel = await startKernel({ folder });
  });
  afterAll(async () => {
    await kernel.end();
    await rm(folder, { recursive: true });
  });

  it.each(specifiers)('are imported by a cell as ./%s', async (specifier) => {
    const cell = `{ const { whole } = await import('./${specifier}'); display(whole); }`;
    const { reply, result } = await kernel.execute(cell);
    expect(reply.evalue).toBeUndefined();
    expect(result).toBe('84');
  });
});

it.each([undefined, 'module'])('a notebook that is a loader imports them, type %s', async (type) => {
  const folder = await project(type);
  const source = "import { whole } from './through'\n({ whole })";
  const cells = [{ cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null }];
  const metadata = { language_info: { name: 'typescript' } };
  await write(
    folder,
    'study.json.ipynb',
    JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }),
  );
  const litmus = path.join(root, 'kernels/cli/litmus.js');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [litmus, 'notebook', path.join(folder, 'study.json.ipynb')],
    { env: privateEnvironment(folder) },
  );
  expect(JSON.parse(stdout)).toEqual({ whole: 84 });
  await rm(folder, { recursive: true });
});

it("a folder's tsconfig.json maps names for its own files, and none of the kernel's", async () => {
  const folder = await project(undefined);
  const paths = { '@own/*': ['./folder/*'], jsdom: ['./evil.ts'], '@tensorflow/*': ['./evil.ts'] };
  await write(folder, 'tsconfig.json', JSON.stringify({ compilerOptions: { baseUrl: '.', paths } }));
  await write(folder, 'evil.ts', 'throw new Error("this is not the package");');
  const kernel = await startKernel({ folder });
  try {
    expect((await kernel.execute("import { whole } from '@own/index'\nwhole")).result).toBe('84');
    const shown = await kernel.execute('html`<b>bold</b>`');
    expect(JSON.stringify(shown.outputs)).toContain('<b>bold</b>');
    expect((await kernel.execute("(await useBackend('cpu')).name")).result).toBe("'cpu'");
  } finally {
    await kernel.end();
    await rm(folder, { recursive: true });
  }
});
