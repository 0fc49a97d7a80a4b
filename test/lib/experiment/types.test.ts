import { describe, expect, expectTypeOf, it } from 'vitest';
import { nonNegative, shares } from '../../../src/lib/claims/attainable.js';
import { claimsOn, type RelabellingOf } from '../../../src/lib/claims/claims-on.js';
import { exactly, overSeeds, shareOf } from '../../../src/lib/claims/measurement.js';
import { equals } from '../../../src/lib/claims/predicate.js';
import { float64, int32, oneOf, orNull, type RowOf } from '../../../src/lib/experiment/column.js';
import { defineExperiment, type RunContext, type RunEvents } from '../../../src/lib/experiment/experiment.js';
import { thumbnailOf } from '../../../src/lib/experiment/thumbnail.js';
import { collect } from '../../data-loaders/collect.js';
import { judged } from '../../data-loaders/judged.js';

// What must not compile stands below `@ts-expect-error`: where it does compile, `tsc` fails.

const tables = {
  errors: {
    description: 'One row a seed and arm',
    columns: {
      seed: int32('number of the seed'),
      arm: oneOf('arm', ['ours', 'theirs']),
      error: orNull(float64('error')),
    },
  },
  sizes: { description: 'One row a size', columns: { size: int32('size') } },
};

const definition = defineExperiment({
  title: 'Errors',
  description: '',
  tables,
  profiles: { quick: { seeds: 2 }, full: { seeds: 10 } },
  scale: ({ seeds }) => ({ level: 'exact', data: `${seeds} seeds` }),
  seed: 1,
  compute: 'plain',
  parts: ({ seeds }) => Array.from({ length: seeds }, (_, seed) => ({ id: `seed-${seed}`, of: { seed } })),
});

type Context = RunContext<typeof definition>;
type Events = RunEvents<typeof definition>;

async function* run({ part }: Context): Events {
  const { seed } = part.of;
  yield { table: 'errors', rows: [{ seed, arm: 'ours', error: null }] };
  yield { table: 'sizes', rows: [{ size: 3 }] };
}

describe('rows', () => {
  it('have the types of their columns', () => {
    expectTypeOf<RowOf<typeof tables.errors.columns>>().toEqualTypeOf<{
      readonly seed: number;
      readonly arm: 'ours' | 'theirs';
      readonly error: number | null;
    }>();
  });
});

describe('a run', () => {
  it('is given its parameters and what its part carries', async () => {
    expectTypeOf<Context['params']>().toEqualTypeOf<{ seeds: number }>();
    expectTypeOf<Context['part']['of']>().toEqualTypeOf<{ seed: number }>();
    const { errors } = await collect({ definition, run }, { seeds: 2 });
    expect(errors.map(({ seed }) => seed)).toEqual([0, 1]);
  });

  it('does not compile with a wrong row', () => {
    async function* wrong({ part }: Context): Events {
      // @ts-expect-error a misspelt part of the part
      const seed = part.of.sed as number;
      // @ts-expect-error a misspelt table
      yield { table: 'error', rows: [{ seed, arm: 'ours', error: 1 }] };
      // @ts-expect-error a misspelt column
      yield { table: 'errors', rows: [{ seed, arm: 'ours', eror: 1 }] };
      // @ts-expect-error a missing column
      yield { table: 'errors', rows: [{ seed, arm: 'ours' }] };
      // @ts-expect-error a null that is not declared
      yield { table: 'sizes', rows: [{ size: null }] };
      // @ts-expect-error a text that is none of the column's
      yield { table: 'errors', rows: [{ seed, arm: 'mine', error: 1 }] };
      // @ts-expect-error the columns of another table
      yield { table: 'sizes', rows: [{ seed, arm: 'ours', error: 1 }] };
    }
    expectTypeOf(wrong).returns.toEqualTypeOf<Events>();
  });
});

