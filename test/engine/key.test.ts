import type * as fsModule from 'node:fs/promises';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as esbuildModule from 'esbuild';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { experimentOf, type NamedExperiment } from '../../kernels/engine/papers.js';
import { root } from '../../kernels/engine/root.js';
import { keyOf } from '../../kernels/engine/run.js';
import { runFileOf } from '../../kernels/engine/run-file.js';
import { profiles } from '../../src/lib/experiment/experiment.js';
import { toyWorkspace } from './workspace.js';

const quick = { profile: 'quick' } as const;

describe('the content key', () => {
  /** The key as a new process would compute it, after an edit of a file of the paper. */
  async function keyAfter(edit?: { file: string; from: string; to: string }) {
    const { paper, folder } = await toyWorkspace();
    if (edit) {
      const file = path.join(folder, 'toy', edit.file);
      const text = await readFile(file, 'utf8');
      expect(text).toContain(edit.from);
      await writeFile(file, text.replace(edit.from, edit.to));
    }
    return keyOf({ experiment: experimentOf(paper, 'squares'), ...quick });
  }

  it('does not depend on where the checkout is, or the paper in it, also of what is imported when it is needed', async () => {
    expect(await keyAfter()).toBe(await keyAfter());
    const late = {
      file: 'squares.run.ts',
      from: 'yield { progress: 0.5 };',
      to: "const { power } = await import('./power.js'); yield { progress: 0.5 };",
    };
    expect(await keyAfter(late)).toBe(await keyAfter(late));
    expect(await keyAfter(late)).not.toBe(await keyAfter());
  });

  it('changes with the code of run and of what it imports', async () => {
    const key = await keyAfter();
    expect(await keyAfter({ file: 'power.ts', from: 'n ** exponent', to: 'n ** exponent + 1' })).not.toBe(
      key,
    );
    expect(await keyAfter({ file: 'squares.run.ts', from: 'progress: 0.5', to: 'progress: 0.6' })).not.toBe(
      key,
    );
  });

  it('changes with what the parts carry', async () => {
    const { paper } = await toyWorkspace();
    const experiment = experimentOf(paper, 'squares');
    const keyWith = (n: number) => {
      const definition = { ...experiment.definition, parts: () => [{ id: 'only', of: { n } }] };
      return keyOf({ experiment: { ...experiment, definition }, ...quick });
    };
    expect(await keyWith(1)).not.toBe(await keyWith(2));
    expect(await keyWith(1)).toBe(await keyWith(1));
  });

  it('of one profile does not change with the parameters of another', async () => {
    const key = await keyAfter();
    expect(await keyAfter({ file: 'parameters.ts', from: 'upTo: 8', to: 'upTo: 9' })).toBe(key);
  });

  it('does not change with comments, descriptions or the claims', async () => {
    const key = await keyAfter();
    expect(await keyAfter({ file: 'power.ts', from: 'A helper', to: 'One helper' })).toBe(key);
    expect(await keyAfter({ file: 'squares.ts', from: 'Powers of whole', to: 'The powers of whole' })).toBe(
      key,
    );
    expect(await keyAfter({ file: 'claims.ts', from: 'Squares grow', to: 'All squares grow' })).toBe(key);
  });

  it('changes with parameters and seed', async () => {
    const { paper } = await toyWorkspace();
    const experiment = experimentOf(paper, 'squares');
    const keys = [
      await keyOf({ experiment, profile: 'quick' }),
      await keyOf({ experiment, profile: 'full' }),
      await keyOf({ experiment, profile: 'quick', seed: 8 }),
    ];
    expect(new Set(keys).size).toBe(3);
  });

  it('changes with the name and the type of a column, not with its description', async () => {
    const key = await keyAfter();
    expect(await keyAfter({ file: 'tables.ts', from: "'its power'", to: "'its own power'" })).toBe(key);
    const { paper } = await toyWorkspace();
    const experiment = experimentOf(paper, 'squares');
    const { squares } = experiment.definition.tables;
    const { power, ...others } = squares.columns;
    const keys = [
      { ...squares.columns, power: { ...power, type: 'int32' } },
      { ...others, powers: power },
      others,
    ].map((columns) =>
      keyOf({
        ...quick,
        experiment: redefined(experiment, { tables: { squares: { ...squares, columns } } } as never),
      }),
    );
    expect(new Set([key, ...(await Promise.all(keys))]).size).toBe(4);
  });

  it('changes with the checksum of a data set that is read', async () => {
    const { paper } = await toyWorkspace();
    const experiment = experimentOf(paper, 'squares');
    const keyWith = (names: string[]) =>
      keyOf({ ...quick, experiment: redefined(experiment, { datasets: () => names }) });
    const keys = await Promise.all([[], ['mnist-test-labels'], ['mnist-train-labels']].map(keyWith));
    expect(new Set(keys).size).toBe(3);
  });
});

