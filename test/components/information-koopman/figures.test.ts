import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/components/figure.js';
import { allocationFigure } from '../../../src/components/information-koopman/allocation.js';
import { costFigure, costsOf } from '../../../src/components/information-koopman/cost.js';
import { dimensionFigure } from '../../../src/components/information-koopman/dimension.js';
import { eigenvalueFigure } from '../../../src/components/information-koopman/eigenvalues.js';
import { explorerFigure } from '../../../src/components/information-koopman/explorer.js';
import { filmFigure, filmOf } from '../../../src/components/information-koopman/film.js';
import { type KoopmanRun, liveFigure } from '../../../src/components/information-koopman/live-figure.js';
import { manifoldFigure } from '../../../src/components/information-koopman/manifold.js';
import { memberTable } from '../../../src/components/information-koopman/member-table.js';
import { orderFigure } from '../../../src/components/information-koopman/order.js';
import { reportedFigure } from '../../../src/components/information-koopman/reported.js';
import { rolloutFigure } from '../../../src/components/information-koopman/rollout.js';
import { informations, variants } from '../../../src/components/information-koopman/series.js';
import { spectrumFigure } from '../../../src/components/information-koopman/spectrum.js';
import type { RowsOf } from '../../../src/lib/experiment/column.js';
import { basicVariants, type tables } from '../../../src/papers/information-koopman/tables.js';
import { recordedRows, summary } from '../figure-summary.js';
import { emptyPage } from '../page.js';

emptyPage();

type Rows = RowsOf<typeof tables>;

const recorded = async <N extends keyof Rows>(table: N) =>
  (await recordedRows<Rows[N][number]>('information-koopman', table)) as Rows[N];

const told = ({ plot, title, caption }: Drawing) =>
  [title, caption, summary(plot)].filter((part) => part !== undefined).join('\n');

describe('figures from the recorded rows', () => {
  const wide = 640;
  const narrow = 360;

  it('cost', async () => {
    const [members, rollout] = [await recorded('members'), await recorded('rollout')];
    const draw = (settings: Parameters<typeof costsOf>[2], width: number) =>
      told(costFigure(members, rollout, settings, width));
    expect(draw({ system: 'vortex', ahead: 20 }, wide)).toMatchSnapshot();
    expect(draw({ system: 'lorenz63', ahead: 50 }, narrow)).toMatchSnapshot();
    const costs = costsOf(members, rollout, { system: 'vortex', ahead: 20 });
    const seeds = members.filter(({ system, variant }) => system === 'vortex' && variant === 'kae').length;
    expect(costs).toHaveLength(6 * seeds);
  });

  it.each(['d_eff', 'variance', 'contrast'] as const)('dimension, %s', async (column) => {
    const settings = { system: 'vortex', variants: ['kae', 'mi', 'ours', 'flipped'], column } as const;
    expect(told(dimensionFigure(await recorded('training'), settings, wide))).toMatchSnapshot();
  });

  it('spectrum', async () => {
    const rows = await recorded('spectrum');
    const settings = { system: 'vortex', variants: basicVariants } as const;
    expect(summary(spectrumFigure(rows, { ...settings, log: true }, wide))).toMatchSnapshot();
    expect(summary(spectrumFigure(rows, { ...settings, log: false }, narrow))).toMatchSnapshot();
  });

  it('all numbers', async () => {
    const table = memberTable(await recorded('members'), 'vortex');
    const lines = [...table.querySelectorAll('tr')].map((line) =>
      Array.from(line.children, ({ textContent }) => textContent).join(' | '),
    );
    expect(lines).toHaveLength(1 + 10);
    expect(lines).toMatchSnapshot();
  });

  it('eigenvalues', async () => {
    const rows = await recorded('eigenvalues');
    const settings = { system: 'vortex', variants: ['kae', 'ours', 'flipped', 'dmd'] } as const;
    expect(summary(eigenvalueFigure(rows, { ...settings, seed: null }, wide))).toMatchSnapshot();
    expect(summary(eigenvalueFigure(rows, { ...settings, seed: 1 }, narrow))).toMatchSnapshot();
  });

  it('rollout', async () => {
    const rows = await recorded('rollout');
    const settings = { variants: ['kae', 'ours', 'beta0', 'dmd'] } as const;
    expect(told(rolloutFigure(rows, { ...settings, system: 'vortex', log: false }, wide))).toMatchSnapshot();
    expect(told(rolloutFigure(rows, { ...settings, system: 'duffing', log: true }, wide))).toMatchSnapshot();
  });

  it('reported', () => {
    expect(told(reportedFigure(wide))).toMatchSnapshot();
  });

  it('film', async () => {
    const film = filmOf(
      await recorded('film_modes'),
      await recorded('film_frames'),
      await recorded('film_codes'),
    );
    expect(told(filmFigure(film, { frame: 3, variant: 'ours', seed: 1 }, wide))).toMatchSnapshot();
  });

  it('manifold', async () => {
    const rows = await recorded('latents');
    const settings = { variants: basicVariants, seed: 0, yaw: 30, pitch: 25 } as const;
    const pendulum = { ...settings, system: 'pendulum', fill: 'phase' } as const;
    expect(summary(manifoldFigure(rows, pendulum, wide))).toMatchSnapshot();
    const lorenz = { ...settings, system: 'lorenz63', fill: 'level' } as const;
    expect(summary(manifoldFigure(rows, lorenz, narrow))).toMatchSnapshot();
  });

  it('allocation', async () => {
    const rows = await recorded('allocation');
    expect(summary(allocationFigure(rows, wide))).toMatchSnapshot();
    expect(summary(allocationFigure(rows, narrow))).toMatchSnapshot();
  });

  it('order', async () => {
    expect(summary(orderFigure(await recorded('order'), wide))).toMatchSnapshot();
  });

  it('explorer', () => {
    const settings = { moduli: [0.99, 0.9, 0.6, 0.3], steps: 1, noise: 0.3, budget: 1, gamma: 0 };
    expect(told(explorerFigure(settings, wide))).toMatchSnapshot();
  });
});

