import { type Table, tableOf } from '../../lib/estimation/table.js';
import { random } from '../../lib/statistics/random.js';

const rows = 400;

/**
 * A made-up trial to begin with: a dose that helps up to a point, which no correlation sees, three groups that differ in
 * weight, which is rounded and sometimes missing, and a temperature that has to do with nothing.
 */
export function exampleTable(): Table {
  const { uniform, normal, integer } = random(1, 'example');
  const groups = ['north', 'south', 'west'];
  const trial = Array.from({ length: rows }, () => {
    const dose = 10 * uniform();
    const group = integer(groups.length);
    const weight = Math.round(62 + 8 * group + 7 * normal());
    return {
      dose: rounded(dose),
      response: rounded(5 - 0.2 * (dose - 5) ** 2 + 0.5 * normal()),
      group: groups[group],
      weight: uniform() < 0.02 ? null : weight,
      temperature: rounded(18 + 2 * normal()),
    };
  });
  const names = Object.keys(trial[0]) as (keyof (typeof trial)[number])[];
  const columns = new Map(names.map((name) => [name, trial.map((row) => row[name])]));
  return tableOf('the example', { columns, notes: [] });
}

/** As many digits as an instrument might give, so that hardly a value repeats. */
const rounded = (value: number) => Number(value.toFixed(4));