describe('a claim', () => {
  const claim = claimsOn(tables);
  const stated = {
    id: 'small',
    statement: 'Errors are small.',
    origin: 'body',
    source: { grade: 'text', place: 'Table 1' },
    reported: 'small',
    criterion: 'none is above 1',
    asks: equals(0),
    pilot: false,
    exact: 'counted',
    attainable: () => nonNegative,
  } as const;
  const small = claim({
    ...stated,
    tables: ['errors'],
    measure: ({ errors }) => exactly(errors.filter(({ error }) => error! > 1).length, 'errors above 1', ''),
  });

  it('measures rows that are typed by the tables it names', () => {
    const wrong = [
      // @ts-expect-error a misspelt column
      claim({ ...stated, tables: ['errors'], measure: ({ errors }) => exactly(errors[0].eror, '', '') }),
      // @ts-expect-error a misspelt table
      claim({ ...stated, tables: ['error'], measure: () => exactly(0, '', '') }),
      // @ts-expect-error a table that it does not name
      claim({ ...stated, tables: ['errors'], measure: ({ sizes }) => exactly(sizes.length, '', '') }),
      claim({
        ...stated,
        tables: ['errors'],
        // @ts-expect-error a number that may be missing
        measure: ({ errors }) => exactly(errors[0].error.valueOf(), '', ''),
      }),
    ];
    expect(wrong).toHaveLength(4);
  });

  it('is measured with an interval, unless it says why it is exact', () => {
    const { exact: _exact, ...sampled } = stated;
    const seeds = ({ errors }: { errors: readonly { error: number | null }[] }) =>
      overSeeds(
        errors.map(({ error }) => error),
        '',
        '',
      );
    const made = [
      claim({ ...sampled, tables: ['errors'], measure: seeds }),
      // @ts-expect-error a point value for what is sampled
      claim({ ...sampled, tables: ['errors'], measure: ({ errors }) => exactly(errors[0].error, '', '') }),
      // @ts-expect-error an interval for what is said to be exact
      claim({ ...stated, tables: ['errors'], measure: seeds }),
    ];
    expect(made).toHaveLength(3);
    expectTypeOf<RelabellingOf<typeof tables, 'errors'>['column']>().toEqualTypeOf<
      'seed' | 'arm' | 'error'
    >();
  });

  it('says between which values it can come out, unless these follow from its kind', () => {
    const { exact: _exact, attainable, ...ranged } = stated;
    const share = () => shareOf([], '', '');
    const mean = () => overSeeds([], '', '');
    const made = [
      claim({ ...ranged, tables: ['errors'], measure: share }),
      claim({ ...ranged, tables: ['errors'], measure: () => [{ label: 'one', measurement: share() }] }),
      claim({
        ...ranged,
        tables: ['errors'],
        measure: mean,
        attainable: ({ errors: [{ error }] }) => ({ ...shares, least: error! }),
      }),
      // @ts-expect-error a mean without a range
      claim({ ...ranged, tables: ['errors'], measure: mean }),
      // @ts-expect-error a share and a mean without one
      claim({
        ...ranged,
        tables: ['errors'],
        measure: () => [share(), mean()].map((measurement) => ({ label: '', measurement })),
      }),
      // @ts-expect-error a count without one
      claim({ ...ranged, exact: 'counted', tables: ['errors'], measure: () => exactly(0, '', '') }),
      claim({
        ...ranged,
        tables: ['errors'],
        measure: mean,
        // @ts-expect-error a misspelt column
        attainable: ({ errors: [{ eror }] }) => ({ ...shares, least: eror }),
      }),
    ];
    expect(made).toHaveLength(7);
    expect(attainable()).toBe(nonNegative);
  });

  it('is judged on made-up rows, which do not compile with a wrong column', () => {
    expect(judged([small], 'small', { errors: [{ error: 2 }, { error: 1 }] })).toMatchObject({
      measurement: { value: 1 },
      verdict: 'not reproduced',
    });
    const made = { errors: [1, 2].map((seed) => ({ seed, eror: 0.1 })) };
    // @ts-expect-error a misspelt column
    expect(judged([small], 'small', made).verdict).toBe('reproduced');
    // @ts-expect-error a misspelt table
    expect(() => judged([small], 'small', { error: [{ error: 2 }] })).toThrow('also reads errors');
    expect(() => judged([small], 'large', {})).toThrow('no tested claim large');
  });

  it('that no run decides passes as it is', () => {
    const { id, statement, origin, source, reported } = stated;
    const untested = { id, statement, origin, source, reported, untested: 'too large' };
    expect(claim(untested)).toBe(untested);
  });
});

it('a thumbnail does not compile with a misspelt column', () => {
  const drawn = thumbnailOf(tables, {
    tables: ['sizes'],
    caption: 'Sizes.',
    // @ts-expect-error a misspelt column
    draw: ({ sizes }, document) => document.createElement(String(sizes[0].sise)),
  });
  expect(drawn.tables).toEqual(['sizes']);
});

it('rows that a test collects do not compile with a misspelt column', async () => {
  const { sizes } = await collect({ definition, run }, { seeds: 1 });
  // @ts-expect-error a misspelt column
  expect(sizes[0].sise).toBeUndefined();
  expect(sizes[0].size).toBe(3);
});
