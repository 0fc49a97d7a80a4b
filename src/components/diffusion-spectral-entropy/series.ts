import { series } from '../series.js';

/** What networks of the synthetic task are trained on. */
export const labelRegimes = series({ clean: 'learns true labels', wrong: 'memorises permuted labels' });

/** What networks that see digits are trained on. */
export const imageRegimes = series({
  supervised: 'learns true labels',
  permuted: 'memorises permuted labels',
  contrastive: 'compares views, without labels',
});

/** Estimators of the information of labels; of the three CSMI, which are all 0, the one with the fewest bins. */
export const estimators = series(
  {
    dsmi: 'DSMI',
    mine: 'MINE (neural bound)',
    kraskov: 'nearest neighbours',
    'csmi-5': 'CSMI (5 bins)',
    truth: 'true information',
  },
  { look: { truth: { color: 'var(--ink)', dash: 5 } } },
);

/** The diffusion spectral entropy at each number of steps, and the entropy of bins. */
export function entropies(steps: readonly number[]) {
  const labels = Object.fromEntries(steps.map((t) => [`dse-${t}`, `DSE, t = ${t}`]));
  return series({ ...labels, cse: 'CSE' }, { look: { cse: { color: 'var(--ink-soft)', dash: 6 } } });
}