describe('keys that are asked for together', () => {
  const toy = async () => experimentOf((await toyWorkspace()).paper, 'squares');

  it('are those that are asked for alone, and are bundled at once', async () => {
    const build = vi.fn<typeof esbuildModule.build>();
    vi.resetModules();
    vi.doMock('esbuild', async (original) => {
      const esbuild = await original<typeof esbuildModule>();
      build.mockImplementation(esbuild.build as typeof esbuildModule.build);
      return { ...esbuild, build };
    });
    const { keyOf } = await import('../../kernels/engine/run.js');
    const alone: string[] = [];
    for (const profile of profiles) alone.push(await keyOf({ experiment: await toy(), profile }));
    expect(build).toHaveBeenCalledTimes(profiles.length);
    build.mockClear();
    const experiments = [await toy(), await toy(), await toy()];
    const keys = await Promise.all(
      experiments.flatMap((experiment) => profiles.map((profile) => keyOf({ experiment, profile }))),
    );
    expect(keys).toEqual(experiments.flatMap(() => alone));
    expect(build).toHaveBeenCalledTimes(1);
    vi.doUnmock('esbuild');
    vi.resetModules();
  });

  it('fail alone where the code of one cannot be read', async () => {
    const [sound, broken] = [await toy(), await toy()];
    await writeFile(runFileOf(broken.file), 'export const run = ;');
    const [first, second] = await Promise.allSettled(
      [sound, broken].map((experiment) => keyOf({ experiment, ...quick })),
    );
    expect(first).toMatchObject({ value: await keyOf({ experiment: await toy(), ...quick }) });
    const message = expect.stringContaining('squares.run.ts') as string;
    expect(second).toMatchObject({ reason: { message } });
  });
});

describe('the content key of what is outside the experiment', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => {
    vi.doUnmock('esbuild');
    vi.doUnmock('node:fs/promises');
  });

  /** The key as a process would compute it in which a file of the checkout reads otherwise. */
  async function keyWhere(
    definition: Partial<NamedExperiment['definition']>,
    edit?: { readonly file: string; change(text: string): string },
  ) {
    vi.resetModules();
    vi.doMock('esbuild', async (original) => {
      const esbuild = await original<typeof esbuildModule>();
      const replacing: esbuildModule.Plugin = {
        name: 'edited',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, async ({ path: loaded }) =>
            edit && loaded === path.join(root, edit.file)
              ? { contents: edit.change(await readFile(loaded, 'utf8')), loader: 'ts' }
              : undefined,
          );
        },
      };
      return {
        ...esbuild,
        build: (options: esbuildModule.BuildOptions) =>
          esbuild.build({ ...options, plugins: [replacing, ...(options.plugins ?? [])] }),
      };
    });
    vi.doMock('node:fs/promises', async (original) => {
      const fs = await original<typeof fsModule>();
      const reading = async (file: string, ...rest: unknown[]) => {
        const text = await (fs.readFile as (file: string, ...rest: unknown[]) => Promise<string>)(
          file,
          ...rest,
        );
        return edit && file === path.join(root, edit.file) ? edit.change(text) : text;
      };
      return { ...fs, readFile: reading };
    });
    const { keyOf } = await import('../../kernels/engine/run.js');
    const { paper } = await toyWorkspace();
    return keyOf({ ...quick, experiment: redefined(experimentOf(paper, 'squares'), definition) });
  }

  it.each([
    'src/lib/compute/wasm-matmul.ts',
    'src/lib/compute/wasm-activations.ts',
    'src/lib/compute/wasm-identity.ts',
    'src/lib/compute/gradients.ts',
    'src/lib/compute/assembly-bytes.ts',
    'src/lib/compute/assembly-bytes-fused.ts',
  ])('changes with %s for what computes with tensors, and for nothing else', async (file) => {
    const edit = { file, change: (text: string) => `${text}\nglobalThis.anEdit = 1;` };
    expect(await keyWhere({ compute: 'tensors' }, edit)).not.toBe(await keyWhere({ compute: 'tensors' }));
    expect(await keyWhere({ compute: 'plain' }, edit)).toBe(await keyWhere({ compute: 'plain' }));
  });

  it.each(['src/lib/datasets/parse-dataset.ts', 'src/lib/datasets/parse-idx.ts'])(
    'changes with %s for what reads data sets, and for nothing else',
    async (file) => {
      const edit = { file, change: (text: string) => `${text}\nglobalThis.anEdit = 1;` };
      const datasets = () => ['mnist-test-labels'];
      expect(await keyWhere({ datasets }, edit)).not.toBe(await keyWhere({ datasets }));
      expect(await keyWhere({}, edit)).toBe(await keyWhere({}));
    },
  );

  it.each(['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgpu'])(
    'changes with the version of %s',
    async (name) => {
      const edit = {
        file: `node_modules/${name}/package.json`,
        change: (text: string) => text.replace(/"version": "[^"]*"/, '"version": "99.0.0"'),
      };
      expect(await keyWhere({ compute: 'tensors' }, edit)).not.toBe(await keyWhere({ compute: 'tensors' }));
      expect(await keyWhere({}, edit)).toBe(await keyWhere({}));
    },
  );
});

function redefined(
  experiment: NamedExperiment,
  change: Partial<NamedExperiment['definition']>,
): NamedExperiment {
  return { ...experiment, definition: { ...experiment.definition, ...change } };
}
