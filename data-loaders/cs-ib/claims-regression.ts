import { groups, mean } from 'd3-array';
import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { type Conditions, type IntervalMeasurement, overSeeds } from '../../src/lib/claims/measurement.js';
import { liesBelow } from '../../src/lib/claims/predicate.js';
import type { RowsOf } from '../../src/lib/experiment/column.js';
import { significant } from '../../src/lib/text/number.js';
import { datasetLabels, tables } from '../../src/papers/cs-ib/tables.js';
import { bestSetting, duels, isBaseline, relativeDifferences, stepped, toldSettings } from './comparison.js';

type PlaneRow = RowsOf<typeof tables>['plane'][number];

const claim = claimsOn(tables);

/** By how much the RMSE has to be lower to mean anything. */
const effect = -0.01;

const rmse = (run: PlaneRow) => run.rmse;

/** RMSE of CS-IB at its best β against the best baseline at its best β, on each data set. */
function compareErrors(plane: readonly PlaneRow[]): Conditions<IntervalMeasurement> {
  return groups(plane, ({ dataset }) => dataset).map(([dataset, own]) => {
    const pairs = duels(stepped(own), (others) => [
      bestSetting(
        others.filter(({ method }) => method === 'cs-paper'),
        rmse,
      ),
      bestSetting(others.filter(isBaseline), rmse),
    ]);
    const [ours, theirs] = [pairs.map((pair) => pair.ours), pairs.map((pair) => pair.theirs)];
    const told = (runs: typeof ours) => significant(mean(runs, (run) => run?.rmse) ?? NaN);
    const detail = `RMSE ${told(ours)} (${toldSettings(ours)}) against ${told(theirs)} (${toldSettings(theirs)})`;
    return {
      label: datasetLabels[dataset],
      measurement: overSeeds(
        relativeDifferences(pairs, rmse),
        'RMSE of CS-IB over that of the best baseline, minus 1',
        detail,
      ),
    };
  });
}

export const regressionClaims = [
  claim({
    id: 'regression-rmse',
    statement:
      'On four tabular data sets, CS-IB with the prediction term as printed, at its best β, has a lower test error than each of five other bottleneck methods at its best β.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'CS-IB ahead of other deep bottlenecks on six regression tasks; its numbers could not be read',
    figure: 'errors',
    tables: ['plane'],
    measure: ({ plane }) => compareErrors(plane),
    criterion:
      'on every data set the 95 % interval over seeds of the relative difference in RMSE to the best baseline lies below 0; either side takes, for each seed, the method and β that did best in the other seeds; less than 1 % is too little to mean anything',
    asks: liesBelow(0, { effect }),
    pilot: true,
    chance: { table: 'plane', column: 'method', within: ['dataset', 'seed'] },
  }),
  claim({
    id: 'image-tasks',
    statement: 'CS-IB also has the lowest error on the two image tasks, rotated MNIST and UTKFace ages.',
    origin: 'abstract',
    source: { grade: 'memory', place: 'abstract, sentence 7 (six tasks); which two are images, from memory' },
    reported: 'CS-IB ahead of other deep bottlenecks on six regression tasks',
    untested:
      'the experiments here cover the four tabular data sets; rotated MNIST would take a convolutional encoder and some two hours on two cores, UTKFace a GPU and a data set whose terms allow it',
  }),
  claim({
    id: 'smaller-generalisation-gap',
    statement:
      'CS-IB generalises better: its test error exceeds its training error by less than that of other bottlenecks.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 6' },
    reported: 'improved generalisation ability',
    untested:
      'the sweep keeps no training errors; it would take a column for them and another full run, with five seeds or more',
  }),
];
