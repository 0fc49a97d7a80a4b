import { claimsOn } from '../../src/lib/experiment/claims-on.js';
import { tables } from '../../src/papers/condition-number/tables.js';
import { forgettingClaims } from './claims-forgetting.js';
import { theoryClaims } from './claims-theory.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...theoryClaims,
  ...forgettingClaims,
  claim({
    id: 'language-models',
    statement:
      'Adapting OLMoE-1B-7B to sarcasm and DeepSeek-V2-Lite to film reviews by KappaTune works better on the task than LoRA, with much less forgetting.',
    kind: 'qualitative',
    reported: {
      value: 'better on the task, much less forgetting',
      where: 'notes of versions 2 and 3',
      recalled: true,
    },
    untested:
      'models of 7 and 16 billion weights, and the texts they are tuned and judged on, are beyond what runs here; a small network on synthetic sources cannot stand for them',
  }),
  claim({
    id: 'six-times-less',
    statement: 'KappaTune forgets six times less than LoRA.',
    kind: 'quantitative',
    reported: { value: '6 times less', where: 'author’s announcement of version 2', recalled: true },
    untested:
      'it is a number about one language model, and hangs on where each method is stopped: the official runs differ in epochs and in rank',
  }),
  claim({
    id: 'new-modality',
    statement: 'Adapting a language model to another kind of input, KappaTune forgets less than baselines.',
    kind: 'qualitative',
    reported: { value: 'less catastrophic forgetting', where: 'notes of version 1', recalled: true },
    untested: 'it needs a language model and a second modality; none is trained here',
  }),
];
