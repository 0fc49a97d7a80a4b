import { readFile } from 'node:fs/promises';
import { groups } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { judgeClaims, tablesAt, type TableSource } from '../../kernels/engine/claims.js';
import { lockProblem } from '../../kernels/engine/criteria-lock.js';
import { staleFalseAlarms } from '../../kernels/engine/false-alarms.js';
import { pageFactsOf } from '../../kernels/engine/page-facts.js';
import { experimentsOf, loadPaper, paperSlugs, type PlacedPaper } from '../../kernels/engine/papers.js';
import { arrayBuffer, readRecorded } from '../../kernels/engine/recorded.js';
import { placesIn } from '../../kernels/workbook/prose.js';
import { isExact, isTested } from '../../src/lib/claims/claim.js';
import { decodeRows } from '../../src/lib/experiment/rows.js';
import { shelf } from '../../src/lib/shelf/shelf.js';
import { infeasibility } from './infeasibility.js';

const papers = await Promise.all((await paperSlugs()).map((slug) => loadPaper(slug)));
const onShelf = papers.filter(({ claims }) => claims);

/** What is computed from a paper's recorded tables, once for all tests. */
function oncePerPaper<T>(compute: (paper: PlacedPaper) => T): (paper: PlacedPaper) => T {
  const computed = new Map<PlacedPaper, T>();
  return (paper) => {
    if (!computed.has(paper)) computed.set(paper, compute(paper));
    return computed.get(paper)!;
  };
}

const recordedTablesOf = oncePerPaper((paper): TableSource => {
  const read = new Map<string, ReturnType<TableSource>>();
  const find: TableSource = async (table, profile) => {
    const recorded = await readRecorded(paper, table, profile);
    return recorded && decodeRows(arrayBuffer(recorded.bytes));
  };
  return (table, profile) => {
    const name = `${table}.${profile}`;
    const found = read.get(name) ?? find(table, profile);
    read.set(name, found);
    return found;
  };
});
const judgedOf = oncePerPaper((paper) => judgeClaims(paper, recordedTablesOf(paper)));
const factsOf = oncePerPaper((paper) => pageFactsOf(paper, recordedTablesOf(paper)));

