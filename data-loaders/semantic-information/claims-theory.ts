import { extent, flatGroup, max, maxIndex, min } from 'd3-array';
import { countsOf } from '../../src/lib/claims/attainable.js';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { exactly } from '../../src/lib/claims/measurement.js';
import { equals } from '../../src/lib/claims/predicate.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

const claim = claimsOn(tables);

/** What R(G) is said to be is known from pages about the article, not from its text. */
const theory = { grade: 'second-hand', place: 'theory of R(G)' } as const;

/** The largest of differences that are zero but for rounding. */
const largest = (values: readonly number[]) => scientific(max(values) ?? NaN, 1);

/** How many values break a rule. */
function violations(
  label: string,
  values: readonly number[],
  holds: (value: number) => boolean,
  detail: string,
) {
  const failed = values.filter((value) => !holds(value)).length;
  return {
    label,
    measurement: exactly(
      values.length > 0 ? failed : null,
      'violations',
      `${count(failed)} of ${count(values.length)}; ${detail}`,
    ),
  };
}

export const theoryClaims = [
  claim({
    id: 'rg-lower-bound',
    statement:
      'An identity checked: labels never convey more semantic information G than Shannon information R, and both are equal where labels mean what they are used for.',
    origin: 'body',
    source: theory,
    reported: 'R ≥ G, equal for matched channels',
    figure: 'rate-fidelity',
    tables: ['rate_fidelity', 'matched', 'random_channels'],
    measure({ rate_fidelity, matched, random_channels }) {
      const gaps = [...rate_fidelity, ...random_channels].map(({ R, G }) => R - G);
      const equal = [
        ...matched.flatMap(({ R, G, R_curve, G_curve }) => [R - G, R_curve - G_curve]),
        ...random_channels.map(({ R, G_matched }) => R - G_matched),
      ].map(Math.abs);
      const eight = rate_fidelity.find(({ width, s }) => width === 8 && s === 1);
      const middle = eight ? decimals(eight.R - eight.G, 4) : 'not there';
      return [
        violations(
          'R ≥ G',
          gaps,
          (gap) => gap >= -1e-9,
          `the least R − G is ${decimals(min(gaps) ?? NaN, 4)} bit, on the curve of σ = 8 at s = 1 ${middle}`,
        ),
        violations(
          'R = G where matched',
          equal,
          (gap) => gap < 1e-9,
          `the largest difference is ${largest(equal)} bit`,
        ),
      ];
    },
    criterion:
      'R − G is at least −1e-9 bit on every curve and random channel, and less than 1e-9 bit for matched truth functions',
    asks: equals(0),
    attainable: ({ matched }) => countsOf(matched.length),
    exact: 'an inequality that holds for every input: one violation would refute it',
    pilot: true,
  }),
  claim({
    id: 'rg-slope-and-kl',
    statement:
      'An identity checked: the curve R(G) has the slope dR/dG = s, and at s = 1 the excess R − G is KL(P‖P_θ), how far the listener’s expectations are from the prior.',
    origin: 'body',
    source: theory,
    reported: 'dR/dG = s; R − G = KL(P‖P_θ) at s = 1',
    figure: 'rate-fidelity',
    tables: ['rate_fidelity'],
    measure({ rate_fidelity }) {
      const off = rate_fidelity.map(({ slope, s }) => Math.abs(slope - s) / Math.max(1, Math.abs(s)));
      const matching = rate_fidelity.filter(({ s }) => s === 1).map(({ R, G, KL }) => Math.abs(R - G - KL));
      const [from, to] = extent(rate_fidelity, ({ s }) => s);
      return [
        violations(
          'slope',
          off,
          (error) => error < 1e-4,
          `from s = ${count(from ?? NaN)} to ${count(to ?? NaN)} the largest error is ${largest(off)} (relative where s > 1)`,
        ),
        violations(
          'KL at s = 1',
          matching,
          (error) => error < 1e-9,
          `KL differs from R − G by at most ${largest(matching)} bit`,
        ),
      ];
    },
    criterion:
      'every slope, from points at s ± 0.0001, is within 1e-4 · max(1, |s|) of s, and KL within 1e-9 bit of R − G at s = 1',
    asks: equals(0),
    attainable: ({ rate_fidelity }) => countsOf(rate_fidelity.filter(({ s }) => s === 1).length),
    exact: 'a computed curve: no seed enters',
    pilot: true,
  }),
  claim({
    id: 'semantic-equals-ml',
    statement:
      'An identity checked: the parameters that maximise semantic information are those that maximise the likelihood.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'the criterion of maximum semantic information is equivalent to maximum likelihood',
    figure: 'likelihood',
    tables: ['likelihood'],
    measure({ likelihood }) {
      const cases = flatGroup(
        likelihood,
        (row) => row.sample,
        (row) => row.built,
      ).map(([, , candidates]) => {
        const [least, most] = extent(candidates, (row) => row.information - row.likelihood);
        const best = maxIndex(candidates, (row) => row.information);
        return {
          apart: Math.abs(best - maxIndex(candidates, (row) => row.likelihood)),
          spread: (most ?? NaN) - (least ?? NaN),
        };
      });
      const spreads = cases.map(({ spread }) => spread);
      return [
        violations(
          'same centre',
          cases.map(({ apart }) => apart),
          (apart) => apart === 0,
          'the centre is one of 101',
        ),
        violations(
          'a constant apart',
          spreads,
          (spread) => spread < 1e-9,
          `information − likelihood varies by ${largest(spreads)} bit at most as the centre moves`,
        ),
      ];
    },
    criterion:
      'in every sample the same centre is best by both, and their difference varies by less than 1e-9 bit',
    asks: equals(0),
    attainable: ({ likelihood }) => countsOf(new Set(likelihood.map(({ sample }) => sample)).size),
    exact: 'an identity that holds for every sample: one violation would refute it',
    pilot: true,
  }),
  claim({
    id: 'similar-to-least-squares',
    statement:
      'The criterion of maximum semantic information is similar to that of regularised least squares.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 5' },
    reported: 'similar criteria',
    untested:
      'how similar is not said; with Gaussian truth functions the information is a reward less a squared error, which is a formula, and a fit by both on the same data would compare them',
  }),
];
