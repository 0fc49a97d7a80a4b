import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { program } from '../../kernels/cli/program.js';
import { root } from '../../kernels/engine/root.js';
import { litmus } from './litmus.js';

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  vi.stubEnv('LITMUS_CACHE', cache);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true, force: true });
});

describe('litmus', () => {
  it('teaches with --help: every command, the exit codes, where to start', async () => {
    const { code, out } = await litmus('--help');
    expect(code).toBe(0);
    for (const word of [
      'list',
      'run',
      'check',
      'doctor',
      'datasets',
      'emit',
      'notebook',
      'estimate',
      'Exit codes',
      'npx litmus run cs-ib',
    ])
      expect(out).toContain(word);
  });

  it.each([
    ['list'],
    ['run'],
    ['check'],
    ['doctor'],
    ['datasets'],
    ['datasets', 'fetch'],
    ['setup', 'tensorflow'],
    ['emit'],
    ['notebook'],
    ['estimate'],
  ])('explains %s %s', async (...command) => {
    const { code, out } = await litmus(...command.filter(Boolean), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: npx litmus /);
    expect(out.length).toBeGreaterThan(150);
  });

  it.each([
    [['rnu', 'cs-ib'], 'Did you mean run?'],
    [['run', 'cs-bi'], 'there is no paper "cs-bi"; did you mean "cs-ib"?'],
    [['run', 'cs-ib/plan'], 'there is no table of cs-ib "plan"; did you mean "plane"?'],
    [['run', 'cs-ib', '--profile', 'fast'], 'Allowed choices are quick, full'],
    [['run', 'cs-ib', '--seed', 'x'], 'a whole number from 0 to 2147483647 is wanted'],
    [['run', 'cs-ib', '--seed', ''], 'a whole number from 0 to 2147483647 is wanted'],
    [['run', 'cs-ib/plane/x'], '"cs-ib/plane/x" names no table'],
    [['run', 'cs-ib/toString'], 'there is no table of cs-ib "toString"'],
    [['emit', 'x', '--paper', 'cs-ib', '--table', 'constructor'], 'there is no table of cs-ib "constructor"'],
    [['run', 'estimators/accuracy', '--backend', 'wsam'], 'there is no backend "wsam"; did you mean "wasm"?'],
    [['check', 'estimators', '--backend', 'wsam'], 'there is no backend "wsam"; did you mean "wasm"?'],
    [['run', 'cs-ib', '--jobs', '0'], 'at least 1 is wanted'],
    [['run', 'cs-ib', '--record', '--seed', '3'], 'leave --seed out'],
    [['check', 'cs'], 'there is no paper "cs"'],
    [['datasets', 'verify', 'california'], 'there is no data set "california"'],
    [['emit', 'x', '--paper', 'cs-ib', '--table', 'plane.huge'], '"plane.huge" names no table'],
    [['notebook', 'study.ipynb'], 'study.ipynb: its name does not say what it makes'],
    [['notebook', 'no.csv.ipynb'], 'the notebook cannot be read: ENOENT'],
  ])('says what is wrong with %j and exits with 2', async (argv, message) => {
    const { code, err, out } = await litmus(...argv);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [['run', 'cs-bi', '--json'], 2, 'there is no paper "cs-bi"; did you mean "cs-ib"?'],
    [['list', '--jsn', '--json'], 2, "error: unknown option '--jsn'\n(Did you mean --json?)"],
    [['check', 'estimators', '--jobs', 'x', '--json'], 2, expect.stringContaining("'--jobs <n>'")],
    [['datasets', '--json'], 2, "error: unknown option '--json'"],
  ] as const)('tells a script as JSON what is wrong with %j', async (argv, exitCode, error) => {
    const { code, out } = await litmus(...argv);
    expect(JSON.parse(out)).toEqual({ error, exitCode });
    expect(code).toBe(exitCode);
  });

  it('tells a script as JSON that a run was interrupted', async () => {
    const stop = new AbortController();
    stop.abort();
    let out = '';
    const terminal = { out: (text: string | Uint8Array) => void (out += String(text)), err: () => undefined };
    const code = await program(['run', 'estimators', '--json', '--fresh'], terminal, stop.signal);
    expect(JSON.parse(out)).toMatchObject({ exitCode: 130 });
    expect(code).toBe(130);
  });

  it('bounds the number of worker threads', async () => {
    const { code, err } = await litmus('run', 'gain-control/tradeoff', '--jobs', '1000000');
    expect(err).toMatch(/^litmus: --jobs 1000000: \d+ worker threads? (is|are) used/);
    expect(code).toBe(0);
  });

  it('says which backend a stored result is of, where another one is asked for', async () => {
    const first = await litmus('run', 'gain-control/tradeoff');
    expect(first.code).toBe(0);
    const [, used] = /tradeoff +\d+ +(\S+)/.exec(first.out)!;
    const other = used === 'cpu' ? 'wasm' : 'cpu';
    const { code, err } = await litmus('run', 'gain-control/tradeoff', '--backend', other);
    expect(err).toContain(`gain-control/tradeoff is stored and was computed on ${used}`);
    expect(code).toBe(0);
  });

  it('lists papers and tables, also as JSON', async () => {
    const { code, out } = await litmus('list', 'cs-ib', '--json');
    expect(code).toBe(0);
    const [paper] = JSON.parse(out) as { paper: string; tables: { table: string }[] }[];
    expect(paper.paper).toBe('cs-ib');
    expect(paper.tables.map(({ table }) => table)).toContain('plane');
    expect((await litmus('list')).out).toContain('cs-ib/plane');
  });

  it('lists, checks and serves a study that claims nothing, but draws no thumbnail of it', async () => {
    expect((await litmus('list', 'estimators')).out).toContain('estimators/accuracy');
    expect(await litmus('check', 'estimators')).toMatchObject({ code: 0 });
    const served = await litmus('emit', 'x', '--paper', 'estimators', '--table', 'accuracy');
    expect(served).toMatchObject({ code: 0, err: '' });
    const { code, err } = await litmus('emit', 'thumbnail.svg.litmus', '--paper', 'estimators');
    expect(err).toContain('not on the shelf');
    expect(code).toBe(2);
  });

  it('tells what was measured for each claim', async () => {
    const { code, out } = await litmus('check', 'adaptive-estimators', '--claims');
    expect(code).toBe(0);
    expect(out).toMatch(
      /\nebab-scale-free \(quick\): reproduced\n {4}\S.*\n {4}.*: reproduced, measured: .*\n {4}detail: /,
    );
    expect(out).toContain('last-layer-only-correlates (full): inconclusive');
    const { out: json } = await litmus('check', 'adaptive-estimators', '--claims', '--json');
    const { papers } = JSON.parse(json) as {
      papers: { verdicts: { judgement: { conditions: { measurement: { unit: string } }[] } }[] }[];
    };
    expect(papers[0].verdicts[0].judgement.conditions[0].measurement.unit).not.toBe('');
  });

  it('serves the picture of a paper, and names the loaders there are where it is asked for by another', async () => {
    const { code, out } = await litmus('emit', 'thumbnail.svg.litmus', '--paper', 'cs-ib');
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg[^]*<\/svg>$/);
    const unknown = await litmus('emit', 'x.json.litmus', '--paper', 'cs-ib');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('no loader makes "x.json"');
  });

  it('lists the data sets without needing one', async () => {
    vi.stubEnv('LITMUS_DATASETS', '');
    const { code, out } = await litmus('datasets', 'list', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ name: 'california-housing', state: 'missing' }),
    );
  });

  it('verifies data sets: a missing one fails and names the command that fetches it', async () => {
    vi.stubEnv('LITMUS_DATASETS', '');
    const { code, out } = await litmus('datasets', 'verify', 'bike-sharing');
    expect(code).toBe(1);
    expect(out).toContain('npx litmus datasets fetch bike-sharing');
  });

  it('runs as the bin of the package', async () => {
    const bin = path.join(root, 'kernels', 'cli', 'litmus.js');
    // The settings of the folder that it is called in are another program's.
    const settings = { compilerOptions: { paths: { commander: ['./none.ts'] } } };
    await writeFile(path.join(cache, 'tsconfig.json'), JSON.stringify(settings));
    await writeFile(path.join(cache, 'none.ts'), '');
    const { stdout } = await promisify(execFile)(process.execPath, [bin, '--version'], { cwd: cache });
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
