import { flatGroup, group, sort } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { atLeast } from '../../src/lib/claims/gate.js';
import { shareOf } from '../../src/lib/claims/measurement.js';
import { isAtMost } from '../../src/lib/claims/predicate.js';
import { tables } from '../../src/papers/multiagent-evaluation/tables.js';

const claim = claimsOn(tables);

/** How often an interval, or the graph of the static bound, may be wrong in the runs that are judged. */
const delta = 0.1;

export const staticBoundClaim = claim({
  id: 'static-bound',
  statement:
    'Sampled as often as the static bound asks for, the response graph is exactly right with probability at least 1 − δ.',
  origin: 'abstract',
  source: { grade: 'memory', place: 'theorem for infinite α; the abstract, sentence 7, names it' },
  reported: 'probability 1 − δ or more; the constant is ours, from Hoeffding’s inequality',
  figure: 'static-sampling',
  tables: ['static_sampling'],
  measure({ static_sampling }) {
    const games = group(static_sampling, ({ divisor }) => divisor);
    const failed = (divisor: number) =>
      (games.get(divisor) ?? []).filter((row) => row.edge_errors > 0).length;
    const fewer = sort(games.keys())
      .filter((divisor) => divisor > 1)
      .map((divisor) => `${failed(divisor)} with N/${divisor}`);
    return shareOf(
      (games.get(1) ?? []).map((row) => row.edge_errors > 0),
      'share of games with a wrong edge',
      `${failed(1)} of ${games.get(1)?.length ?? 0} games fail with N samples, ${fewer.join(', ')}`,
    );
  },
  gates({ static_sampling }) {
    const fewest = static_sampling.filter(({ divisor }) => divisor === 50);
    const rate = fewest.filter((row) => row.edge_errors > 0).length / fewest.length;
    return [atLeast('the share of wrong graphs with a fiftieth of the samples', rate, 0.25)];
  },
  criterion:
    'of random 3 × 3 games, at most a share δ = 0.1 gets a wrong edge with N samples a profile, the whole interval; the games are hard enough to tell: with N/50 a quarter does',
  asks: isAtMost(delta),
  pilot: true,
  chance: { table: 'static_sampling', column: 'divisor', within: ['rep'] },
});

const synthetic = { symmetric: '2 × 2', random: '4 × 4', soccer: 'soccer' } as const;

export const correctClaim = claim({
  id: 'adaptive-correct',
  statement:
    'With the settings of the released code and δ = 0.1, ResponseGraphUCB finds the right response graph of a random game with probability at least 0.9.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 8' },
  reported: 'adaptive algorithms with guarantees of correctness',
  figure: 'complexity',
  tables: ['samples'],
  measure({ samples }) {
    const runs = samples.filter(
      (row) =>
        row.game !== 'soccer' && row.scheme !== 'even' && !row.conf.startsWith('R-') && row.delta === delta,
    );
    return flatGroup(
      runs,
      ({ game }) => game,
      ({ conf }) => conf,
      ({ scheme }) => scheme,
    ).map(([game, conf, scheme, own]) => {
      const wrong = own.map(({ edge_errors, unresolved }) => edge_errors > 0 || unresolved > 0);
      return {
        label: `${synthetic[game]}, ${conf}, ${scheme}`,
        measurement: shareOf(
          wrong,
          'share of games with a wrong or undecided edge',
          `${wrong.filter(Boolean).length} of ${own.length} graphs are wrong or undecided`,
        ),
      };
    });
  },
  criterion:
    'on random 2 × 2 and 4 × 4 games, for each strict kind of interval and each scheme, the share of games that end with a wrong or an undecided edge is at most δ = 0.1, the whole interval; δ is that of one interval at one time, as released, not split over profiles and times',
  asks: isAtMost(delta),
  pilot: true,
});

export const adaptiveBoundClaim = claim({
  id: 'adaptive-bound',
  statement: 'ResponseGraphUCB needs no more games than its guarantee says.',
  origin: 'abstract',
  source: { grade: 'text', place: 'abstract, sentence 8' },
  reported: 'a guarantee on the number of samples',
  untested:
    'the theorem with its constants has not been read; with it, the interactions of the random games are there to be compared',
});