describe('the figure of a run in the page', () => {
  const models = (['plain', 'chosen'] as const).map((name, i) => ({
    name,
    d_eff: 2 + i,
    spectrum: [0.7, 0.3 - i / 10, i / 10],
    eigenvalues: [{ re: 0.9, im: i / 10 }],
    path: [0, 1, i],
    nrmse: 0.5,
  }));
  const snapshot = { step: 5, steps: 10, backend: 'wasm', truth: [0, 1, 0.5], interval: 0.2, models };
  const settings = { alpha: 0.1, beta: 1, gamma: -0.05, seed: 3, steps: 10 };
  const run: KoopmanRun = {
    state: 'finished',
    settings,
    where: 'in this page',
    snapshots: [snapshot],
    seconds: 2.34,
  };

  it('shows four panels, and says what they show and where they come from', () => {
    const drawn = liveFigure(run, { caption: 'Look.' }, 640);
    expect(drawn.title).toBe(
      'α = 0.1, γ = −0.05, step 5: effective dimension 3.00 (alone 2.00), error 40 steps ahead 0.50 (alone 0.50).',
    );
    expect(drawn.caption).toBe('Look. Trained in this page, just now (wasm): two networks, seed 3, 2.3 s.');
    expect(summary(drawn.plot)).toMatchSnapshot();
  });

  it('has empty axes before the first run', () => {
    const { plot, title } = liveFigure(null, { caption: 'Look.' }, 640);
    expect(title).toBeUndefined();
    expect((plot as Element).querySelectorAll('[aria-label=line] path')).toHaveLength(1);
  });
});

it('variants keep their colours and dashes whichever others are shown, and no two look alike', () => {
  const looks = variants.ids.map((id) => `${variants.color(id)} ${variants.dash(id)}`);
  expect(new Set(looks).size).toBe(11);
});

it('the order of informations is told by circles and triangles, as its caption has it', () => {
  expect(informations.ids.map(informations.symbol)).toEqual(['circle', 'triangle']);
});