describe.each(onShelf.map((paper) => ({ slug: paper.slug, paper })))('$slug', ({ slug, paper }) => {
  const recordedTables = recordedTablesOf(paper);

  it('stands on the shelf', () => {
    expect(shelf.map((entry) => entry.slug)).toContain(slug);
  });

  it('has claims of different names, whose tables its experiments fill', async () => {
    const { claims } = await paper.claims!();
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
    const tables = experimentsOf(paper).flatMap(({ definition }) => Object.keys(definition.tables));
    expect(new Set(tables).size).toBe(tables.length);
    for (const claim of claims.filter(isTested))
      expect(tables).toEqual(expect.arrayContaining([...claim.tables]));
  });

  it('shows on its page every figure that a claim names', async () => {
    const page = await readFile(`src/papers/${slug}.md`, 'utf8');
    const figures = (await paper.claims!()).claims.flatMap(({ figure }) => figure ?? []);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(page, figure).toContain(`id: '${figure}',`);
  });

  it('judges every claiming sentence of its abstract, or says why not, and names each claim’s sentence', async () => {
    const { claims, coverage } = await paper.claims!();
    const numbers = coverage.map(({ sentence }) => sentence);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const ids = new Set(claims.map(({ id }) => id));
    const covering = new Map<string, number[]>();
    for (const line of coverage)
      for (const id of 'claims' in line ? line.claims : []) {
        expect(ids).toContain(id);
        covering.set(id, [...(covering.get(id) ?? []), line.sentence]);
      }
    for (const { id, origin, source } of claims.filter(({ origin }) => origin === 'abstract')) {
      expect([...covering.keys()], `${id}, of the ${origin}`).toContain(id);
      const [, number] = /^abstract, sentence (\d+)/.exec(source.place) ?? [];
      if (number !== undefined) expect(covering.get(id), id).toContain(Number(number));
    }
  });

  it('has locked the criteria that it is judged by', async () => {
    expect(await lockProblem(paper)).toBeUndefined();
  });

  it('answers on its first screen in three short lines whose conditions hold', async () => {
    const { answer, claims, problems } = await factsOf(paper);
    expect(problems).toEqual([]);
    const { says, found, differs, because, scales } = answer!;
    for (const [text, most] of [
      [says, 25],
      [found.text, 45],
      [because.text, 45],
    ] as const) {
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(most);
      expect(text, 'a sentence').toMatch(/^\S.*\.$/);
      expect(text, 'its values are put in').not.toContain('{{');
    }
    for (const [words, so] of Object.entries({ ...found.holds, ...because.holds }))
      expect(so, words).toBe(true);
    const ids = claims.map(({ id }) => id);
    expect(found.claims.length).toBeGreaterThan(0);
    expect(ids).toEqual(expect.arrayContaining([...found.claims]));
    expect(scales.length).toBeGreaterThan(0);
    // Whoever reads of a scale that is not the paper's reads what it means here, and of no other.
    expect(Object.keys(differs).sort()).toEqual(
      scales.filter((level) => level === 'reduced' || level === 'stand-in').sort(),
    );
    for (const phrase of Object.values(differs)) {
      expect(phrase.split(/\s+/).length, phrase).toBeLessThanOrEqual(18);
      expect(phrase, 'no sentence').not.toMatch(/[.:]$/);
    }
  });

  it('shows a figure below its answer, then says in plain words what it is about, then how it works', async () => {
    const page = await readFile(`src/papers/${slug}.md`, 'utf8');
    const parts = ['\n  figure({', '\n## In plain words\n', '\n## How it works\n'].map((text) =>
      page.indexOf(text),
    );
    expect(parts).not.toContain(-1);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  it('has counted how often each claim holds by chance, by its criterion and on its tables', async () => {
    const stale = await staleFalseAlarms(paper, recordedTables);
    expect(stale, `count anew: npx litmus record ${slug}`).toEqual([]);
  });

  it('decides nothing that is sampled by fewer than five repetitions or without an interval', async () => {
    const judged = await judgedOf(paper);
    expect(groups(judged, ({ claim }) => claim.id).length).toBe((await paper.claims!()).claims.length);
    for (const { claim, verdict, judgement } of judged) {
      if (!isTested(claim) || isExact(claim) || !['reproduced', 'not reproduced'].includes(verdict)) continue;
      for (const condition of judgement!.conditions) {
        if (condition.verdict === 'inconclusive') continue;
        const { measurement } = condition;
        expect(measurement.uncertainty, claim.id).not.toBe('exact');
        if (measurement.uncertainty !== 'exact')
          expect(measurement.repetitions, claim.id).toBeGreaterThanOrEqual(5);
        expect(measurement.low, claim.id).not.toBeNull();
      }
    }
  });

  it('asks nothing that could not be met or could not be missed here, unless its claim says so', async () => {
    for (const { claim, judgement, decisive, profile } of await judgedOf(paper)) {
      if (!decisive || !judgement || !isTested(claim) || profile === 'none') continue;
      // Behind a closed gate nothing is asked.
      if (judgement.gates.some(({ open }) => !open)) continue;
      const { rows } = (await tablesAt(paper, claim.tables, profile, recordedTables))!;
      const impossible = judgement.conditions.flatMap((condition) => infeasibility(claim, rows, condition));
      if (claim.infeasible === undefined) expect(impossible, claim.id).toEqual([]);
      else expect(impossible, `${claim.id} says: ${claim.infeasible}`).not.toEqual([]);
    }
  });
});

const withText = papers.filter(({ claims, prose }) => claims ?? prose);

describe.each(withText.map((paper) => ({ slug: paper.slug, paper })))(
  'the page of $slug',
  ({ slug, paper }) => {
    it('says in its text what its tables say, and computes nothing that the text does not say', async () => {
      const page = await readFile(paper.claims ? `src/papers/${slug}.md` : `src/${slug}.md`, 'utf8');
      const { values, problems } = await factsOf(paper);
      expect(problems).toEqual([]);
      const places = placesIn(page);
      expect(Object.keys(values).sort()).toEqual([...new Set(places.map(({ name }) => name))].sort());
      for (const { name, words } of places)
        expect(values[name], `${name}${words === undefined ? '' : ` (${words})`}`).toEqual(
          words === undefined ? expect.stringMatching(/^(?!.*(no value|∞)).+$/) : true,
        );
    });
  },
);
