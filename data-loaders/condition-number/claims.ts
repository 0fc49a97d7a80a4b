import { claimsOn } from '../../src/lib/claims/claims-on.js';
import { tables } from '../../src/papers/condition-number/tables.js';
import { forgettingClaims } from './claims-forgetting.js';
import { theoryClaims } from './claims-theory.js';

export { coverage } from '../../src/papers/condition-number/coverage.js';

const claim = claimsOn(tables);

/** All claims of the paper, in the order of its sections. */
export const claims = [
  ...theoryClaims,
  ...forgettingClaims,
  claim({
    id: 'language-models',
    statement:
      'Adapted to a new task, large language models forget less where the tensors of low condition number are tuned.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'catastrophic forgetting is effectively mitigated',
    untested:
      'networks of tens of thousands of weights on synthetic sources cannot stand for them; it would take a graphics processor for some hours, with TinyLlama-1.1B and OLMoE-1B-7B, AG News, tweets labelled for irony, and WikiText-2',
  }),
  claim({
    id: 'language-models-adapters',
    statement:
      'Adapting OLMoE-1B-7B to sarcasm and DeepSeek-V2-Lite to film reviews by KappaTune works better on the task than LoRA, with much less forgetting.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'notes of versions 2 and 3' },
    reported: 'better on the task, much less forgetting',
    untested:
      'it would take a graphics processor of 80 GB for a day, the models of 7 and 16 billion weights, and both methods tuned on validation data at equal cost',
  }),
  claim({
    id: 'six-times-less',
    statement: 'KappaTune forgets six times less than LoRA.',
    origin: 'body',
    source: { grade: 'second-hand', place: 'author’s announcement of version 2' },
    reported: '6 times less',
    untested:
      'it is a number about one language model, and hangs on where each method is stopped: the official runs differ in epochs and in rank; it would take those runs at equal adaptation',
  }),
  claim({
    id: 'new-modality',
    statement:
      'Adapting a language model to another kind of input, KappaTune effectively mitigates forgetting.',
    origin: 'abstract',
    source: { grade: 'text', place: 'abstract, sentence 7' },
    reported: 'catastrophic forgetting is effectively mitigated, for a new input modality too',
    untested:
      'it would take a language model, an encoder of a second modality with data that pair the two, and a graphics processor; none is trained here',
  }),
];
