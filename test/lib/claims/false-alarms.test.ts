import { expect, it } from 'vitest';
import { anyNumber } from '../../../src/lib/claims/attainable.js';
import { claimsOn } from '../../../src/lib/claims/claims-on.js';
import { falseAlarms } from '../../../src/lib/claims/false-alarms.js';
import { atLeast } from '../../../src/lib/claims/gate.js';
import { overSeeds } from '../../../src/lib/claims/measurement.js';
import { liesBelow } from '../../../src/lib/claims/predicate.js';
import { float64, int32, oneOf } from '../../../src/lib/experiment/column.js';
import { random } from '../../../src/lib/statistics/random.js';

const tables = {
  errors: {
    description: 'One row a seed and arm',
    columns: {
      seed: int32('number of the seed'),
      arm: oneOf('arm', ['ours', 'theirs']),
      error: float64('error'),
    },
  },
};
const chance = { table: 'errors', column: 'arm', within: ['seed'] } as const;
const claim = claimsOn(tables)({
  id: 'better',
  statement: 'We err less.',
  origin: 'ours',
  source: { grade: 'text', place: 'here' },
  reported: 'less',
  tables: ['errors'],
  pilot: false,
  chance,
  gates: () => [atLeast('skill', 0, 1)],
  measure({ errors }) {
    const of = (arm: string) => errors.filter((row) => row.arm === arm);
    return overSeeds(
      of('ours').map((row) => row.error - of('theirs').find(({ seed }) => seed === row.seed)!.error),
      'difference',
      '',
    );
  },
  criterion: 'less',
  asks: liesBelow(0),
  attainable: () => anyNumber,
});

it('counts how often a claim holds by chance alone, however clear it is on the real labels', () => {
  const { normal } = random(5, 'errors');
  const errors = Array.from({ length: 12 }, (_, seed) => [
    { seed, arm: 'ours' as const, error: normal() },
    { seed, arm: 'theirs' as const, error: 9 + normal() },
  ]).flat();
  const draws = 400;
  const found = falseAlarms({ ...claim, chance }, { errors }, draws);
  // Signs of twelve differences of about 9: the interval leaves 0 outside where 10 or more of 12 agree, on either side
  // with a probability of (66 + 12 + 1) / 4096 = 0.0193. Its standard error is 0.0069.
  expect(Math.abs(found.reproduced / draws - 0.0193)).toBeLessThan(0.028);
  expect(Math.abs(found.refuted / draws - 0.0193)).toBeLessThan(0.028);
  expect(falseAlarms({ ...claim, chance }, { errors }, draws)).toEqual(found);
});
