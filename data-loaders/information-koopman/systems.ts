import type { Context, Definition, RunEvent } from '../../src/lib/experiment/experiment.js';
import { full, quick, type SystemsParameters } from './systems-parameters.js';
import { tables } from './systems-tables.js';

export const definition = {
  title: 'Koopman autoencoders',
  description:
    'Autoencoders whose latents obey one matrix, trained with and without the terms of the information-theoretic Lagrangian, on the wake of a cylinder and on systems of ordinary differential equations.',
  tables,
  profiles: { quick, full },
  seed: 1,
  compute: 'tensors',
  parts: ({ systems }) => systems.map((id) => ({ id, cost: id === 'vortex' ? 2 : 1 })),
} as const satisfies Definition<SystemsParameters>;

export async function* run(context: Context<SystemsParameters>): AsyncGenerator<RunEvent, void, void> {
  const { runSystem } = await import('./systems-run.js');
  yield* runSystem(context);
}
