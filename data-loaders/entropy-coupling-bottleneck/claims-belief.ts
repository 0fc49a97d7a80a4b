import { extent, flatGroup, mean, sort } from 'd3-array';
import { correlations } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { overSeeds } from '../../src/lib/claims/measurement.js';
import { liesAbove } from '../../src/lib/claims/predicate.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { decimals } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/entropy-coupling-bottleneck/tables.js';

const claim = claimsOn(tables);

/** Steps at which beliefs are compared. */
const early = [5, 10, 20];

/** The smallest rank correlation with β that means something. */
const effect = 0.3;

export const beliefClaim = claim({
  id: 'belief-slower-at-low-beta',
  statement:
    'In a coding game of our own, the less random the policy, the longer the receiver takes to be sure of the code word.',
  origin: 'body',
  source: { grade: 'second-hand', place: 'Figure 5, by a public summary' },
  reported: 'beliefs converge more slowly at low β',
  figure: 'belief',
  tables: ['belief'],
  measure: ({ belief }) =>
    early.map((step) => {
      const rows = belief.filter((row) => row.step === step);
      const games = flatGroup(
        rows,
        ({ ratio }) => ratio,
        ({ encoder }) => encoder,
      ).map(([, , own]) => sort(own, ({ beta }) => beta));
      const ends = extent(rows, ({ beta }) => beta);
      const [low, high] = ends.map((beta) =>
        decimals(
          mean(
            rows.filter((row) => row.beta === beta),
            (row) => row.belief_word,
          ) ?? NaN,
          2,
        ),
      );
      return {
        label: `after ${step} steps`,
        measurement: overSeeds(
          games.map((own) => {
            const beliefs = own.map(({ belief_word }) => belief_word);
            return (
              spearman(
                own.map(({ beta }) => beta),
                beliefs,
              ) || 0
            );
          }),
          'rank correlation of belief and β',
          `mean belief in the true code word ${low} at β = ${ends[0]}, ${high} at β = ${ends[1]}`,
        ),
      };
    }),
  criterion: `after ${early.join(', ')} steps, the rank correlation with β of the mean belief in the true code word, a value for each ratio and encoder, all of which are played with random numbers of their own, has a 95 % interval above 0; less than ${effect} is too little to mean anything`,
  asks: liesAbove(0, { effect }),
  attainable: () => correlations,
  pilot: true,
  chance: { table: 'belief', column: 'beta', within: ['ratio', 'encoder'] },
});
