import { distributionOf, distributions } from '../../papers/estimators/distributions.js';
import { type Control, control, optionsOf, range, select } from '../control.js';
import { element } from '../element.js';
import { type Form, form } from '../form.js';
import type { BenchSettings } from './bench-progress.js';

/** The laws to choose from. */
export const laws = distributions.map(({ id, label }) => [label, id] as const);

/** What is drawn, and how often. A law of one dimension alone, or of one shape, shuts the control that has no effect. */
export function benchSettings(): Control<BenchSettings> & Pick<Form, 'fields'> {
  const distribution = select('Distribution', laws);
  const dimension = range('Dimension', { min: 1, max: 10, step: 1, value: 2 });
  const shape = range('Stretch s', { min: 0, max: 2, step: 0.1, value: 0.5 });
  const chosen = form({
    distribution,
    dimension,
    n: select('Samples', optionsOf([50, 100, 200, 500, 1000, 2000]), 200),
    information: range('True information (nats)', { min: 0.1, max: 5, step: 0.1, value: 1 }),
    shape,
    repetitions: range('Repetitions', { min: 2, max: 50, step: 1, value: 10 }),
    seed: range('Seed', { min: 1, max: 20, step: 1, value: 1 }),
  });
  const law = () => distributionOf(distribution.value);
  const shut = () => {
    dimension.querySelector('input')!.disabled = law().dimension !== undefined;
    shape.querySelector('input')!.disabled = law().shape === undefined;
  };
  distribution.addEventListener('input', shut);
  shut();
  const settings = control(element('div', { class: 'form' }, chosen), () => ({
    ...chosen.value,
    dimension: law().dimension ?? dimension.value,
    shape: law().shape ? shape.value : 0,
  }));
  return Object.assign(settings, { fields: chosen.fields });
}
