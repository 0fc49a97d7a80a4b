import { subjects } from '../lib/shelf/shelf-paper.js';
import { failedFirst } from './claim-order.js';
import type { ClaimFacts, Grouping } from './claim-query.js';
import { element } from './element.js';

/** The claims of a list, to be shown or left out, and gathered one way or another. */
export interface ClaimGroups {
  readonly papers: readonly { readonly slug: string; readonly title: string }[];
  /** Shows the claims that are wanted, gathered as asked. @param wanted given a claim's facts, and `<paper>/<id>` */
  show(
    group: Grouping,
    wanted: (facts: ClaimFacts, id: string) => boolean,
  ): { readonly shown: number; readonly all: number };
}

/** @param list as `claimsOfAll` made it: a section a paper, a line a claim */
export function claimGroups(list: HTMLElement): ClaimGroups {
  const sections = [...list.querySelectorAll<HTMLElement>('.claim-group')];
  const papers = sections.map((section) => ({
    slug: section.dataset.paper!,
    title: section.querySelector('h2')!.textContent!,
    section,
  }));
  const lines = papers.flatMap(({ title, section }) =>
    Array.from(section.querySelectorAll<HTMLDetailsElement>('.claim'), (line) => ({
      line,
      summary: line.querySelector('summary')!,
      section,
      facts: factsOf(line, section),
      paperTitle: element('span', { class: 'claim-paper' }, title),
    })),
  );
  type Line = (typeof lines)[number];

  /** The sections of a way to gather, in their order, each with the lines that belong there. */
  const gathered = (group: Grouping): [HTMLElement, Line[]][] => {
    if (group === 'paper')
      return papers.map(({ section }) => [section, lines.filter((line) => line.section === section)]);
    const names: readonly string[] = group === 'subject' ? subjects : failedFirst;
    const order = (line: Line) => failedFirst.findIndex((verdict) => verdict === line.facts.verdict);
    return names.map((name) => [
      element('section', { class: 'claim-group' }, element('h2', {}, name)),
      lines.filter(({ facts }) => facts[group] === name).sort((a, b) => order(a) - order(b)),
    ]);
  };

  let current: Grouping = 'paper';
  const gather = (group: Grouping) => {
    if (group === current) return;
    current = group;
    list.replaceChildren(
      ...gathered(group).map(([section, own]) => {
        for (const { line, summary, paperTitle } of own) {
          if (group === 'paper') paperTitle.remove();
          else summary.querySelector('.claim-statement')!.append(paperTitle);
          section.append(line);
        }
        return section;
      }),
    );
  };

  oneTabStop(
    list,
    lines.map(({ summary }) => summary),
  );
  return {
    papers,
    show(group, wanted) {
      gather(group);
      for (const { line, facts } of lines) line.hidden = !wanted(facts, line.dataset.claim!);
      for (const section of list.children)
        (section as HTMLElement).hidden = !section.querySelector('.claim:not([hidden])');
      const shown = lines.filter(({ line }) => !line.hidden);
      if (!shown.some(({ summary }) => summary.tabIndex === 0))
        list.querySelector<HTMLElement>('.claim:not([hidden]) > summary')?.setAttribute('tabindex', '0');
      return { shown: shown.length, all: lines.length };
    },
  };
}

function factsOf({ dataset }: HTMLElement, section: HTMLElement): ClaimFacts {
  const { paper, verdict, scale = '', origin } = dataset;
  return { paper: paper!, verdict: verdict!, scale, origin: origin!, subject: section.dataset.subject! };
}

/**
 * Of hundreds of lines the Tab key stops at one, where the reader was last; the arrow keys, Home and End go from line to
 * line.
 */
function oneTabStop(list: HTMLElement, summaries: readonly HTMLElement[]): void {
  const stopAt = (summary: HTMLElement) => {
    for (const other of summaries) other.tabIndex = other === summary ? 0 : -1;
  };
  if (summaries.length > 0) stopAt(summaries[0]);
  list.addEventListener('focusin', ({ target }) => {
    const summary = (target as Element).closest<HTMLElement>('.claim > summary');
    if (summary) stopAt(summary);
  });
  list.addEventListener('keydown', (event) => {
    const from = (event.target as Element).closest('.claim > summary');
    if (!from) return;
    // As they stand on the page, which hangs on how they are gathered.
    const shown = [...list.querySelectorAll<HTMLElement>('.claim:not([hidden]) > summary')];
    const at = shown.findIndex((summary) => summary === from);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || !shown[to]) return;
    event.preventDefault();
    shown[to].focus();
  });
}
