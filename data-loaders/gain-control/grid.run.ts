import type { RunContext, RunEvents } from '../../src/lib/experiment/experiment.js';
import { adaptation } from '../../src/papers/gain-control/adaptation.js';
import { sensitivityOf } from '../../src/papers/gain-control/adapted-population.js';
import { gainsOnInput } from '../../src/papers/gain-control/gain-network.js';
import { closedFormGains, networkForms } from '../../src/papers/gain-control/optimal-gains.js';
import { orientationPopulation } from '../../src/papers/gain-control/orientation-population.js';
import { populationOf } from '../../src/papers/gain-control/setting.js';
import { shownEffects } from '../../src/papers/gain-control/shown-effects.js';
import {
  driveEnsemble,
  orientationEnsemble,
  uniformEnsemble,
} from '../../src/papers/gain-control/stimulus-ensemble.js';
import type { GridRow } from '../../src/papers/gain-control/tables.js';
import type { definition } from './grid.js';

/** Deterministic: the seed is not used. */
export async function* run({
  params,
  part,
  signal,
}: RunContext<typeof definition>): RunEvents<typeof definition> {
  const { excitation } = part.of;
  const networks = params.inhibitions.flatMap((inhibition) =>
    params.excitationWidths.map((excitationWidth) => ({ excitation, inhibition, excitationWidth })),
  );
  for (const [index, changed] of networks.entries()) {
    signal.throwIfAborted();
    yield { table: 'grid', rows: networkRows(params, changed) };
    yield { progress: (index + 1) / networks.length };
  }
}

interface Recurrence {
  readonly excitation: number;
  readonly inhibition: number;
  readonly excitationWidth: number;
}

/** A network under every objective. */
function networkRows(params: RunContext<typeof definition>['params'], recurrence: Recurrence): GridRow[] {
  const { stimuli, adapter, probability } = params;
  const population = orientationPopulation(populationOf(params, recurrence));
  const network = gainsOnInput(population.recurrence);
  const forms = networkForms(network.decoder, sensitivityOf(network));
  const control = driveEnsemble(population, uniformEnsemble(stimuli));
  const adapted = driveEnsemble(population, orientationEnsemble(stimuli, adapter, probability));
  return params.alphas.flatMap((alpha) =>
    params.gammas.map((gamma): GridRow => {
      const [g0, g1] = [control, adapted].map((of) => closedFormGains(forms, of, { alpha, gamma }));
      const found = adaptation({ network, population, control, adapted, g0, g1, adapter });
      return {
        excitation: recurrence.excitation,
        inhibition: recurrence.inhibition,
        excitation_width: recurrence.excitationWidth,
        alpha,
        gamma,
        ...shownEffects(found),
      };
    }),
  );
}
