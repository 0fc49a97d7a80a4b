import { groups, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Conditions, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { significant } from '../../src/lib/text/number.js';
import { datasetLabels, type MethodId, tables } from '../../src/papers/cs-ib/tables.js';
import {
  bestSetting,
  type Duel,
  duels,
  isBaseline,
  meanOf,
  relativeDifferences,
  relativeErrors,
  type Setting,
  stepped,
  type SweptRun,
  toldSettings,
} from './comparison.js';

type AttackRow = RowsOf<typeof tables>['attack'][number];
type Attacked = AttackRow & SweptRun;

const claim = claimsOn(tables);

/** The strength at which both attacks are compared, in units of the standardised inputs. */
const epsilon = 0.3;

/** How far a method's clean RMSE may rise above that at β = 0. */
const tolerance = 1.1;

/** By how much the RMSE under attack has to be lower to mean anything. */
const effect = -0.05;

const rmse = (run: AttackRow) => run.rmse;
const clean = (run: AttackRow) => run.clean_rmse;

/** The β that helps most under attack, of those of each method that cost it little on clean inputs. */
function affordable(runs: readonly Attacked[], steps: (step: number) => boolean = () => true) {
  return bestSetting(
    runs.filter(({ step }) => steps(step)),
    rmse,
    (own) => {
      const free = meanOf(
        runs.filter(({ method, step }) => method === own[0].method && step === 0),
        clean,
      );
      const cost = meanOf(own, clean);
      return free !== null && cost !== null && cost <= tolerance * free;
    },
  );
}

/** The baseline that does best under attack, of those whose clean RMSE is no higher than that of a setting. */
function noWorseThan(setting: Setting | undefined, runs: readonly Attacked[]): Setting | undefined {
  const limit = meanOf(
    runs.filter(({ method, step }) => method === setting?.method && step === setting.step),
    clean,
  );
  return bestSetting(runs.filter(isBaseline), rmse, (own) => {
    const cost = meanOf(own, clean);
    return limit !== null && cost !== null && cost <= limit;
  });
}

/** Who competes under attack, from the runs of all seeds but one. */
type Choice = (others: readonly Attacked[]) => readonly [Setting | undefined, Setting | undefined];

const of = (runs: readonly Attacked[], method: MethodId) => runs.filter((run) => run.method === method);

/** A method against the best baseline, both with their β tuned by the same rule. */
const againstBaselines =
  (method: MethodId): Choice =>
  (others) => [affordable(of(others, method)), affordable(others.filter(isBaseline))];

/** CS-IB against the best baseline that fits clean inputs no worse than it does. */
const atEqualError: Choice = (others) => {
  const ours = affordable(of(others, 'cs-paper'));
  return [ours, noWorseThan(ours, others)];
};

/** CS-IB with compression against itself without. */
const againstItself: Choice = (others) => [
  affordable(of(others, 'cs-paper'), (step) => step > 0),
  { method: 'cs-paper', step: 0 },
];

const attackLabels = { fgsm: 'FGSM', pgd: 'PGD' } as const;

/** RMSE under either attack of one side over that of the other, minus 1, on each data set. */
function compare(
  attack: readonly AttackRow[],
  choose: Choice,
  unit: string,
): Conditions<IntervalMeasurement> {
  return groups(attack, ({ dataset }) => dataset).flatMap(([dataset, own]) =>
    (['fgsm', 'pgd'] as const).map((kind) => {
      const runs = own.filter((row) => row.kind === kind && Math.abs(row.eps - epsilon) < 1e-9);
      const pairs = duels(stepped(runs), choose);
      const detail = `${told(pairs, 'ours')} against ${told(pairs, 'theirs')}`;
      return {
        label: `${datasetLabels[dataset]}, ${attackLabels[kind]}`,
        measurement: overSeeds(relativeDifferences(pairs, rmse), unit, detail),
      };
    }),
  );
}

function told(pairs: readonly Duel<Attacked>[], side: 'ours' | 'theirs'): string {
  const runs = pairs.map((pair) => pair[side]);
  const average = (measure: typeof rmse) =>
    significant(mean(runs, (run) => (run ? measure(run) : null)) ?? NaN);
  return `RMSE ${average(rmse)}, clean ${average(clean)} (${toldSettings(runs)})`;
}

const rivalUnit = `RMSE at ε = ${epsilon} over that of the best baseline, minus 1`;
const tuned =
  'either side takes, for each seed, the method and β that did best under that attack in the other seeds, of those whose clean RMSE is at most 10 % above that of the same method at β = 0';
const verdictOn = `the 95 % interval over seeds of the relative difference in RMSE at ε = ${epsilon} lies below 0, for FGSM and for PGD on every data set`;
const tooLittle = 'less than 5 % is too little to mean anything';

const common = {
  figure: 'robustness',
  tables: ['attack'],
  asks: liesBelow(0, { effect }),
  attainable: () => relativeErrors,
  pilot: true,
  chance: { table: 'attack', column: 'method', within: ['dataset', 'seed'] },
} as const;

const caption = 'caption of the FGSM figure (Figure 11), as quoted by a summary';

export const robustnessClaims = [
  claim({
    ...common,
    id: 'robust-prediction-term',
    statement:
      'On four tabular data sets, networks trained with CS-IB as printed err less under adversarial inputs (FGSM and PGD) than those of five other bottleneck methods.',
    origin: 'body',
    source: { grade: 'second-hand', place: caption },
    reported: 'consistently lower RMSE under FGSM, on six data sets',
    measure: ({ attack }) => compare(attack, againstBaselines('cs-paper'), rivalUnit),
    criterion: `${verdictOn}; ${tuned}; ${tooLittle}`,
  }),
  claim({
    id: 'robustness-guarantee',
    statement:
      'The error of CS-IB under attack is bounded: less information about the input bounds how far a perturbation can move the prediction.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 6' },
    reported: 'strong guarantees of adversarial robustness',
    untested:
      'the theorem’s statement and its constants could not be read; with them, the bound would be set beside the measured errors under attack, which takes no further run',
  }),
  claim({
    ...common,
    id: 'robust-at-equal-error',
    statement:
      'CS-IB as printed errs less under attack than any of the five other methods that fits clean inputs at least as well: a worse fit is not what makes it robust.',
    origin: 'ours',
    source: { grade: 'text', place: 'a control: a worse fit alone loses less under attack' },
    reported: 'not discussed in what could be read',
    measure: ({ attack }) => compare(attack, atEqualError, rivalUnit),
    criterion: `${verdictOn}; CS-IB is tuned as in the comparison above, and its rival is the baseline at any β that did best under attack in the other seeds, of those with no higher clean RMSE; ${tooLittle}`,
  }),
  claim({
    ...common,
    id: 'robust-released-script',
    statement:
      'Networks trained with the loss of the released script err less under adversarial inputs than those of five other bottleneck methods.',
    origin: 'code',
    source: { grade: 'code', place: 'CS_IB_Housing.py and loss_cs.py at 1789cd5' },
    reported: 'the script is said to give the figures: consistently lower RMSE',
    measure: ({ attack }) => compare(attack, againstBaselines('released'), rivalUnit),
    criterion: `${verdictOn}; ${tuned}; ${tooLittle}`,
  }),
  claim({
    ...common,
    id: 'robust-by-compression',
    statement:
      'Compression is what makes CS-IB robust: a larger β lowers the error under attack at little cost on clean inputs.',
    origin: 'body',
    source: { grade: 'memory', place: 'theorem that bounds sensitivity by the compression term' },
    reported: 'the compression term bounds how sensitive the network is',
    measure: ({ attack }) =>
      compare(attack, againstItself, `RMSE at ε = ${epsilon} with β > 0 over that at β = 0, minus 1`),
    criterion: `${verdictOn}; for each seed, the β > 0 that did best in the other seeds, of those whose clean RMSE is at most 10 % above that at β = 0, against β = 0; ${tooLittle}`,
    chance: { table: 'attack', column: 'beta', within: ['dataset', 'method', 'seed'] },
  }),
];
