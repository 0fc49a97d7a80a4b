import type { Scale } from '../../src/lib/experiment/scale.js';
import type { Setting } from '../../src/papers/gain-control/setting.js';

/** The scale of an experiment on networks whose weights we chose. */
export function standInScale(
  { neurons, stimuli }: Pick<Setting, 'neurons' | 'stimuli'>,
  { repetitions, training = 'none' }: { readonly repetitions: string; readonly training?: string },
): Scale {
  return {
    level: 'stand-in',
    data: { here: `${stimuli} orientations`, paper: 'published recordings of visual cortex' },
    model: {
      here: `${neurons} neurons, equations reconstructed, weights of our choice`,
      paper: 'recurrent network set against those recordings',
    },
    training,
    repetitions,
  };
}
