import * as Plot from '@observablehq/plot';
import { decimals, scientific } from '../../lib/text/number.js';
import { allocate, type Allocation } from '../../papers/information-koopman/allocation.js';
import { modeGains } from '../../papers/information-koopman/information/latent-mutual-information.js';
import type { Drawing } from '../figure.js';
import { figureStyle } from '../figure-style.js';

export interface ExplorerSettings {
  /** Moduli |λ| of the operator's eigenvalues. */
  readonly moduli: readonly number[];
  /** Steps n between the two latents. */
  readonly steps: number;
  /** Variance σ² of the noise of a step. */
  readonly noise: number;
  /** Variance P that is shared out. */
  readonly budget: number;
  readonly gamma: number;
}

/** A mode, with what it is given. */
export interface ExplorerMode {
  readonly mode: number;
  readonly modulus: number;
  readonly gain: number;
  readonly p: number;
}

export interface Exploration extends Omit<Allocation, 'p'> {
  readonly modes: readonly ExplorerMode[];
}

/** Shares a budget of variance out among the modes of an operator. */
export function explore({ moduli, steps, noise, budget, gamma }: ExplorerSettings): Exploration {
  const gains = modeGains(moduli, steps, noise);
  const { p, ...found } = allocate(gains, budget, gamma);
  return {
    ...found,
    modes: moduli.map((modulus, i) => ({ mode: i + 1, modulus, gain: gains[i], p: p[i] })),
  };
}

const told = (p: number) => (p === 0 ? 'none' : p >= 1e-3 ? decimals(p, 3) : scientific(p, 1));

/** Variance of each mode, with a mark where it gets none. */
export function explorerFigure(settings: ExplorerSettings, width: number): Drawing {
  const { modes, information, entropy, d_eff } = explore(settings);
  const name = ({ modulus, mode }: ExplorerMode) => `${mode}: |λ| = ${modulus.toFixed(2)}`;
  const plot = Plot.plot({
    ...figureStyle,
    marginLeft: 96,
    width,
    height: 230,
    x: { label: 'Variance given to the mode →', domain: [0, settings.budget], grid: true },
    y: { label: null, domain: modes.map(name) },
    marks: [
      Plot.barX(modes, { y: name, x: 'p', fill: 'var(--ours)' }),
      Plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      Plot.text(modes, {
        y: name,
        x: 'p',
        text: ({ p }: ExplorerMode) => told(p),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
        paintOrder: 'stroke',
      }),
    ],
  });
  return {
    plot,
    rows: modes.map((mode) => ({ ...mode })),
    title: `Information between latents ${decimals(information, 3)} nats, entropy ${decimals(entropy, 3)} nats, effective dimension ${decimals(d_eff, 2)}.`,
  };
}
