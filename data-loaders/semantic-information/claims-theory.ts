import { extent, flatGroup, max, maxIndex, min } from 'd3-array';
import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { exactly } from '../../src/lib/experiment/measurement.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { count, decimals, scientific } from '../../src/lib/text/number.js';
import { tables } from '../../src/papers/semantic-information/tables.js';

const claim = claimsOn(tables);

/** The largest of differences that are zero but for rounding. */
const largest = (values: readonly number[]) => scientific(max(values) ?? NaN, 1);

export const theoryClaims = [
  claim({
    id: 'rg-lower-bound',
    statement:
      'Labels never convey more semantic information G than Shannon information R; both are equal where labels mean what they are used for.',
    kind: 'exact',
    reported: { value: 'R ≥ G, equality for matched channels', where: 'theory of R(G)' },
    figure: 'rate-fidelity',
    tables: ['rate_fidelity', 'matched', 'random_channels'],
    measure({ rate_fidelity, matched, random_channels }) {
      const gaps = [...rate_fidelity, ...random_channels].map(({ R, G }) => R - G);
      const equal = [
        ...matched.flatMap(({ R, G, R_curve, G_curve }) => [R - G, R_curve - G_curve]),
        ...random_channels.map(({ R, G_matched }) => R - G_matched),
      ].map(Math.abs);
      const failed = gaps.filter((gap) => gap < -1e-9).length + equal.filter((gap) => gap >= 1e-9).length;
      const eight = rate_fidelity.find(({ width, s }) => width === 8 && s === 1);
      const middle = eight ? decimals(eight.R - eight.G, 4) : 'not there';
      const detail = `of ${count(rate_fidelity.length)} points of curves and ${count(random_channels.length)} random channels the least R − G is ${decimals(min(gaps) ?? NaN, 4)} bit (on the curve of σ = 8 at s = 1: ${middle}); of ${count(equal.length)} matched cases the largest difference is ${largest(equal)} bit`;
      return exactly(failed, `violations of ${count(gaps.length + equal.length)}`, detail);
    },
    criterion: 'R − G is at least −1e-9 bit everywhere, and less than 1e-9 bit for matched truth functions',
    judge: equals(0),
  }),
  claim({
    id: 'rg-slope-and-kl',
    statement:
      'The curve R(G) has the slope dR/dG = s, and at s = 1 the excess R − G is KL(P‖P_θ), how far the listener’s expectations are from the prior.',
    kind: 'exact',
    reported: { value: 'dR/dG = s; R − G = KL(P‖P_θ) at s = 1', where: 'theory of R(G)' },
    figure: 'rate-fidelity',
    tables: ['rate_fidelity'],
    measure({ rate_fidelity }) {
      const off = rate_fidelity.map(({ slope, s }) => Math.abs(slope - s) / Math.max(1, Math.abs(s)));
      const matching = rate_fidelity.filter(({ s }) => s === 1).map(({ R, G, KL }) => Math.abs(R - G - KL));
      const failed =
        off.filter((error) => !(error < 1e-4)).length + matching.filter((error) => !(error < 1e-9)).length;
      const [from, to] = extent(rate_fidelity, ({ s }) => s);
      const detail = `of ${count(off.length)} slopes from s = ${count(from ?? NaN)} to ${count(to ?? NaN)} the largest error is ${largest(off)} (relative where s > 1); of ${count(matching.length)} curves KL differs from R − G by at most ${largest(matching)} bit at s = 1`;
      return exactly(failed, `violations of ${count(off.length + matching.length)}`, detail);
    },
    criterion:
      'every slope, from points at s ± 0.0001, is within 1e-4 · max(1, |s|) of s, and KL within 1e-9 bit of R − G at s = 1',
    judge: equals(0),
  }),
  claim({
    id: 'semantic-equals-ml',
    statement: 'The parameters that maximise semantic information are those that maximise the likelihood.',
    kind: 'exact',
    reported: {
      value: 'the maximum semantic information criterion is equivalent to maximum likelihood',
      where: 'abstract',
    },
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
          same: best === maxIndex(candidates, (row) => row.likelihood),
          spread: (most ?? NaN) - (least ?? NaN),
        };
      });
      const failed = cases.filter(({ same, spread }) => !same || !(spread < 1e-9)).length;
      const same = cases.filter((found) => found.same).length;
      const detail = `in ${same} of ${cases.length} cases the same of 101 centres is best by both; information − likelihood varies by ${largest(cases.map(({ spread }) => spread))} bit at most as the centre moves`;
      return exactly(failed, `failures of ${cases.length}`, detail, cases.length);
    },
    criterion:
      'in every sample the same centre is best by both, and their difference varies by less than 1e-9 bit',
    judge: equals(0),
  }),
];
