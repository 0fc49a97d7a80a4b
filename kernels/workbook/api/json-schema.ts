import { origins, sourceGrades } from '../../../src/lib/claims/claim.js';
import { intervalKinds } from '../../../src/lib/claims/measurement.js';
import { verdicts } from '../../../src/lib/claims/verdict.js';
import { profiles } from '../../../src/lib/experiment/experiment.js';
import { scaleLevels } from '../../../src/lib/experiment/scale.js';
import { subjects } from '../../../src/lib/shelf/shelf-paper.js';

// What the files for programs hold, as JSON Schema (draft 2020-12). Every field is always there; what there is nothing to
// say of is null.

type Schema = Readonly<Record<string, unknown>>;

const text = (description: string): Schema => ({ type: 'string', description });
const number = (description: string): Schema => ({ type: 'number', description });
const whole = (description: string): Schema => ({ type: 'integer', minimum: 0, description });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const oneOf = (description: string, values: readonly string[]): Schema => ({ enum: values, description });
const listOf = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
const orNull = (schema: Schema): Schema => ({
  description: schema.description,
  anyOf: [schema, { type: 'null' }],
});
const object = (properties: Readonly<Record<string, Schema>>, description: string): Schema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const slugs = (description: string): Schema => ({
  type: 'object',
  additionalProperties: { type: 'string' },
  description,
});

const file = (name: string, properties: Readonly<Record<string, Schema>>, description: string): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${name}.schema.json`,
  title: name,
  ...object({ $schema: text('address of this schema'), ...properties }, description),
});

const address = (of: string) => text(`address of ${of}, relative to this file`);

const measured = object(
  {
    value: number('our value; of several conditions, that of the one the verdict hangs on'),
    low: orNull(number('lower end of our interval of 95 %')),
    high: orNull(number('upper end of our interval of 95 %')),
    unit: orNull(text('unit of our value')),
    uncertainty: orNull(oneOf('exact, or of which kind the interval is', ['exact', ...intervalKinds])),
    repetitions: whole('independent repetitions behind the interval; 0 where there is none'),
  },
  'what was measured',
);

const condition = object(
  {
    label: text('which one'),
    value: orNull(number('our value')),
    low: orNull(number('lower end of our interval of 95 %')),
    high: orNull(number('upper end of our interval of 95 %')),
    unit: text('unit of our value'),
    detail: text('the numbers behind it'),
    repetitions: whole('independent repetitions behind the interval; 0 where there is none'),
    side: oneOf('where the interval has to lie', ['above', 'below', 'at least', 'at most', 'equal to']),
    bound: number('beyond what'),
    effect: number('the smallest effect of interest; the bound itself where there is none'),
    verdict: oneOf('on this condition alone', verdicts),
  },
  'one of the things that a claim asks for',
);

const gate = object(
  {
    asks: text('what is presupposed'),
    found: text('what was found'),
    open: flag('whether it holds; where it does not, the claim is inconclusive'),
  },
  'what a measurement presupposes',
);

const run = object(
  {
    profile: oneOf('size of the run: quick, full (the largest here), or none', [...profiles, 'none']),
    decisive: flag('true for the run that decides the claim'),
    verdict: oneOf('what this run says', verdicts),
    because: orNull(text('why it is inconclusive, or not tested')),
    needed: orNull(whole('about how many repetitions would decide an inconclusive one')),
    measured: orNull(measured),
    conditions: listOf(condition, 'all conditions with their intervals and bounds'),
    gates: listOf(gate, 'what the measurement presupposes'),
    scale: orNull(oneOf('how near to the paper the experiment is', scaleLevels)),
    extent: listOf({ type: 'string' }, 'data, model, training and repetitions beside the paper’s own'),
    detail: orNull(text('the numbers behind the verdict')),
    stale: orNull(text('why the run is of older code, where it is')),
  },
  'the claim as one run judges it',
);

const amendment = object(
  {
    date: text('ISO 8601'),
    claim: text('the claim’s name within its paper'),
    what: oneOf('what was done', ['changed', 'added', 'removed']),
    why: text('the reason'),
    before: orNull(oneOf('the deciding verdict that was recorded', verdicts)),
    after: orNull(oneOf('the verdict on the same tables by the criterion as it is now', verdicts)),
  },
  'a change of a criterion after it had been fixed',
);

const claim = object(
  {
    paper: text('slug of the paper'),
    doi: orNull(text('the paper’s digital object identifier')),
    arxiv: orNull(text('the paper’s arXiv identifier')),
    id: text('the claim, unique within the paper'),
    page: address('the claim’s page'),
    figure: orNull(address('the figure that shows it')),
    statement: text('the claim in plain words'),
    origin: oneOf('whose claim it is: abstract and body are the paper’s own', origins),
    source: object(
      {
        grade: oneOf('how we know that it is claimed', sourceGrades),
        place: text('where it is claimed'),
        says: text('what the paper says there'),
        value: orNull(number('the number of the paper, on the scale of ours')),
      },
      'where and how the claim is made',
    ),
    verdict: oneOf('by the largest run', verdicts),
    criterion: orNull(
      object(
        {
          text: text('what is asked of the measurement'),
          pilot: flag('true where an earlier run had been seen when it was set'),
          infeasible: orNull(
            text('why a bound cannot be met, or cannot be missed, where that was found since'),
          ),
          locked: orNull(text('day on which it was fixed, ISO 8601; null where it is not locked')),
        },
        'what the verdict follows from; null for a claim that no run decides',
      ),
    ),
    amendments: listOf(amendment, 'changes of the criterion, in their order'),
    tables: listOf(address('a table that the claim reads'), 'the tables behind it, as Parquet'),
    runs: listOf(run, 'the claim as each run judges it, the largest first'),
  },
  'a claim',
);

const counts = object(
  Object.fromEntries(verdicts.map((verdict) => [verdict, whole(`claims that are ${verdict}`)])),
  'verdicts on the paper’s own claims',
);

const paper = object(
  {
    slug: text('names the paper here'),
    title: text('its title'),
    authors: listOf({ type: 'string' }, 'in the paper’s order'),
    year: whole('of publication'),
    venue: text('conference or journal; "preprint" where there is none'),
    doi: orNull(text('digital object identifier of the published version')),
    arxiv: orNull(text('arXiv identifier')),
    openReview: orNull(text('OpenReview forum identifier')),
    code: orNull(text('repository of the authors’ code on GitHub, owner/name')),
    subject: oneOf('what it is about', subjects),
    sentence: text('the same in a sentence'),
    aliases: listOf({ type: 'string' }, 'other names by which it is found'),
    page: orNull(address('the paper’s page; null while it waits on the list')),
    verdicts: counts,
    claims: listOf({ type: 'string' }, 'names of the claims on it, those beyond the paper included'),
    tables: listOf(address('a table of its experiments'), 'as Parquet'),
  },
  'a paper',
);

/** What `papers.json` holds. */
export const papersSchema = file(
  'papers',
  {
    papers: listOf(paper, 'all papers on the shelf, in its order'),
    byDoi: slugs('slug of a paper by its digital object identifier, in lower case'),
    byArxiv: slugs('slug of a paper by its arXiv identifier'),
  },
  'The papers on the shelf',
);

/** What `claims.json` holds. */
export const claimsSchema = file(
  'claims',
  { claims: listOf(claim, 'all claims, paper by paper in the order of the shelf') },
  'The claims of all papers, as they were judged',
);
