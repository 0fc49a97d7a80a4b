import { extent, median, min } from 'd3-array';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { count, countInWords, decimals, percent, significant } from '../../src/lib/text/number.js';
import { extremes, flankRepulsion } from '../../src/papers/gain-control/adaptation.js';
import { type GridEffect, gridEffects } from '../../src/papers/gain-control/grid-effects.js';
import { type NetworkId, networkIds, tables } from '../../src/papers/gain-control/tables.js';
import { definition as adaptation } from './adaptation.js';
import { definition as grid } from './grid.js';
import { neuronsOf } from './judged-rows.js';
import { definition as networks } from './networks.js';
import { definition as online } from './online.js';

const part = proseOn(tables);

const { kept: probability, neurons, stimuli } = adaptation.profiles.full!;

/** Stimuli at the end of a stretch, over which gains are averaged. */
const late = 500;

export const prose = [
  part([], (_, claim) => {
    const reproduced = (id: string) => claim(id).verdict === 'reproduced';
    return {
      'gains-fall': reproduced('gain-reduction-at-adapter'),
      'responses-shrink': reproduced('maxima-minima'),
      'means-evener': reproduced('homeostasis'),
      'none-without-recurrence': reproduced('no-recurrence-no-shift'),
      'not-by-size': claim('all-effects-at-once').verdict === 'not reproduced',
      'repelled-enough': percent(claim('repulsion').measured!),
      'none-decorrelates': claim('decorrelation').measured === 0,
      'online-undecided': claim('online-recovery').verdict === 'inconclusive',
    };
  }),
  part(['networks'], ({ networks }) => {
    const { repulsion, lowerMaxima, lowerMinima, lowerCorrelations } = gridEffects;
    const share = (...effects: readonly GridEffect[]) =>
      meanOf(networks, (row) => Number(effects.every(({ shows }) => shows(row))));
    const lost = meanOf(networks, (row) => 1 - row.correlation_adaptive / row.correlation_frozen);
    return {
      networks: count(networks.length),
      'median-repulsion': `${decimals(
        median(networks, (row) => row.repulsion)!,
        2,
      )}°`,
      'median-correlation-kept': percent(
        median(networks, (row) => row.correlation_adaptive / row.correlation_frozen)!,
        1,
      ),
      repelled: percent(share(repulsion)),
      decorrelated: percent(share(lowerCorrelations)),
      'hardly-decorrelated': lost > 0 && lost < 0.05,
      'effects-by-sign': share(repulsion, lowerMaxima, lowerMinima, lowerCorrelations) > 0.9,
    };
  }),
  part(['effects', 'states'], ({ effects, states }) => {
    const repulsion = (network: NetworkId) =>
      meanOf(flankRepulsion(neuronsOf(effects, network)), (shift) => shift);
    const state = (network: NetworkId, name: 'control' | 'frozen' | 'adaptive' | 'whitened') =>
      where(
        states,
        (row) => row.network === network && row.p_adapter === probability && row.state === name,
      )[0];
    const signs = (network: NetworkId) => {
      const { at, far } = extremes(neuronsOf(effects, network));
      const [before, after] = [state(network, 'frozen'), state(network, 'adaptive')];
      return {
        repulsion: repulsion(network) > 1e-6,
        maxima: at.max_ratio < 1 && far.max_ratio > 1,
        minima: at.min_change < 0,
        gains: at.g1 < at.g0 && far.g1 > far.g0,
        correlations: after.correlation < before.correlation,
        variation: after.variation! < before.variation!,
      };
    };
    const all = (network: NetworkId) => Object.values(signs(network)).every(Boolean);
    const onInput = networkIds.filter((network) => network !== 'loop');
    const sizes = (network: NetworkId) => {
      const { at } = extremes(neuronsOf(effects, network));
      return [repulsion(network), 1 - at.max_ratio, 1 - at.g1 / at.g0, -at.min_change];
    };
    const lost = (network: NetworkId) =>
      1 - state(network, 'adaptive').correlation / state(network, 'frozen').correlation;
    const sharedInLoop = state('loop', 'adaptive').shared_norm / state('loop', 'frozen').shared_norm - 1;
    const [control, frozen, adaptive, whitened] = (
      ['control', 'frozen', 'adaptive', 'whitened'] as const
    ).map((name) => state('mixed', name).correlation);
    return {
      'networks-on-input': countInWords(onInput.length),
      'inhibition-attracts': repulsion('inhibition') < 0 && repulsion('inhibition') > -0.2,
      'excitation-repels-by-degrees': repulsion('excitation') > 2,
      'excitation-raises-minima': !signs('excitation').minima,
      'mixture-alone-shows-all': onInput.filter(all).join() === 'mixed',
      'correlation-taken-back': percent((frozen - adaptive) / (frozen - control)),
      'correlation-change': significant(frozen - adaptive, 1),
      'left-by-whitening': percent(whitened / frozen),
      'whitening-removes-more': frozen - whitened > 10 * (frozen - adaptive),
      'loop-keeps-signs': all('loop'),
      'loop-is-weaker': sizes('loop').every((size, at) => size < sizes('mixed')[at]),
      'loop-repels': `${decimals(repulsion('loop'), 2)}°`,
      'mixture-repels': `${decimals(repulsion('mixed'), 2)}°`,
      'loop-hardly-decorrelates': lost('loop') > 0 && lost('loop') < 0.01,
      'loop-shares-slightly-more': sharedInLoop > 0 && sharedInLoop < 0.05,
    };
  }),
  part(['grid'], ({ grid }) => {
    const negative = grid.filter(({ least_gain }) => least_gain < 0).length;
    return {
      'grid-shares-more': percent(1 - meanOf(grid, (row) => Number(gridEffects.smallerShared.shows(row)))),
      'negative-gains': count(negative),
      'grid-networks': count(grid.length),
    };
  }),
  part(['tuning'], ({ tuning }) => {
    const least = min(
      where(tuning, ({ network }) => network === 'mixed'),
      ({ r }) => r,
    )!;
    return { 'minima-negative': least < 0, 'least-response': decimals(least, 2) };
  }),
  part(['tradeoff'], ({ tradeoff }) => {
    const saved = where(tradeoff, ({ alpha }) => alpha > 0).map(
      ({ recon, recon_common }) => 1 - recon / recon_common,
    );
    return {
      'common-gain-is-better': saved.every((share) => share < 0 && share > -0.05),
    };
  }),
  part(['online'], ({ online }) => {
    const [, end] = extent(
      where(online, ({ biased }) => biased),
      ({ step }) => step,
    ) as [number, number];
    const [, last] = extent(online, ({ step }) => step) as [number, number];
    const settled = (to: number) => where(online, ({ step }) => step > to - late && step <= to);
    const { best_adapter: there } = settled(end)[0];
    const { best_adapter: back } = settled(last)[0];
    const near = (to: number) =>
      Math.abs(meanOf(settled(to), ({ g_adapter, best_adapter }) => g_adapter - best_adapter)) <
      0.1 * Math.abs(there - back);
    return {
      'online-goes-and-comes-back': near(end) && near(last),
      'online-wanders': meanOf(settled(end), ({ distance }) => distance) > 0.1 * Math.abs(there - back),
    };
  }),
  part([], () => {
    const points = ({ excitations, inhibitions, excitationWidths, alphas, gammas }: GridParameters) =>
      [excitations, inhibitions, excitationWidths, alphas, gammas].reduce(
        (product, { length }) => product * length,
        1,
      );
    const { quick, full } = grid.profiles;
    return {
      neurons: count(neurons),
      orientations: count(stimuli),
      'quick-orientations': countInWords(adaptation.profiles.quick.stimuli),
      probability: String(probability),
      'drawn-networks': count(networks.profiles.full!.networks),
      'online-rate': String(online.profiles.full!.rate),
      'grid-neurons': count(full!.neurons),
      'grid-orientations': countInWords(full!.stimuli),
      'grid-times-points': countInWords(points(full!) / points(quick)),
    };
  }),
];

type GridParameters = typeof grid.profiles.quick;
