import { extent, max, min, sort } from 'd3-array';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { listed } from '../../src/lib/text/list.js';
import { count, countInWords, decimals, percent } from '../../src/lib/text/number.js';
import { compared } from '../../src/papers/estimators/estimators.js';
import { estimatorLabel } from '../../src/papers/estimators/questions/names.js';
import { type AccuracyRow, type QuestionRow, tables } from '../../src/papers/estimators/tables.js';
import { anyNear, isNear, trust } from '../../src/papers/estimators/trust.js';

const part = proseOn(tables);

const bins = ['equal-width', 'equal-count'];

/** Estimators by neighbours and kernels, but for the one whose weights cancel bias. */
const local = compared.map(({ id }) => id).filter((id) => !bins.includes(id) && id !== 'weighted-kl');

const countEstimators = ['miller-madow', 'grassberger', 'chao-shen', 'plug-in'];

/** `94 of 96`: in how many settings at least one estimator is near the truth. */
function nearInWords(rows: readonly AccuracyRow[]): string {
  const { near, of } = anyNear(rows);
  return `${near} of ${of}`;
}

/** `Grassberger` or `Ross and Gao et al.`: which of some estimators are near the truth most often. */
function nearest(rows: readonly QuestionRow[]): { readonly names: string; readonly near: string } {
  const found = [...new Set(rows.map(({ estimator }) => estimator))].map((id) => ({
    id,
    ...trust(rows, id),
  }));
  const most = max(found, ({ near }) => near)!;
  const best = found.filter(({ near }) => near === most);
  return { names: listed(best.map(({ id }) => estimatorLabel(id))), near: `${most} of ${best[0].of}` };
}

