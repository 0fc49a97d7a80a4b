import type { Claim } from '../../src/lib/experiment/claim.js';
import { equals } from '../../src/lib/experiment/predicate.js';
import { exactly, rowsOf } from '../../src/lib/experiment/measuring.js';
import { groupBy, short } from './rows-of.js';

interface CurveRow {
  readonly width: number;
  readonly s: number;
  readonly R: number;
  readonly G: number;
  readonly slope: number;
  readonly KL: number;
}

interface MatchedRow {
  readonly R: number;
  readonly G: number;
  readonly R_curve: number;
  readonly G_curve: number;
}

interface ChannelRow {
  readonly R: number;
  readonly G: number;
  readonly G_matched: number;
}

interface CandidateRow {
  readonly sample: number;
  readonly built: string;
  readonly mu: number;
  readonly information: number;
  readonly likelihood: number;
}

const exact = (value: number) => value.toExponential(1).replace('-', '−');
const largest = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), 0);

/** Where a list of numbers is largest; the first of equals. */
function best(values: readonly number[]): number {
  return values.reduce((at, value, i) => (value > values[at] ? i : at), 0);
}

export const theoryClaims: readonly Claim[] = [
  {
    id: 'rg-lower-bound',
    statement:
      'Labels never convey more semantic information G than Shannon information R; both are equal where labels mean what they are used for.',
    kind: 'exact',
    reported: { value: 'R ≥ G, equality for matched channels', where: 'theory of R(G)' },
    figure: 'rate-fidelity',
    tables: ['rate_fidelity', 'matched', 'random_channels'],
    measure({ rate_fidelity, matched, random_channels }) {
      const curve = rowsOf<CurveRow>(rate_fidelity);
      const channels = rowsOf<ChannelRow>(random_channels);
      const gaps = [...curve, ...channels].map(({ R, G }) => R - G);
      const equal = [
        ...rowsOf<MatchedRow>(matched).flatMap(({ R, G, R_curve, G_curve }) => [R - G, R_curve - G_curve]),
        ...channels.map(({ R, G_matched }) => R - G_matched),
      ].map(Math.abs);
      const failed = gaps.filter((gap) => gap < -1e-9).length + equal.filter((gap) => gap >= 1e-9).length;
      const eight = curve.filter(({ width, s }) => width === 8 && s === 1).map(({ R, G }) => R - G);
      const detail = `of ${curve.length} points of curves and ${channels.length} random channels the least R − G is ${short(Math.min(...gaps), 4)} bit (on the curve of σ = 8 at s = 1: ${eight.map((gap) => short(gap, 4)).join()}); of ${equal.length} matched cases the largest difference is ${exact(largest(equal))} bit`;
      return exactly(failed, `violations of ${gaps.length + equal.length}`, detail);
    },
    criterion: 'R − G is at least −1e-9 bit everywhere, and less than 1e-9 bit for matched truth functions',
    judge: equals(0),
  },
  {
    id: 'rg-slope-and-kl',
    statement:
      'The curve R(G) has the slope dR/dG = s, and at s = 1 the excess R − G is KL(P‖P_θ), how far the listener’s expectations are from the prior.',
    kind: 'exact',
    reported: { value: 'dR/dG = s; R − G = KL(P‖P_θ) at s = 1', where: 'theory of R(G)' },
    figure: 'rate-fidelity',
    tables: ['rate_fidelity'],
    measure({ rate_fidelity }) {
      const curve = rowsOf<CurveRow>(rate_fidelity);
      const off = curve.map(({ slope, s }) => Math.abs(slope - s) / Math.max(1, Math.abs(s)));
      const matching = curve.filter(({ s }) => s === 1).map(({ R, G, KL }) => Math.abs(R - G - KL));
      const failed =
        off.filter((error) => !(error < 1e-4)).length + matching.filter((error) => error >= 1e-9).length;
      const detail = `of ${curve.length} slopes from s = ${short(Math.min(...curve.map(({ s }) => s)), 0)} to ${Math.max(...curve.map(({ s }) => s))} the largest error is ${exact(largest(off))} (relative where s > 1); of ${matching.length} curves KL differs from R − G by at most ${exact(largest(matching))} bit at s = 1`;
      return exactly(failed, `violations of ${curve.length + matching.length}`, detail);
    },
    criterion:
      'every slope, from points at s ± 0.0001, is within 1e-4 · max(1, |s|) of s, and KL within 1e-9 bit of R − G at s = 1',
    judge: equals(0),
  },
  {
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
      const samples = groupBy(rowsOf<CandidateRow>(likelihood), ({ sample, built }) => `${sample} ${built}`);
      const cases = [...samples.values()].map((rows) => {
        const differences = rows.map(({ information, likelihood }) => information - likelihood);
        const same =
          best(rows.map(({ information }) => information)) === best(rows.map((row) => row.likelihood));
        return { same, spread: Math.max(...differences) - Math.min(...differences) };
      });
      const failed = cases.filter(({ same, spread }) => !same || spread >= 1e-9).length;
      const detail = `in ${cases.filter(({ same }) => same).length} of ${cases.length} cases the same of 101 centres is best by both; information − likelihood varies by ${exact(largest(cases.map(({ spread }) => spread)))} bit at most as the centre moves`;
      return exactly(failed, `failures of ${cases.length}`, detail, cases.length);
    },
    criterion:
      'in every sample the same centre is best by both, and their difference varies by less than 1e-9 bit',
    judge: equals(0),
  },
];
