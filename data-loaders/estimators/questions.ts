import { defineExperiment } from '../../src/lib/experiment/experiment.js';
import { lawOf, laws } from '../../src/papers/estimators/questions/laws.js';
import { tables } from '../../src/papers/estimators/tables.js';

type QuestionParameters = {
  /** Ids of the laws. */
  readonly laws: readonly string[];
  /** Sample sizes, and how many samples of each. */
  readonly sizes: readonly { readonly n: number; readonly repetitions: number }[];
  /** True information, in nats, of which a law has what it can carry. */
  readonly information: readonly number[];
};

const all = laws.map(({ id }) => id);

const quick: QuestionParameters = {
  laws: all,
  sizes: [
    { n: 100, repetitions: 20 },
    { n: 200, repetitions: 20 },
    { n: 500, repetitions: 10 },
  ],
  information: [0, 0.25, 0.5, 1, 2],
};

const full: QuestionParameters = {
  laws: all,
  sizes: [
    { n: 100, repetitions: 50 },
    { n: 300, repetitions: 30 },
    { n: 1000, repetitions: 20 },
    { n: 3000, repetitions: 10 },
  ],
  information: [0, 0.25, 0.5, 1, 2],
};

export const definition = defineExperiment({
  title: 'Accuracy by kind of question',
  description:
    'Estimators for labels, mixtures and more than two variables, on samples whose information is known.',
  tables: { questions: tables.questions },
  profiles: { quick, full },
  scale: ({ laws, sizes }) => ({
    level: 'stand-in',
    data: `${laws.length} laws of known information, ${sizes.map(({ n }) => n).join(', ')} samples`,
    model: 'the estimators that are advised for tables, and those beside them',
    training: 'none',
    repetitions: sizes.map(({ n, repetitions }) => `${repetitions} of ${n} samples`).join(', '),
  }),
  seed: 1,
  compute: 'plain',
  /** One part a law, its size and the number of samples. */
  parts: ({ laws, sizes }) =>
    laws.flatMap((law) =>
      lawOf(law).places.flatMap((place) =>
        sizes.map(({ n, repetitions }) => ({
          id: `${law}-d${place.dimension}-l${place.combinations}-n${n}`,
          cost: repetitions * n * place.dimension,
          of: { law, ...place, n, repetitions },
        })),
      ),
    ),
});
