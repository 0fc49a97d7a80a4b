import { extent, groups, mean, min, rollup } from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { proseOn } from '../../src/lib/claims/prose.js';
import { count, countInWords, percent, significant } from '../../src/lib/text/number.js';
import { datasetIds, type MethodId, methodIds, methodLabels, tables } from '../../src/papers/cs-ib/tables.js';
import { definition as fit } from './fit.js';
import { definition as gap } from './gap.js';
import { definition as sweep } from './sweep.js';

const part = proseOn(tables);

const csTerms: readonly MethodId[] = ['cs-paper', 'cs-symmetric'];
/** The method as printed and in other forms: what bears its name. */
const variants = methodIds.filter((id) => methodLabels[id].startsWith('CS-IB'));
const others = methodIds.filter((id) => !csTerms.includes(id));

/** For each data set the least of some methods' means over seeds. */
function leastMean<R extends { readonly dataset: string; readonly method: MethodId }>(
  runs: readonly R[],
  of: readonly MethodId[],
  value: (run: R) => number | null,
): ReadonlyMap<string, number> {
  const means = rollup(
    runs.filter(({ method }) => of.includes(method)),
    (own) => mean(own, value),
    ({ dataset }) => dataset,
    ({ method }) => method,
  );
  return new Map(
    Array.from(means, ([dataset, ofMethods]) => [
      dataset,
      Math.min(...Array.from(ofMethods.values(), (value) => value ?? NaN)),
    ]),
  );
}

export const prose = [
  part([], (_, claim) => ({
    'term-below-zero': claim('prediction-term-nonnegative').verdict === 'not reproduced',
    'term-drives-away': claim('prediction-term-finds-targets').verdict === 'not reproduced',
    'script-takes-squares':
      claim('released-loss-is-conditional-divergence').verdict === 'not reproduced' &&
      claim('released-loss-is-conditional-divergence').measured! < 1e-6,
    'comparisons-open': ['regression-rmse', 'robust-prediction-term'].every(
      (id) => claim(id).verdict === 'inconclusive',
    ),
  })),
  part([], (_, claim) => {
    const generalisation = claim('smaller-generalisation-gap');
    const holding = (what: string) =>
      conditionsOf(generalisation).filter(
        ({ label, verdict }) => label.endsWith(what) && verdict === 'reproduced',
      );
    const housing = conditionsOf(generalisation).find(
      ({ label }) => label === 'California Housing, test error',
    )!;
    return {
      'gap-is-not-smaller-everywhere': generalisation.verdict === 'not reproduced',
      'gap-smaller-on': countInWords(holding(', gap').length),
      'fits-as-well-on': countInWords(holding(', test error').length),
      'housing-fits-worse': housing.low! > 0.05,
      'housing-cost': percent(housing.value!),
      'fit-is-the-largest': generalisation.profile === 'full' && fit.profiles.full!.trainRows === null,
      'fit-data-sets': countInWords(datasetIds.length),
      'fit-seeds': countInWords(fit.profiles.full!.seeds),
      'fit-epochs': countInWords(fit.profiles.full!.epochs),
    };
  }),
  part(['audit'], ({ audit }) => {
    const least = rollup(
      audit,
      (own) => min(own, ({ d }) => d)!,
      ({ variant }) => variant,
    );
    const printed = audit.filter(({ variant, sigma2 }) => variant === 'paper' && sigma2 === 1);
    const belowFrom = extent(
      groups(printed, ({ seed }) => seed).map(([, steps]) =>
        min(steps, ({ step, d }) => (d < 0 ? step : Infinity))!,
      ),
    ).map((step) => count(step!));
    return {
      'both-forms-below-zero': least.get('paper')! < 0 && least.get('code')! < 0,
      'symmetric-stays-above': least.get('symmetric')! > -1e-9,
      'below-zero-from': belowFrom.join(' or '),
    };
  }),
  part(['plane'], ({ plane }) => {
    const uncompressed = plane.filter(({ beta }) => beta === 0);
    const [ours, theirs] = [csTerms, others].map((of) => leastMean(uncompressed, of, ({ rmse }) => rmse));
    const lead = (dataset: string) => 1 - ours.get(dataset)! / theirs.get(dataset)!;
    const behind = datasetIds.filter((dataset) => lead(dataset) < 0);
    return {
      'cs-leads-on-bike-by-a-little': lead('bike-sharing') > 0 && lead('bike-sharing') < 0.05,
      'squares-lead-elsewhere': behind.length === datasetIds.length - 1,
      elsewhere: countInWords(behind.length),
    };
  }),
  part(['attack'], ({ attack }) => {
    const housing = attack.filter(({ dataset, kind }) => dataset === 'california-housing' && kind === 'pgd');
    const attacked = housing.filter(({ beta }) => beta === 0);
    const lost = (of: readonly MethodId[]) =>
      leastMean(attacked, of, ({ rmse, clean_rmse }) => rmse! - clean_rmse!).get('california-housing')!;
    const clean = (of: readonly MethodId[]) =>
      leastMean(attacked, of, ({ clean_rmse }) => clean_rmse).get('california-housing')!;
    const tuned = rollup(
      housing.filter(({ method }) => others.includes(method)),
      (own) => mean(own, ({ rmse, clean_rmse }) => rmse! - clean_rmse!)!,
      ({ method, beta }) => `${method} ${beta}`,
    );
    return {
      'printed-loses-less': lost(['cs-paper']) < lost(others),
      'tuned-lose-less': min(tuned.values())! < lost(['cs-paper']),
      'printed-fits-worse': clean(['cs-paper']) > clean(others),
    };
  }),
  part([], () => {
    const { epochs, learningRate, seeds, betas } = sweep.profiles.full!;
    return {
      rivals: countInWords(methodIds.length - variants.length),
      variants: countInWords(variants.length - 1),
      epochs: countInWords(epochs),
      rate: significant(learningRate),
      seeds: countInWords(seeds),
      betas: countInWords(betas['cs-paper'].length),
      'gap-rows': count(gap.profiles.full!.trainRows!),
      'gap-epochs': countInWords(gap.profiles.full!.epochs),
    };
  }),
];
