import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from '../../kernels/cli/program.js';
import { root } from '../../kernels/engine/root.js';
import { random } from '../../src/lib/statistics/random.js';
import { litmus } from './litmus.js';

let folder: string;
let table: string;
let series: string;
let content: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'litmus-'));
  table = path.join(folder, 'trial.csv');
  series = path.join(folder, 'series.csv');
  const { normal, integer } = random(60);
  const rows = Array.from({ length: 150 }, (_, i) => {
    const dose = normal();
    const response = 0.8 * dose + 0.6 * normal();
    return [dose, i === 3 ? '' : response.toFixed(1), ['red', 'green'][integer(2)]].join(',');
  });
  content = `dose,response,group\n${rows.join('\n')}\n`;
  await writeFile(table, content);
  const rain = Array.from({ length: 200 }, normal);
  let level = 0;
  const river = rain.map((_, t) => (level = 0.5 * level + (rain[t - 2] ?? 0) + 0.3 * normal()));
  await writeFile(series, `rain,river\n${rain.map((value, t) => `${value},${river[t]}`).join('\n')}\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('litmus estimate', () => {
  it('says in a sentence what two columns tell about each other, and all that is behind it', async () => {
    const { code, out } = await litmus(
      'estimate',
      table,
      ...['--x', 'dose', '--y', 'response', '--permutations', '99'],
    );
    expect(code).toBe(0);
    expect(out).toContain('1 row left out, which misses');
    expect(out).toMatch(/^x +dose +continuous +numbers, 149 distinct, none repeats$/m);
    expect(out).toMatch(/^y +response +tied +numbers, \d+ distinct, \d+ % of them repeat$/m);
    expect(out).toMatch(/^\* mesner-shalizi +0\.\d{3} +0\.\d{3} +bias −?0\.\d+ to −?0\.\d+/m);
    expect(out).toMatch(
      /^ {2}equal-count .* bias −?0\.\d+ to −?0\.\d+, spread up to .* nearest truth 0\.5 nats\)$/m,
    );
    expect(out).toMatch(
      /^Knowing dose tells you 0\.[3-7]\d\d nats, or \d\.\d{3} bits, about response \(95 %: 0\.\d+ to 0\.\d+ nats\); that is hardly chance: none of 99 shuffles of the rows gave as much \(p = 0\.010\)\.$/m,
    );
    expect(out).toContain('Recommended: Mesner and Shalizi, mixtures (mesner-shalizi), since values repeat');
  });

  it('gives a script the same as JSON', async () => {
    const { code, out } = await litmus(
      'estimate',
      table,
      ...['--x', 'group', '--y', 'dose', '--given', 'response', '--permutations', '19', '--json'],
    );
    expect(code).toBe(0);
    const found = JSON.parse(out) as Record<string, unknown>;
    expect(found).toMatchObject({
      leftOut: 1,
      rows: 149,
      seed: 1,
      best: { method: 'mesner-shalizi' },
      test: { by: 'local', surrogates: 19 },
    });
    expect(found.looked).toHaveLength(3);
  });

  it('measures transfer from one series to another, and not back', async () => {
    const [there, back] = await Promise.all(
      [
        ['rain', 'river'],
        ['river', 'rain'],
      ].map(async ([x, y]) => {
        const { out } = await litmus(
          'estimate',
          series,
          ...['--x', x, '--y', y, '--lag', '2', '--permutations', '39', '--json'],
        );
        return JSON.parse(out) as { best: { nats: number }; test: { pValue: number; by: string } };
      }),
    );
    expect(there.test).toMatchObject({ pValue: 1 / 40, by: 'circular-shift' });
    expect(there.best.nats).toBeGreaterThan(0.3);
    expect(back.best.nats).toBeLessThan(0.15);
    expect(back.test.pValue).toBeGreaterThan(there.test.pValue);
  });

  it('takes every two columns, and says how many surrogates they would need', async () => {
    const { code, out } = await litmus('estimate', table, '--all-pairs', '--permutations', '9');
    expect(code).toBe(0);
    expect(out).toMatch(/^dose +response +0\.\d{3} /m);
    expect(out).toContain(
      'of 3 pairs 9 surrogates leave no p value of all below 0.05; ask for --permutations 60',
    );
  });

  it('stops where it is told to, however many surrogates are left', async () => {
    const interrupt = new AbortController();
    const written: string[] = [];
    const terminal = { out: () => undefined, err: (line: string) => void written.push(line) };
    const argv = ['estimate', table, '--x', 'dose', '--y', 'group', '--permutations', '1000000'];
    const ended = program(argv, terminal, interrupt.signal);
    setTimeout(() => interrupt.abort(), 300);
    expect(await ended).toBe(130);
    expect(written.join('')).toContain('interrupted; nothing is kept');
  });

  it('gives a seed the same p value, whatever the number of threads', async () => {
    const ask = async (...argv: string[]) => {
      const { code, out } = await litmus('estimate', table, ...argv, '--json');
      expect(code).toBe(0);
      return JSON.parse(out) as unknown;
    };
    const pair = ['--x', 'dose', '--y', 'group', '--permutations', '41', '--seed', '5'];
    const alone = await ask(...pair, '--jobs', '1');
    expect(alone).toMatchObject({ test: { surrogates: 41 } });
    expect(await ask(...pair, '--jobs', '2')).toEqual(alone);
    const all = ['--all-pairs', '--permutations', '7'];
    expect(await ask(...all, '--jobs', '2')).toEqual(await ask(...all, '--jobs', '1'));
  });

  it('says from threads, too, what is wrong', async () => {
    const argv = ['--x', 'dose', '--y', 'response', '--estimator', 'kraskov', '--jobs', '2'];
    const { code, err } = await litmus('estimate', table, ...argv);
    expect(err).toContain('use mesnerShalizi');
    expect(code).toBe(2);
  });

  it('answers about a table as a spreadsheet saves it, and shows who names no columns what there is', async () => {
    const { normal } = random(61);
    const lines = Array.from({ length: 150 }, (_, i) => {
      const height = 170 + 9 * normal();
      const weight = 0.9 * (height - 100) + 4 * normal();
      const day = `${String((i % 28) + 1).padStart(2, '0')}.02.2024`;
      const cells = [
        day,
        weight.toFixed(2),
        i % 25 === 0 ? 'k.A.' : height.toFixed(2),
        'Kiel',
        'ruhig; sagt er',
      ];
      return cells
        .map((cell) => (cell.includes(';') ? `"${cell}"` : cell.replace(/^(\d+)\.(\d\d)$/, '$1,$2')))
        .join(';');
    });
    const file = path.join(folder, 'ugly.csv');
    const latin = ['Datum;Gewicht, nüchtern;Größe;Station;Notiz', ...lines, ''].join('\r\n');
    await writeFile(file, Buffer.from(latin, 'latin1'));
    const unnamed = await litmus('estimate', file);
    expect(unnamed.code).toBe(2);
    expect(unnamed.err).toMatch(/^Größe +(continuous|tied) +numbers, .* 6$/m);
    expect(unnamed.err).toMatch(/^Station +constant /m);
    expect(unnamed.err).toContain(`--x Datum --y 'Gewicht, nüchtern'`);
    const { code, out, err } = await litmus(
      'estimate',
      file,
      '--x',
      'Größe,Datum',
      '--y',
      'Gewicht, nüchtern',
    );
    expect(code).toBe(0);
    expect(err).toContain('was read as Windows-1252');
    expect(out).toContain('6 rows left out');
    expect(out).toMatch(/^Knowing Größe and Datum tells you 0\.[3-9]\d+ nats, .* about Gewicht, nüchtern/m);
    expect(out).toMatch(/^What can be trusted: that there is a dependence/m);
  });

  it('reads standard input', async () => {
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'kernels/cli/litmus.js'),
        'estimate',
        '-',
        ...'--x group --y dose --permutations 0'.split(' '),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    child.stdin.end(content);
    const [out] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(out).toContain('standard input: 150 rows');
    expect(out).toMatch(/^\* ross /m);
  });

  it.each([
    [['--x', 'dose'], 'name two columns by --x and --y, or ask for --all-pairs'],
    [['--x', 'dose', '--y', 'respons'], 'there is no column "respons"; did you mean "response"?'],
    [['--x', 'dose', '--y', 'response', '--estimator', 'kraskov'], 'use mesnerShalizi'],
    [['--x', 'dose', '--y', 'response', '--estimator', 'best'], 'no estimator "best"'],
    [['--x', 'dose', '--y', 'response', '--lag', '1'], '1 rows miss a value, and a series has no gaps'],
    [['--x', 'dose', '--y', 'group', '--given', 'response', '--surrogates', 'blocks'], 'leave it out'],
    [['--all-pairs', '--y', 'dose'], 'takes columns from --x'],
    [['--all-pairs', '--x', 'dose'], 'at least two are needed'],
    [['--x', ',', '--y', 'dose'], 'names of columns are wanted'],
    [['--x', 'dose', '--y', 'group', '--lag', '0'], 'at least 1 is wanted'],
  ])('%j says what is wrong', async (argv, message) => {
    const { code, err } = await litmus('estimate', table, ...argv);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
