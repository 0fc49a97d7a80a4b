import { describe, expect, it } from 'vitest';
import { claimsOfAll, claimsOfPaper } from '../../src/components/claim-list.js';
import { type ClaimRow, groupClaims } from '../../src/components/claim-row.js';
import { claimCondition, claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const ofPaper = (rows: readonly ClaimRow[], central: readonly string[] = []) =>
  claimsOfPaper(groupClaims(rows), '../', central);
const ofAll = (rows: readonly ClaimRow[]) => claimsOfAll(groupClaims(rows), './');

const textOf = (node: Element | null | undefined) => node?.textContent ?? '';

const summaryOf = (node: Element) => textOf(node.querySelector('.claim > summary'));
const restOf = (node: Element) => textOf(node.querySelector('.claim-rest'));

describe('the claims of a paper', () => {
  it('say in a line verdict, statement, scale and effect', () => {
    const row = claimRow({ measured: 0.5, low: 0.25, high: 0.75, unit: 'nats', uncertainty: 'Student' });
    expect(summaryOf(ofPaper([row]))).toBe('reproducedA holds.reduced0.5 [0.25, 0.75] nats');
  });

  it('say in a phrase why one failed or is open, and of others nothing', () => {
    const conditions = JSON.stringify([claimCondition({ verdict: 'not reproduced' }), claimCondition({})]);
    const why = (verdict: ClaimRow['verdict']) =>
      ofPaper([claimRow({ conditions, verdict })]).querySelector('summary .claim-why')?.textContent;
    expect(why('not reproduced')).toBe('One of two conditions fails: Bike.');
    expect(why('reproduced')).toBeUndefined();
    const open = claimRow({ verdict: 'inconclusive', because: 'there is nothing to measure' });
    expect(summaryOf(ofPaper([open]))).toContain('There is nothing to measure.');
  });

  it('say what their scale means, and lead to it where they are open: a line is pressed to open it', () => {
    const list = ofPaper([claimRow({ scale: 'stand-in' })]);
    expect(list.querySelector('summary a')).toBeNull();
    for (const word of list.querySelectorAll<HTMLElement>('summary abbr, .claim-links .scale-link')) {
      expect(word.textContent).toBe('stand-in');
      expect(word.title).toContain('Another task');
    }
    expect(list.querySelector('.claim-links .scale-link')?.getAttribute('href')).toBe(
      '../how-we-judge#at-what-scale',
    );
  });

  it('set apart what is not the paper’s own', () => {
    const list = ofPaper([claimRow({ id: 'check', origin: 'ours' }), claimRow({ id: 'own' })]);
    const places = [...list.children].map((child) => child.querySelector('.claim-rest')?.id ?? textOf(child));
    expect(places).toEqual([
      'claim-own',
      'Beyond the paper: its companions, its code, and checks of ours',
      'claim-check',
    ]);
    expect(textOf(list.lastElementChild)).toContain('Beyond the paper: a check of ours.');
    expect(textOf(list.firstElementChild)).not.toContain('Beyond');
    expect(summaryOf(list.lastElementChild!)).not.toContain('Beyond');
    // Among all papers' claims, one list, it stands in the line itself.
    const lines = [
      ...ofAll([claimRow({ id: 'check', origin: 'ours' }), claimRow({ id: 'own' })]).querySelectorAll(
        'summary .claim-why',
      ),
    ];
    expect(lines.map(textOf)).toEqual(['Beyond the paper.']);
  });

  it('begin with those of the paper that the answer rests on', () => {
    const rows = [
      claimRow({ id: 'first' }),
      claimRow({ id: 'check', origin: 'ours' }),
      claimRow({ id: 'second' }),
      claimRow({ id: 'audit', origin: 'code' }),
    ];
    const list = ofPaper(rows, ['second', 'check']);
    const places = [...list.children].map((child) => child.querySelector('.claim-rest')?.id ?? textOf(child));
    expect(places).toEqual([
      'Central claims: the answer above rests on them',
      'claim-second',
      'The paper’s other claims',
      'claim-first',
      'Beyond the paper: its companions, its code, and checks of ours',
      'claim-check',
      'claim-audit',
    ]);
  });

  it('have no unit where nothing was measured', () => {
    const list = ofPaper([claimRow({ measured: null, low: null, high: null, unit: 'comparisons fail' })]);
    expect(restOf(list)).toContain('no value');
    expect(restOf(list)).not.toContain('comparisons');
  });

  it('say how near to the paper the experiment is, and whether the source was read', () => {
    const list = ofPaper([
      claimRow({ scale: 'stand-in', extent: 'data: 40 digits\ntraining: 10 epochs', source: 'memory' }),
    ]);
    expect(summaryOf(list)).toContain('stand-in');
    expect(restOf(list)).toContain('Data: 40 digits.Training: 10 epochs.');
    expect(restOf(list)).toContain('(from memory)');
    expect(restOf(list)).toContain('provisional');
  });

  it('tell the kind of the interval, its repetitions, what it presupposes, and what would decide', () => {
    const rest = restOf(
      ofPaper([
        claimRow({
          measured: 1,
          low: -1,
          high: 3,
          uncertainty: 'Student',
          repetitions: 5,
          profile: 'full',
          verdict: 'inconclusive',
          because: 'the interval does not decide',
          needed: 23,
          gates: JSON.stringify([{ asks: 'accuracy is 0.9 or more', found: '0.21', open: false }]),
        }),
      ]),
    );
    expect(rest).toContain('1 (95\u00a0%: −1 to 3)');
    expect(rest).toContain('Largest run here, 5 repetitions (Student).');
    expect(rest).toContain('Does not hold: accuracy is 0.9 or more (0.21).');
    expect(rest).toContain('about 23 would decide');
  });

  it('tell of the quick run where it disagrees, and only there', () => {
    const full = claimRow({ profile: 'full', verdict: 'reproduced' });
    const quick = (verdict: ClaimRow['verdict']) => claimRow({ decisive: false, measured: 7, verdict });
    expect(restOf(ofPaper([full, quick('reproduced')]))).not.toContain('Quick run');
    expect(restOf(ofPaper([full, quick('inconclusive')]))).toMatch(
      /7 \(95\u00a0%: 0 to 0\)Quick run.*Of the quick run alone: inconclusive/,
    );
  });

  it('say of one that was judged on older code why', () => {
    expect(restOf(ofPaper([claimRow({ stale: 'squares: boom' })]))).toMatch(/older code.*squares: boom/);
    expect(restOf(ofPaper([claimRow({})]))).not.toContain('older code');
  });

  it('say of a bound that turned out not to fit why', () => {
    const infeasible = 'the bound cannot be missed: nothing is below 0';
    expect(restOf(ofPaper([claimRow({ infeasible })]))).toContain(
      'Found since then: The bound cannot be missed: nothing is below 0.',
    );
    expect(restOf(ofPaper([claimRow({})]))).not.toContain('Found since');
  });

  it('draw in the line the condition that the verdict hangs on', () => {
    const conditions = [
      claimCondition({}),
      claimCondition({ label: 'Boat', value: 2, low: -0.5, high: 4.5 }),
    ];
    const list = ofPaper([
      claimRow({ measured: 2, low: -0.5, high: 4.5, conditions: JSON.stringify(conditions) }),
    ]);
    // From −0.5 at 4 % to 4.5 at 96 %, with the bound 0 between them.
    const left = (selector: string) => list.querySelector<HTMLElement>(`summary ${selector}`)!.style.left;
    expect(left('.forest-interval')).toBe('4%');
    expect(left('.bound')).toBe('13.2%');
    expect(left('.forest-dot')).toBe('50%');
    expect(textOf(list.querySelector('summary .forest-bound'))).toBe('bound 0');
    expect(list.querySelector<HTMLElement>('summary .claim-effect')!.title).toBe('asked for above 0');
    expect(summaryOf(list)).toMatch(/; asked for above 0$/);
  });

  it('draw every condition with its interval, the bound, the effect, the paper and the smaller run', () => {
    const full = [claimCondition({}), claimCondition({ label: 'Boat', low: -0.5, verdict: 'inconclusive' })];
    const list = ofPaper([
      claimRow({ profile: 'full', conditions: JSON.stringify(full), reported_value: 2 }),
      claimRow({ decisive: false, conditions: JSON.stringify([claimCondition({ value: 1.2 })]) }),
    ]);
    const rows = [...list.querySelectorAll('.forest-row')];
    expect(rows.map(textOf)).toEqual(['Bike×1 [0.5, 1.5], reproduced', 'Boat×1 [−0.5, 1.5], inconclusive']);
    // From −0.5 (Boat’s lower end) at 4 % to 2 (the paper) at 96 %.
    const left = (selector: string) => rows[0].querySelector<HTMLElement>(selector)!.style.left;
    expect(left('.bound')).toBe('22.4%');
    expect(left('.forest-interval.largest')).toBe('40.8%');
    expect(left('.forest-dot.largest')).toBe('59.2%');
    expect(left('.forest-paper')).toBe('96%');
    expect(left('.forest-dot.smaller')).toBe('66.56%');
    expect(rows[0].querySelector('.effect')).toBeNull();
  });

  it('give units and bounds that differ an axis each, and a condition that stands alone none', () => {
    const two = [claimCondition({ effect: 0.2 }), claimCondition({ unit: 'bits', bound: 3, effect: 3 })];
    const list = ofPaper([claimRow({ conditions: JSON.stringify(two) })]);
    const axes = [...list.querySelectorAll('.forest-axis > p')].map(textOf);
    expect(axes).toEqual(['nats: asked for above 0, and reaching 0.2 to matter', 'bits: asked for above 3']);
    const one = [claimCondition({})];
    expect(ofPaper([claimRow({ conditions: JSON.stringify(one) })]).querySelector('.forest')).toBeNull();
  });
});

describe('the claims of all papers', () => {
  const rows = [
    claimRow({ paper: 'gain-control', id: 'held' }),
    claimRow({ paper: 'gain-control', id: 'open', verdict: 'inconclusive' }),
    claimRow({ paper: 'gain-control', id: 'failed', verdict: 'not reproduced', figure: 'gains' }),
    claimRow({ paper: 'cs-ib', id: 'untested', verdict: 'not tested', scale: null, measured: null }),
    claimRow({ paper: 'cs-ib', id: 'held' }),
  ];

  it('stand below their papers in the order of the shelf, what failed first', () => {
    const list = ofAll(rows);
    expect([...list.querySelectorAll('h2 a')].map((a) => a.getAttribute('href'))).toEqual([
      './papers/cs-ib',
      './papers/gain-control',
    ]);
    expect([...list.querySelectorAll<HTMLElement>('.claim')].map(({ dataset }) => dataset.claim)).toEqual([
      'cs-ib/held',
      'cs-ib/untested',
      'gain-control/failed',
      'gain-control/open',
      'gain-control/held',
    ]);
  });

  it('have each an address, and links that are named by the claim', () => {
    const failed = ofAll(rows).querySelector('[id="gain-control/failed"]')!;
    const links = [...failed.querySelectorAll('a:not(.scale-link)')];
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      './papers/gain-control#figure-gains',
      './claims/gain-control/failed',
    ]);
    for (const link of links) expect(link.getAttribute('aria-label')).toContain('A holds.');
  });

  it('leave forests to the pages of papers, where they do not hide the wood', () => {
    const row = claimRow({
      conditions: JSON.stringify([claimCondition({}), claimCondition({ label: 'Boat' })]),
    });
    expect(ofPaper([row]).querySelector('.forest')).not.toBeNull();
    expect(ofAll([row]).querySelector('.forest')).toBeNull();
  });
});