export const prose = [
  part(['accuracy'], ({ accuracy }) => ({
    'near-in-few': nearInWords(where(accuracy, ({ dimension }) => dimension <= 2)),
    'near-in-many': nearInWords(where(accuracy, ({ dimension }) => dimension >= 4)),
  })),
  part(['accuracy'], ({ accuracy }) => {
    const [fewest, most] = extent(accuracy, ({ n }) => n) as [number, number];
    const [low, high] = [
      where(accuracy, ({ dimension }) => dimension <= 2),
      where(accuracy, ({ dimension }) => dimension > 2),
    ];
    const near = (id: string) => trust(low, id).near;
    const leaders = sort(
      compared.map(({ id }) => id),
      (id) => -near(id),
    ).slice(0, 3);
    const beyond = anyNear(high);
    const nearBeyond = where(high, isNear);
    const error = (n: number) =>
      meanOf(
        where(high, (row) => row.n === n && row.estimator === 'ksg-1'),
        ({ rmse }) => rmse,
      );
    return {
      'neighbours-and-likelihood-lead': ['ksg-1', 'ksg-2', 'kernel-likelihood'].every((id) =>
        leaders.includes(id),
      ),
      'few-beyond': beyond.near < 0.2 * beyond.of,
      'mostly-bins':
        nearBeyond.filter(({ estimator }) => bins.includes(estimator)).length > nearBeyond.length / 2,
      'fewest-samples': count(fewest),
      'most-samples': count(most),
      'error-saved': percent(1 - error(most) / error(fewest)),
    };
  }),
  part(['accuracy'], ({ accuracy }) => {
    const largest = max(accuracy, ({ dimension }) => dimension)!;
    const deep = where(accuracy, ({ dimension }) => dimension === largest);
    const ofLog = where(deep, ({ estimator }) => estimator === 'equal-count').map(
      ({ mean, n }) => mean! / Math.log(n),
    );
    return {
      'all-fall-short': where(deep, ({ estimator }) => local.includes(estimator)).every(
        ({ bias }) => bias !== null && bias < 0,
      ),
      'some-negative': where(deep, ({ estimator }) => local.includes(estimator)).some(
        ({ mean }) => mean !== null && mean < 0,
      ),
      'most-dimensions': countInWords(largest),
      'bins-of-log': `${decimals(100 * min(ofLog)!, 0)} to ${percent(max(ofLog)!)}`,
    };
  }),
  part(['accuracy'], ({ accuracy }) => {
    const boxes = where(accuracy, ({ dimension, estimator }) => dimension === 5 && bins.includes(estimator));
    const [fewest, most] = extent(boxes, ({ n }) => n) as [number, number];
    const [little, much] = extent(boxes, ({ true_mi }) => true_mi) as [number, number];
    const answer = (passes: (row: (typeof boxes)[number]) => boolean) =>
      meanOf(where(boxes, passes), ({ mean }) => mean);
    const [first, last] = [fewest, most].map((n) => answer((row) => row.n === n));
    const more = answer(({ true_mi }) => true_mi === much) - answer(({ true_mi }) => true_mi === little);
    return {
      'bins-pass-by': last < first && more < 0.25 * (much - little),
      'bins-with-fewest': decimals(first, 1),
      'bins-with-most': decimals(last, 1),
      'more-truth': String(much - little),
      'more-answer': decimals(more, 1),
    };
  }),
  part(['accuracy'], ({ accuracy }) => {
    const deep = where(accuracy, ({ dimension }) => dimension >= 5);
    const of = (name: string) =>
      new Map(
        where(deep, ({ estimator }) => estimator === name).map((row) => [
          [row.distribution, row.dimension, row.n, row.true_mi].join(' '),
          row,
        ]),
      );
    const nearest = of('kl');
    const weighted = [...of('weighted-kl')].map(([setting, row]) => ({ row, beside: nearest.get(setting)! }));
    const wins = weighted.filter(({ row, beside }) => row.rmse! > beside.rmse!).length;
    return {
      'weights-cost-scatter': weighted.every(({ row, beside }) => row.sd! > beside.sd!),
      'scatter-wins': wins > 0.5 * weighted.length,
      'scatter-settings': count(wins),
      'weighted-settings': count(weighted.length),
    };
  }),
  part(['questions'], ({ questions }) => {
    const labels = where(questions, ({ question }) => question === 'labels');
    const roomy = where(labels, ({ combinations, n }) => 5 * combinations <= n);
    const crowded = where(labels, ({ combinations, n }) => combinations > n);
    const share = (rows: readonly QuestionRow[]) =>
      max(countEstimators, (id) => trust(rows, id).near / trust(rows, id).of)!;
    const off = (id: string) =>
      meanOf(
        where(crowded, ({ estimator }) => estimator === id),
        ({ bias }) => bias,
      );
    return {
      'labels-want-rows': share(roomy) > 0.9 && share(crowded) < 0.2,
      'labels-roomy': nearest(roomy).near,
      'labels-crowded': nearest(crowded).near,
      'chao-shen-crowded': decimals(off('chao-shen'), 1),
      'plug-in-crowded': decimals(off('plug-in'), 1),
      'crowded-too-high': countEstimators.every((id) => off(id) > 0.1),
      'chao-shen-least': off('chao-shen') === Math.min(...countEstimators.map(off)),
    };
  }),
  part(['questions'], ({ questions }) => {
    const of = (kind: string) => where(questions, ({ question }) => question === kind);
    const mixtures = of('mixtures');
    const refused = where(mixtures, ({ estimator }) => estimator === 'gao').filter(
      ({ answers }) => answers === 0,
    );
    const inWords = (kind: string, id: string) => {
      const { near, of: all } = trust(of(kind), id);
      return `${near} of ${all}`;
    };
    return {
      'beside-a-label-well': ['ross', 'mesner-shalizi'].every((id) => {
        const { near, of: all } = trust(of('label-numbers'), id);
        return near > 0.8 * all;
      }),
      'ross-near': inWords('label-numbers', 'ross'),
      'mixed-near-labels': inWords('label-numbers', 'mesner-shalizi'),
      'mixed-near-mixtures': inWords('mixtures', 'mesner-shalizi'),
      'bins-near-mixtures': inWords('mixtures', 'equal-count'),
      'gao-near-mixtures': inWords('mixtures', 'gao'),
      'gao-refuses': count(refused.length),
      'mixed-leads-mixtures': nearest(mixtures).names === estimatorLabel('mesner-shalizi'),
    };
  }),
  part(['questions'], ({ questions }) => {
    const given = where(questions, ({ question }) => question === 'given-numbers');
    const most = max(given, ({ dimension }) => dimension)!;
    const at = (d: number, id: string) =>
      where(given, ({ dimension, estimator, true_mi }) => dimension === d && estimator === id && true_mi > 0);
    const near = (d: number, id: string) => {
      const { near: found, of: all } = trust(at(d, id), id);
      return `${found} of ${all}`;
    };
    const independent = (id: string) =>
      meanOf(
        where(
          given,
          ({ dimension, estimator, true_mi }) => dimension === 1 && estimator === id && true_mi === 0,
        ),
        ({ bias }) => bias,
      );
    const deep = at(most, 'frenzel-pompe');
    return {
      'given-one': near(1, 'frenzel-pompe'),
      'given-one-mixed': near(1, 'mesner-shalizi'),
      'given-most': near(most, 'frenzel-pompe'),
      'given-dimensions': countInWords(most),
      'given-share': percent(meanOf(deep, ({ mean, true_mi }) => mean! / true_mi)),
      'given-falls-short': deep.every(({ bias }) => bias !== null && bias < 0),
      'independent-plain': decimals(independent('frenzel-pompe'), 2),
      'independent-mixed': decimals(independent('mesner-shalizi'), 2),
      'mixed-too-high': independent('mesner-shalizi') > independent('frenzel-pompe') + 0.02,
    };
  }),
  part(['critics'], ({ critics }) => {
    const mean = (dimension: number, id: string) =>
      meanOf(
        where(critics, (row) => row.dimension === dimension && row.estimator === id),
        ({ bias }) => bias,
      );
    return {
      'critics-below': critics.every(({ bias }) => bias !== null && bias < 0),
      'critics-line': decimals(-mean(1, 'infonce'), 2),
      'critics-five': decimals(-mean(5, 'infonce'), 2),
    };
  }),
];
