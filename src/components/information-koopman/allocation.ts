import * as Plot from '@observablehq/plot';
import { modeGains } from '../../lib/information/latent-mutual-information.js';
import { entropyOfSpectrum } from '../../lib/information/von-neumann-entropy.js';
import { channelInformation, regularisedAllocation } from '../../lib/information/water-filling.js';
import { figureStyle } from '../figure-style.js';
import { seriesColors } from '../palette.js';
import { distinct } from '../../lib/experiment/measuring.js';

export interface AllocationRow {
  readonly gamma: number;
  readonly mode: number;
  readonly gain: number;
  readonly p: number;
  readonly information: number;
  readonly d_eff: number;
}

/** Variance of each mode by the multiplier of the entropy, a group of bars a multiplier, under its effective dimension. */
export function allocationFigure(
  rows: readonly AllocationRow[],
  { width }: { readonly width: number },
): Element {
  const narrow = width < 560;
  const gammas = distinct(rows.map(({ gamma }) => gamma)).filter((_, i) => !narrow || i % 2 === 0);
  const shown = rows.filter(({ gamma }) => gammas.includes(gamma));
  const modes = distinct(rows.map(({ mode }) => mode));
  const gainOf = (mode: number) => rows.find((row) => row.mode === mode)?.gain;
  return Plot.plot({
    ...figureStyle,
    marginTop: 60,
    width,
    height: 320,
    color: {
      type: 'categorical',
      domain: modes,
      range: modes.map((_, i) => seriesColors[i]),
      legend: true,
      tickFormat: (mode: number) => `gain ${gainOf(mode)}`,
    },
    fx: { label: 'Multiplier γ of the entropy →', labelAnchor: 'right', axis: 'bottom', type: 'band', domain: gammas, padding: 0.2 },
    x: { axis: null, domain: modes, type: 'band' },
    y: { label: '↑ Variance given to a mode', grid: true, domain: [0, 0.8] },
    marks: [
      Plot.barY(shown, { x: 'mode', y: 'p', fx: 'gamma', fill: 'mode' }),
      Plot.ruleY([0], { stroke: 'var(--rule-strong)' }),
      Plot.text(
        shown.filter(({ mode }) => mode === modes[0]),
        {
          fx: 'gamma',
          text: ({ d_eff }: AllocationRow) => d_eff.toFixed(2),
          frameAnchor: 'top',
          dy: -16,
          fontWeight: 600,
          fill: 'var(--ink)',
        },
      ),
      Plot.text(['effective dimension'], { frameAnchor: 'top-left', dy: -34, fill: 'var(--ink-soft)', facet: 'super' }),
    ],
  }); // prettier-ignore
}

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

export interface Exploration {
  readonly modes: readonly ExplorerMode[];
  /** Information between latents n steps apart, nats. */
  readonly information: number;
  /** Von Neumann entropy of the shares, nats. */
  readonly entropy: number;
  readonly d_eff: number;
}

/** Shares a budget of variance out among modes, as propositions 4 and 5 have it. */
export function explore({ moduli, steps, noise, budget, gamma }: ExplorerSettings): Exploration {
  const gains = modeGains(moduli, steps, noise);
  const p = regularisedAllocation(gains, budget, gamma);
  const entropy = entropyOfSpectrum(p.map((value) => value / budget));
  return {
    modes: moduli.map((modulus, i) => ({ mode: i + 1, modulus, gain: gains[i], p: p[i] })),
    information: channelInformation(gains, p),
    entropy,
    d_eff: Math.exp(entropy),
  };
}

/** Variance of each mode, with a mark where it gets none. */
export function explorerFigure(
  { modes }: Exploration,
  { budget, width }: { readonly budget: number; readonly width: number },
): Element {
  const name = ({ modulus, mode }: ExplorerMode) => `${mode}: |λ| = ${modulus.toFixed(2)}`;
  return Plot.plot({
    ...figureStyle,
    marginLeft: 96,
    width,
    height: 230,
    x: { label: 'Variance given to the mode →', domain: [0, budget], grid: true },
    y: { label: null, domain: modes.map(name) },
    marks: [
      Plot.barX(modes, { y: name, x: 'p', fill: 'var(--ours)' }),
      Plot.ruleX([0], { stroke: 'var(--rule-strong)' }),
      Plot.text(modes, {
        y: name,
        x: 'p',
        text: ({ p }: ExplorerMode) => (p === 0 ? 'none' : p >= 1e-3 ? p.toFixed(3) : p.toExponential(1).replace('-', '−')),
        textAnchor: 'start',
        dx: 6,
        fill: 'var(--ink)',
        stroke: 'var(--ground)',
        strokeWidth: 4,
        paintOrder: 'stroke',
      }),
    ],
  }); // prettier-ignore
}
