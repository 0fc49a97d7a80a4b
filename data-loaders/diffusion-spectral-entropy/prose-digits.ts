import { extent, greatest, max, mean } from 'd3-array';
import { conditionsOf } from '../../src/lib/claims/claim-columns.js';
import { meanOf, proseOn, where } from '../../src/lib/claims/prose.js';
import { spearman } from '../../src/lib/statistics/spearman.js';
import { count, countInWords, decimals, percent, significant } from '../../src/lib/text/number.js';
import { type ImageRegime, tables } from '../../src/papers/diffusion-spectral-entropy/tables.js';
import { type Course, coursesOf, gain } from './course.js';
import { definition } from './images.js';

const part = proseOn(tables);

const bits = (value: number) => decimals(value, 1);

/** The least and the greatest of some numbers of bits; one alone where both are written alike. */
const between = (values: readonly number[]) =>
  [...new Set((extent(values) as [number, number]).map(bits))].join('–');

const last = ({ values }: Course) => values.at(-1)!;
const peak = ({ times, values }: Course) => times[values.indexOf(max(values)!)];

/** What the text says of the networks that are trained on handwritten digits. */
export const prose = [
  part(['images'], ({ images }, claim) => {
    const courses = (regime: ImageRegime, value: (row: (typeof images)[number]) => number) =>
      coursesOf(
        images.filter((row) => row.regime === regime),
        ({ step }) => step,
        value,
      );
    const labels = (regime: ImageRegime) => courses(regime, ({ dsmi_y }) => dsmi_y);
    const rescaled = (regime: ImageRegime) => courses(regime, ({ dsmi_y_unit }) => dsmi_y_unit);
    const falls = (course: Course) => last(course) < 0.9 * max(course.values)!;
    const [supervised, permuted] = [labels('supervised'), labels('permuted')];
    const inputs = courses('supervised', ({ dsmi_x }) => dsmi_x);
    const [first, final] = extent(images, ({ step }) => step) as [number, number];
    const gained = (regime: ImageRegime) => meanOf(labels(regime), gain);
    const rescaledGain = (regime: ImageRegime) => meanOf(rescaled(regime), gain);
    const times = gained('contrastive') / gained('permuted');
    const [, contrastive] = conditionsOf(claim('digits-dsmi-generalisation'));
    const end = (regime: ImageRegime) => where(images, (row) => row.regime === regime && row.step === final);
    const accuracies = courses('supervised', ({ val_acc }) => val_acc);
    return {
      'digits-peak': between(supervised.map(({ values }) => max(values)!)),
      'digits-peak-step': count(max(supervised, peak)!),
      'digits-fall': first === 0 && supervised.every(falls),
      'digits-end': bits(meanOf(supervised, last)),
      'digits-last-step': count(final),
      'digits-accuracy-rises': accuracies.every((course, i) => {
        const top = course.times.indexOf(peak(supervised[i]));
        return last(course) > course.values[top];
      }),
      'digits-length': count(meanOf(end('supervised'), ({ norm }) => norm)),
      'digits-rescaled-stays': rescaled('supervised').every(
        (course) => last(course) > 0.95 * max(course.values)!,
      ),
      'digits-rescaled-end': between(rescaled('supervised').map(last)),
      'digits-inputs-alike':
        inputs.every(falls) &&
        mean(inputs, ({ values }, i) => spearman(values, supervised[i].values))! > 0.75,
      'probe-accuracy': percent(meanOf(end('contrastive'), ({ val_acc }) => val_acc)),
      'contrastive-gain': bits(gained('contrastive')),
      'contrastive-times': significant(times, 2),
      'contrastive-open': contrastive.verdict === 'inconclusive',
      'contrastive-short':
        meanOf(end('contrastive'), ({ norm }) => norm) < meanOf(end('supervised'), ({ norm }) => norm) / 5,
      'contrastive-rescaled-gain': bits(rescaledGain('contrastive')),
      'permuted-gain-nothing': rescaledGain('permuted') < 0.05,
      'digits-memorised': percent(meanOf(end('permuted'), ({ train_acc }) => train_acc)),
      'memorising-climbs-and-falls': permuted.every(falls) && permuted.every((course) => gain(course) < 0.5),
      'memorising-peak': between(permuted.map(({ values }) => max(values)!)),
      'memorising-end': bits(meanOf(permuted, last)),
      'memorising-length': count(meanOf(end('permuted'), ({ norm }) => norm)),
      'memorising-moves-digits': claim('digits-dsmi-stagnates-memorising').verdict === 'not reproduced',
      'memorising-level': rescaled('permuted').every(({ values }) => max(values)! - values[0] < 0.2),
    };
  }),
  part([], () => {
    const { batch, checkpoints, readImages, seeds, trainImages } = definition.profiles.full!;
    return {
      'digits-epochs': countInWords((greatest(checkpoints)! * batch) / trainImages),
      'digits-images': count(trainImages),
      'digits-read': count(readImages),
      'digits-seeds': countInWords(seeds),
    };
  }),
];
