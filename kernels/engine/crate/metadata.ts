import { group, max } from 'd3-array';
import { registered } from '../../../src/lib/datasets/registered.js';
import type { Provenance } from '../../../src/lib/experiment/provenance.js';
import { paperLinks, type ShelfPaper } from '../../../src/lib/shelf/shelf-paper.js';
import { type CrateFile, type Entity, fileEntity, oneOrMany, reference } from './entities.js';

/** A recorded table in a crate. */
export interface CrateTable extends CrateFile {
  readonly provenance: Provenance;
}

/** What a crate of a paper holds. */
export interface CrateContents {
  readonly paper: ShelfPaper;
  readonly tables: readonly CrateTable[];
  /** What was made of the tables: claims with their verdicts, the reference. */
  readonly others: readonly CrateFile[];
  /** Where the code is kept, if that is known. */
  readonly repository?: string;
}

const profile = 'https://w3id.org/ro/wfrun/process/0.5';
const licence = 'https://spdx.org/licenses/MIT';

/**
 * `ro-crate-metadata.json` of a paper: RO-Crate 1.2, by the profile Process Run Crate 0.5. Each run of an experiment is
 * an action, whose instrument is Litmus at a commit, whose objects are its parameters and data sets, and whose results
 * are tables.
 */
export function crateMetadata({ paper, tables, others, repository }: CrateContents): string {
  const article = paperLinks({ ...paper, code: undefined })[0]?.href ?? `#${paper.slug}`;
  const runs = group(tables, ({ provenance }) => `${provenance.experiment}.${provenance.profile}`);
  const actions = Array.from(runs, ([name, own]) => action(name, own, repository));
  const inputs = datasetEntities(tables);
  const graph: Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: reference('https://w3id.org/ro/crate/1.2'),
      about: reference('./'),
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: `A reproduction of “${paper.title}”`,
      description: `Tables of the experiments by which Litmus judges the claims of ${paper.authors.join(', ')}, “${paper.title}” (${paper.year}), with the runs that made them, and the verdicts.`,
      datePublished: max(tables, ({ provenance }) => provenance.date)!.slice(0, 10),
      license: reference(licence),
      author: reference('#authors'),
      publisher: reference('#authors'),
      conformsTo: reference(profile),
      citation: reference(article),
      hasPart: [
        ...[...tables, ...others].map(({ file }) => file),
        ...inputs.map((input) => input['@id']),
      ].map(reference),
      mentions: oneOrMany(actions.map((one) => reference(one['@id']))),
    },
    { '@id': profile, '@type': ['CreativeWork', 'Profile'], name: 'Process Run Crate', version: '0.5' },
    {
      '@id': licence,
      '@type': 'CreativeWork',
      name: 'MIT licence',
      description: 'Free to use, change and pass on, with the notice of its authors.',
    },
    { '@id': '#authors', '@type': 'Organization', name: 'The Litmus authors' },
    ...[...new Set(tables.map(commitOf))].map((commit) => software(commit, repository)),
    {
      '@id': article,
      '@type': 'ScholarlyArticle',
      name: paper.title,
      author: oneOrMany(paper.authors.map((name) => reference(personId(name)))),
      datePublished: String(paper.year),
    },
    ...paper.authors.map((name) => ({ '@id': personId(name), '@type': 'Person', name })),
    ...actions,
    ...Array.from(runs, ([name, own]) => parameters(name, own[0].provenance)),
    ...inputs,
    ...[...tables, ...others].map(fileEntity),
  ];
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 2)}\n`;
}

/** An identifier without the characters that one must not have. */
const personId = (name: string) => `#${name.replaceAll(' ', '-')}`;

function action(name: string, tables: readonly CrateTable[], repository?: string): Entity {
  const {
    paper,
    experiment,
    profile: size,
    seed,
    date,
    backend,
    device,
    key,
    datasets,
  } = tables[0].provenance;
  return {
    '@id': `#run-${name}`,
    '@type': 'CreateAction',
    name: `${size === 'full' ? 'Full' : 'Quick'} run of ${experiment}`,
    description: `litmus run ${paper}/${tables[0].provenance.table} --profile ${size} --seed ${seed}, on ${device} (${backend}), content key ${key}`,
    actionStatus: 'http://schema.org/CompletedActionStatus',
    endTime: date.replace(/\.\d+Z$/, '+00:00'),
    agent: reference('#authors'),
    instrument: reference(software(commitOf(tables[0]), repository)['@id']),
    object: oneOrMany([
      reference(parametersOf(name)),
      ...Object.keys(datasets).map((dataset) => reference(sourceOf(dataset).url)),
    ]),
    result: oneOrMany(tables.map(({ file }) => reference(file))),
  };
}

const commitOf = ({ provenance }: CrateTable) => provenance.commit ?? 'unknown';

/** Litmus as it was at a commit. */
function software(commit: string, repository: string | undefined): Entity {
  return {
    '@id': `${repository ?? ''}#litmus-${commit}`,
    '@type': 'SoftwareApplication',
    name: `Litmus at commit ${commit}`,
    version: commit,
    ...(repository === undefined ? {} : { url: repository }),
  };
}

const parametersOf = (name: string) => `#parameters-${name}`;

function parameters(name: string, { parameters: values, seed }: Provenance): Entity {
  return {
    '@id': parametersOf(name),
    '@type': 'PropertyValue',
    name: 'Parameters and seed',
    value: JSON.stringify({ ...values, seed }),
  };
}

/** The archives from which data sets are taken. */
function datasetEntities(tables: readonly CrateTable[]): Entity[] {
  const read = new Set(tables.flatMap(({ provenance }) => Object.keys(provenance.datasets)));
  return [...read].map((name) => {
    const { url, format, title, licence: terms } = sourceOf(name);
    const encodingFormat = format === 'zip' ? 'application/zip' : 'application/gzip';
    return { '@id': url, '@type': 'File', name: title, description: `${title}, ${terms}`, encodingFormat };
  });
}

function sourceOf(name: string) {
  const { title, licence: terms, source } = registered.find((dataset) => dataset.name === name)!;
  return { title, licence: terms, ...source };
}
