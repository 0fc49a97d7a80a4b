import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/lib/estimation/advice.js';
import { allPairs, correlationOfAll } from '../../../src/lib/estimation/all-pairs.js';
import { analyse, withTest } from '../../../src/lib/estimation/analysis.js';
import { methodOf } from '../../../src/lib/estimation/method-of.js';
import { methods } from '../../../src/lib/estimation/methods.js';
import type { Question } from '../../../src/lib/estimation/question.js';
import { interleaved, surrogatesOf } from '../../../src/lib/estimation/surrogates-of.js';
import { variableOf } from '../../../src/lib/estimation/variable.js';
import { random } from '../../../src/lib/statistics/random.js';

const n = 200;
const { normal, integer } = random(51);
const a = Array.from({ length: n }, normal);
const b = a.map((value) => 0.8 * value + 0.6 * normal());
const label = a.map(() => integer(3));
const shifted = label.map((value) => 2 * value + normal());
const noise = a.map(() => normal());

/** What a generator returns, and what it yielded on the way. */
function finished<T>(work: Generator<number, T>): { readonly value: T; readonly progress: number[] } {
  const progress: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { value: step.value, progress };
    progress.push(step.value);
  }
}

function answered(x: readonly number[], y: readonly number[], more: Partial<Question> = {}) {
  const sides = { x: variableOf('x', x), y: variableOf('y', y) };
  return finished(analyse({ ...sides, permutations: 39, seed: 1, ...more })).value;
}

describe('an analysis', () => {
  it('of dependent numbers has the estimate, its interval, a small p value and its progress', () => {
    const sides = { x: variableOf('a', a), y: variableOf('b', b) };
    const { value, progress } = finished(analyse({ ...sides, permutations: 39, seed: 1 }));
    const { best, test, advice, answers, warnings } = value;
    expect(advice.method).toBe('kraskov');
    expect(best.nats).toBeCloseTo(0.51, 0);
    expect(best.low!).toBeLessThan(best.nats);
    expect(best.high!).toBeGreaterThan(best.nats);
    expect(test).toMatchObject({ pValue: 1 / 40, surrogates: 39, by: 'shuffle' });
    expect(Math.abs(test!.mean)).toBeLessThan(0.05);
    expect(answers.map(({ method }) => method)).toContain('mesner-shalizi');
    expect(warnings).toEqual(['There were 39 surrogates: no p value is below 0.025.']);
    expect(progress).toEqual([...progress].sort((first, second) => first - second));
    expect(progress.at(-1)).toBe(1);
    expect(finished(analyse({ ...sides, permutations: 39, seed: 1 })).value).toEqual(value);
  });

  it('tells the estimate to believe first, then the others, the interval and the test', () => {
    const told: { answers: string[]; interval: boolean; tested: boolean }[] = [];
    const sides = { x: variableOf('a', a), y: variableOf('b', b) };
    const { value } = finished(
      analyse({ ...sides, permutations: 9, seed: 1 }, ({ answers, best, test }) =>
        told.push({
          answers: answers.map(({ method }) => method),
          interval: best.low !== null,
          tested: test !== null,
        }),
      ),
    );
    expect(told[0]).toEqual({ answers: ['kraskov'], interval: false, tested: false });
    expect(told.map(({ answers }) => answers.length)).toEqual([1, 2, 3, 4, 5, 5, 5]);
    expect(told.map(({ interval }) => interval)).toEqual([...Array<boolean>(5).fill(false), true, true]);
    expect(told.at(-1)!.tested).toBe(true);
    expect(value.answers).toHaveLength(5);
  });

  it('refuses fewer rows than five, and says 0 of a constant however few rows there are', () => {
    expect(() => answered([1, 2, 3, 4], [2, 1, 4, 3])).toThrow(
      '4 rows have a value in every column that is used: at least 5 are needed',
    );
    const constant = answered([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]);
    expect(constant.best).toMatchObject({ nats: 0, low: null, high: null });
    expect(constant.test).toBeNull();
  });

  it('believes what suits the kinds', () => {
    const tenths = (values: readonly number[]) => values.map((value) => Math.round(10 * value) / 10);
    expect(answered(label, shifted).best).toMatchObject({ method: 'ross' });
    expect(Math.abs(answered(label, shifted).best.nats - 0.65)).toBeLessThan(0.2);
    expect(answered(tenths(a), tenths(b)).best).toMatchObject({ method: 'mesner-shalizi' });
    expect(
      answered(
        label,
        a.map(() => integer(4)),
      ).best,
    ).toMatchObject({ method: 'miller-madow' });
    const many = a.map(() => integer(19));
    const few = {
      x: variableOf('x', many.map(String)),
      y: variableOf(
        'y',
        many.map((value) => `${value % 17}`),
      ),
    };
    expect(finished(analyse({ ...few, permutations: 0, seed: 1 })).value.best.method).toBe('miller-madow');
    expect(
      answered(
        a.map(() => 1),
        b,
      ).best.nats,
    ).toBeCloseTo(0, 9);
    expect(
      answered(
        a.map(() => 1),
        b,
      ).warnings[0],
    ).toBe('"x" has one value, so that the information is 0 by definition.');
  });

  it('given a third variable asks what is beyond it', () => {
    const z = variableOf('a', a);
    const [x, y] = [a, a].map((values) => values.map((value) => value + 0.5 * normal()));
    const without = answered(x, y);
    const beyond = answered(x, y, { z });
    expect(without.best.nats).toBeGreaterThan(0.4);
    expect(beyond.best).toMatchObject({ method: 'frenzel-pompe' });
    expect(Math.abs(beyond.best.nats)).toBeLessThan(0.12);
    expect(beyond.test).toMatchObject({ by: 'local' });
    expect(beyond.test!.pValue).toBeGreaterThan(0.05);
    const kept = answered(
      x,
      x.map((value) => value + 0.3 * normal()),
      { z },
    );
    expect(kept.test!.pValue).toBe(1 / 40);
  });

  it('swaps so that no value comes twice: few rows of three continuous columns are not refused', () => {
    for (let seed = 0; seed < 5; seed++) {
      const stream = random(seed, 'given');
      const z = Array.from({ length: 60 }, stream.normal);
      const [x, y] = [z, z].map((values) => values.map((value) => value + stream.normal()));
      expect(answered(x, y, { z: variableOf('z', z) }).test!.surrogates).toBe(39);
    }
  });

  it('shifts series, and says that their interval is too narrow', () => {
    let [p, q] = [0, 0];
    const series = [a.map((value) => (p = 0.95 * p + value)), noise.map((value) => (q = 0.95 * q + value))];
    const shifts = answered(series[0], series[1]);
    expect(shifts.test!.by).toBe('circular-shift');
    expect(shifts.warnings.join()).toMatch(/those of a series.* too narrow\./);
    const shuffles = answered(series[0], series[1], { surrogates: 'shuffle' });
    expect(shuffles.warnings.join()).toContain('p values, whose surrogates do as well, are too small');
  });

  it('warns of what is near the most that so few rows can show, of many dimensions and of another method', () => {
    expect(
      answered(
        a,
        a.map((value) => 2 * value + 1),
      ).warnings.join(),
    ).toContain('computed from the other');
    expect(answered(a, b, { methods: ['kernel'] }).warnings.join()).toContain('kraskov suits these columns');
    expect(answered(a.slice(0, 50), b.slice(0, 50)).warnings.join()).toContain('There is no interval');
  });

  it('shows what refuses beside what answers, and fails where the one asked for refuses', () => {
    const { answers, best } = answered(a, label, { methods: ['kraskov-2', 'ross'] });
    expect(best.method).toBe('ross');
    expect(answers[0].nats).toBeNull();
    expect(answers[0].refusal).toContain('values of y repeat');
    expect(() => answered(a, label, { methods: ['kraskov-2'] })).toThrow('values of y repeat');
    expect(() => answered(a, b, { methods: ['best'] })).toThrow('no estimator "best": there are kraskov,');
    expect(answered(a, label, { methods: ['mesnerShalizi'] }).best.method).toBe('mesner-shalizi');
  });
});

