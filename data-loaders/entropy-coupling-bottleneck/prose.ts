import { extent, greatest, groups, pairs, sort } from 'd3-array';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { count, countInWords, decimals, percent } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';
import { definition as encoder } from './encoder.js';
import { definition as game } from './game.js';

const part = proseOn(tables);

const oneOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const prose = [
  part([], (_, claim) => {
    const reproduced = (id: string) => claim(id).verdict === 'reproduced';
    return {
      'proofs-held': ['mcb-decomposition', 'ebim-gap-bound', 'thm3-local-optimality'].every(reproduced),
      'greedy-beats-uniform': reproduced('mcg-greedy-beats-uniform'),
      'equal-bits': reproduced('mcg-equal-bits'),
      'random-earns-less': reproduced('mcg-tradeoff-reward'),
      'random-is-understood': reproduced('mcg-tradeoff-accuracy'),
      'reward-unaffected': reproduced('mcg-reward-unaffected'),
      'greedy-near-best': reproduced('greedy-near-deterministic-optimum'),
    };
  }),
  part(['game'], ({ game }) => {
    const ratios = groups(
      where(game, ({ ratio }) => ratio > 1),
      ({ ratio }) => ratio,
    );
    const accuracy = (rows: typeof game, name: 'greedy' | 'uniform') =>
      meanOf(
        where(rows, ({ encoder }) => encoder === name),
        (row) => row.accuracy,
      );
    const times = ratios.map(([, rows]) => accuracy(rows, 'greedy') / accuracy(rows, 'uniform'));
    const [most] = sort(
      where(game, ({ encoder }) => encoder === 'greedy'),
      ({ rate }) => rate,
    );
    const [least, largest] = extent(game, ({ beta }) => beta) as [number, number];
    const at = (beta: number) => where(game, (row) => row.ratio === 1 && row.beta === beta);
    const start = meanOf(at(least), (row) => row.accuracy);
    const reward = (beta: number) => meanOf(at(beta), (row) => row.reward);
    return {
      'times-understood': extent(times)
        .map((value) => count(value!))
        .join(' to '),
      'seldom-misunderstood': start > 0.95,
      'accuracy-at-start': percent(start),
      'least-rate': String(most.rate),
      'single-words': count(most.words - 1),
      'equal-bins': countInWords(2 ** most.rate),
      'agent-wanders': reward(largest) < 0.1 * reward(least),
      'largest-beta': String(largest),
      'steps-at-largest-beta': decimals(
        meanOf(at(largest), ({ steps }) => steps),
        1,
      ),
    };
  }),
  part(['encoder'], ({ encoder }) => {
    const shares = sort(
      groups(encoder, ({ symbols }) => symbols),
      ([symbols]) => symbols,
    ).map(([symbols, rows]) => ({ symbols, share: meanOf(rows, ({ equal, rates }) => equal / rates) }));
    const [first, last] = [shares[0], shares[shares.length - 1]];
    return {
      'optimal-share-falls': pairs(shares).every(([fewer, more]) => more.share < fewer.share),
      'optimal-share-of-few': percent(first.share),
      'optimal-share-of-many': percent(last.share),
      'few-symbols': countInWords(first.symbols),
      'many-symbols': countInWords(last.symbols),
    };
  }),
  part(['curve', 'perturbation'], ({ curve, perturbation }) => {
    const kept = (method: 'greedy' | 'optimal') =>
      greatest(
        where(curve, (row) => row.source === 'three' && row.method === method && row.R <= 0.8),
        ({ R }) => R,
      )!.I_XT;
    const moves = new Map(
      where(curve, ({ method }) => method === 'moves').map(({ source, R, I_XT }) => [`${source} ${R}`, I_XT]),
    );
    const onGrid = where(curve, ({ method }) => method === 'grid');
    return {
      'curve-never-beaten':
        perturbation.length > 0 &&
        perturbation.every(({ exceed, own_exceed }) => exceed === 0 && own_exceed === 0) &&
        onGrid.every(({ source, R, I_XT }) => I_XT <= moves.get(`${source} ${R}`)! + 1e-9),
      'greedy-keeps-less': kept('greedy') < kept('optimal'),
      'greedy-keeps': decimals(kept('greedy'), 3),
      'best-keeps': decimals(kept('optimal'), 3),
    };
  }),
  part([], () => {
    const { messages, side, horizon } = game.profiles.full!;
    return {
      'message-bits': countInWords(Math.log2(messages)),
      side: count(side),
      horizon: count(horizon),
      concentrations: oneOf.format(encoder.profiles.full!.concentrations.map(String)),
    };
  }),
];
