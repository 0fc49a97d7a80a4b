import { describe, expect, it } from 'vitest';
import { claimTable } from '../../src/components/claim-table.js';
import type { ConditionCell } from '../../src/lib/claims/claim-columns.js';
import { claimRow } from './claim-row.js';
import { emptyPage } from './page.js';

emptyPage();

const condition = (values: Partial<ConditionCell>): ConditionCell => ({
  label: 'Bike',
  value: 1,
  low: 0.5,
  high: 1.5,
  unit: 'nats',
  detail: '',
  repetitions: 5,
  side: 'above',
  bound: 0,
  effect: 0,
  verdict: 'reproduced',
  ...values,
});

const textOf = (node: Element | null | undefined) => node?.textContent ?? '';

describe('claimTable', () => {
  it('sets apart what is not the paper’s own claim', () => {
    const rows = [claimRow({ id: 'check', origin: 'ours' }), claimRow({ id: 'own' })];
    const lines = [...claimTable(rows).querySelectorAll('tbody tr')];
    expect(lines.map(({ id }) => id)).toEqual(['claim-own', '', 'claim-check']);
    expect(textOf(lines[1])).toMatch(/^Beyond the paper/);
    expect(textOf(lines[2])).toContain('Beyond the paper: a check of ours.');
    expect(textOf(lines[0])).not.toContain('Beyond');
  });

  it('says how near to the paper the experiment is, and whether the source was read', () => {
    const table = claimTable([
      claimRow({ scale: 'stand-in', extent: 'data: 40 digits\ntraining: 10 epochs', source: 'memory' }),
    ]);
    expect(textOf(table.querySelector('.scale'))).toBe('stand-indata: 40 digitstraining: 10 epochs');
    expect(textOf(table.querySelector('[data-head="Verdict"] p'))).toBe('reproduced, provisional');
    expect(textOf(table.querySelector('[data-head="The paper says"]'))).toContain('(from memory)');
  });

  it('tells the kind of the interval, its repetitions, what it presupposes, and what would decide', () => {
    const [row] = claimTable([
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
    ]).querySelectorAll('tbody tr');
    expect(textOf(row)).toContain('1 [−1, 3]');
    expect(textOf(row)).toContain('Largest run here, 5 repetitions (Student).');
    expect(textOf(row)).toContain('Does not hold: accuracy is 0.9 or more (0.21).');
    expect(textOf(row)).toContain('about 23 would decide');
  });

  it('draws every condition with its interval, the bound, the effect, the paper and the smaller run', () => {
    const full = [condition({}), condition({ label: 'Boat', low: -0.5, verdict: 'inconclusive' })];
    const table = claimTable([
      claimRow({ profile: 'full', conditions: JSON.stringify(full), reported_value: 2 }),
      claimRow({ decisive: false, conditions: JSON.stringify([condition({ value: 1.2 })]) }),
    ]);
    const rows = [...table.querySelectorAll('.forest-row')];
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

  it('leaves forests to the pages of papers where the claims of all are listed', () => {
    const row = claimRow({ conditions: JSON.stringify([condition({}), condition({ label: 'Boat' })]) });
    expect(claimTable([row]).querySelector('.forest')).not.toBeNull();
    expect(claimTable([row], { papers: true }).querySelector('.forest')).toBeNull();
  });

  it('gives units and bounds that differ an axis each, and a condition that stands alone none', () => {
    const two = [condition({ effect: 0.2 }), condition({ unit: 'bits', bound: 3, effect: 3 })];
    const table = claimTable([claimRow({ conditions: JSON.stringify(two) })]);
    const axes = [...table.querySelectorAll('.forest-axis > p')].map(textOf);
    expect(axes).toEqual(['nats: asked for above 0, and reaching 0.2 to matter', 'bits: asked for above 3']);
    const one = [condition({})];
    expect(claimTable([claimRow({ conditions: JSON.stringify(one) })]).querySelector('.forest')).toBeNull();
  });
});