describe('surrogates', () => {
  it('are the same in one piece and in shares, one empty, which together have the p value of the whole', () => {
    const question = { x: variableOf('a', a), y: variableOf('b', noise), permutations: 11, seed: 3 };
    const whole = finished(surrogatesOf(question, 'kraskov')).value;
    expect(whole).toHaveLength(11);
    expect(new Set(whole).size).toBe(11);
    for (const each of [2, 3, 12]) {
      const shares = Array.from(
        { length: each },
        (_, first) => finished(surrogatesOf(question, 'kraskov', { first, each })).value,
      );
      expect(interleaved(shares)).toEqual(whole);
    }
    const { value } = finished(analyse(question));
    expect(withTest(question, { ...value, test: null }, whole)).toEqual(value);
  });
});

describe('critics', () => {
  it('are trained for who asks, by the seed of the question, and take labels', () => {
    const sides = { x: variableOf('x', label), y: variableOf('y', shifted) };
    const question = { ...sides, methods: ['infonce'], permutations: 0, seed: 4 };
    const { value } = finished(analyse(question));
    expect(value.best).toMatchObject({ method: 'infonce', low: null });
    expect(value.best.nats).toBeGreaterThan(0.2);
    expect(value.best.nats).toBeLessThan(0.9);
    expect(value.warnings.join()).toContain('an estimator that is not trained');
    expect(methodOf('infonce').estimate(sides.x, sides.y, undefined, 4)).toBe(value.best.nats);
    const [x, y] = [a, b].map((cells) => variableOf('c', cells));
    const untrained = methods.filter(({ trained }) => !trained).map(({ id }) => id);
    for (const advice of [advise(x, y), advise(sides.x, y), advise(sides.x, sides.x), advise(x, y, x)])
      expect(advice.beside.filter((id) => !untrained.includes(id))).toEqual([]);
    const many = variableOf(
      'many',
      a.map((_, i) => `${i % 60}`),
    );
    expect(answered(a, b, { x: many, methods: ['kraskov', 'mine'] }).answers[1].refusal).toContain(
      '60 labels',
    );
  });
});

describe('all pairs', () => {
  it('have each their method, and p values adjusted for their number', () => {
    const variables = Object.entries({ a, b, label, noise }).map(([name, cells]) => variableOf(name, cells));
    const { value: pairs } = finished(allPairs(variables, 79, 1));
    expect(pairs).toHaveLength(6);
    const found = Object.fromEntries(
      pairs.map(({ x, y, analysis, adjusted }) => [`${x}-${y}`, { analysis, adjusted }]),
    );
    expect(found['a-b'].analysis!.test!.pValue).toBe(1 / 80);
    expect(found['a-b'].adjusted).toBeCloseTo(6 / 80, 12);
    expect(found['a-noise'].adjusted).toBeGreaterThan(0.2);
    expect(found['a-label'].analysis!.best.method).toBe('ross');
    expect(correlationOfAll(variables)).toBeNull();
    // Noise that depends on nothing adds nothing.
    const [first, second, , third] = variables;
    expect(correlationOfAll([first, second, third])).toBeCloseTo(found['a-b'].analysis!.best.nats, 0);
  });
});
