import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../kernels/engine/root.js';
import { startKernel } from '../kernel-client.js';
import { privateEnvironment } from '../kernel-process.js';
import { linkPackages } from '../linked-packages.js';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A project that has installed the package that npm makes of this folder, with its dependencies beside it. */
let project: string;
let litmus: string;
let tarball: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'litmus-installed-'));
  env = privateEnvironment(project);
  const { stdout } = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: root,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  tarball = path.join(project, filename);
  const modules = path.join(project, 'node_modules');
  litmus = path.join(modules, 'litmus');
  await mkdir(litmus, { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', litmus]);
  await linkPackages(modules);
});
afterAll(() => rm(project, { recursive: true }));

const command = (...argv: string[]) =>
  run(process.execPath, [path.join(litmus, 'kernels/cli/litmus.js'), ...argv], { cwd: project, env });

async function installed(): Promise<readonly string[]> {
  const file = path.join(project, 'jupyter/kernels/litmus/kernel.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { argv: string[] }).argv;
}

describe('the package', () => {
  it('holds no tests and no recorded results', async () => {
    const names = await readdir(litmus, { recursive: true });
    expect(names.filter((name) => /(^|[\\/])(test|recorded)([\\/]|$)/.test(name))).toEqual([]);
    expect(names).toContain(path.join('kernels', 'jupyter', 'launch.js'));
  });

  it('holds all that its own modules import', async () => {
    const names = await readdir(litmus, { recursive: true });
    const modules = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
    const { metafile } = await build({
      entryPoints: modules,
      absWorkingDir: litmus,
      bundle: true,
      write: false,
      metafile: true,
      outdir: project,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'silent',
      logOverride: { 'unsupported-dynamic-import': 'silent' },
    });
    expect(Object.keys(metafile.inputs).length).toBeGreaterThan(500);
  });

  // The registry is asked for what the cache of npm does not hold.
  it('resolves in an empty folder, without overrides there', async () => {
    const folder = path.join(project, 'empty');
    await mkdir(folder);
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0' }));
    const options = [
      '--package-lock-only',
      '--prefer-offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ];
    await run(npm, ['install', ...options, tarball], { cwd: folder });
    const lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const { dependencies } = JSON.parse(await readFile(path.join(litmus, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of ['@uwdata/flechette', 'rollup']) {
      const places = Object.entries(lock.packages).filter(([at]) => at.endsWith(`node_modules/${name}`));
      expect(places.map(([, { version }]) => version)).toEqual([dependencies[name]]);
    }
  });
});

// It is started five times, each time with new compiled code.
describe('the kernel of the package', { timeout: 240_000 }, () => {
  it('is not installed where it does not work', async () => {
    const zeromq = path.join(project, 'node_modules/zeromq');
    await rm(zeromq);
    const failing = command('kernel', 'install').finally(() =>
      symlink(path.join(root, 'node_modules/zeromq'), zeromq, 'junction'),
    );
    await expect(failing).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/the kernel does not work.*nothing was installed[\s\S]*zeromq/) as string,
    });
    await expect(installed()).rejects.toThrow('ENOENT');
  });

  it('is prepared by its installation, finds its packages, and computes', async () => {
    const { stdout, stderr } = await command('kernel', 'install');
    expect(stderr).toBe('');
    expect(stdout).toContain('is installed in');
    await prepared(path.join(litmus, 'node_modules/.cache/litmus-kernel'));
    await computes();
  });

  it('is prepared for its user where the package cannot be written', async () => {
    await rm(path.join(litmus, 'node_modules'), { recursive: true });
    // No folder can be made below a file, whoever asks.
    await writeFile(path.join(litmus, 'node_modules'), '');
    expect((await command('kernel', 'install')).stderr).toBe('');
    const kernels = path.join(project, 'litmus/kernel');
    const [key] = await readdir(kernels);
    await prepared(path.join(kernels, key));
    await computes();
  });
});

/** The bundles are there, with the compiled code of both threads that know TypeScript. */
async function prepared(place: string): Promise<void> {
  const names = await readdir(place, { recursive: true });
  expect(names.filter((name) => name.endsWith('.cjs'))).toHaveLength(3);
  expect(names.filter((name) => name.endsWith('.v8'))).toHaveLength(2);
}

async function computes(): Promise<void> {
  const [, launcher] = await installed();
  const kernel = await startKernel({ folder: project, launcher });
  try {
    const rows = await kernel.execute("import { table } from 'arquero'\ntable({ a: [1, 2] }).numRows()");
    expect(rows.result).toBe('2');
    expect((await kernel.execute("(await useBackend('cpu')).name")).result).toBe("'cpu'");
    const random = "import { random } from 'litmus:src/lib/statistics/random.ts'\ntypeof random(1).uniform()";
    expect((await kernel.execute(random)).result).toBe("'number'");
    const code = 'process.std';
    const { matches } = await kernel.request('shell', 'complete_request', { code, cursor_pos: code.length });
    expect(matches).toContain('stdout');
    expect(kernel.process.log()).toBe('');
  } finally {
    await kernel.end();
  }
}
