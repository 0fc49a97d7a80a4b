import type { Known, Replay } from './dataflow.js';
import { GlobalName } from './value-of.js';

/**
 * How computations are taken over from one dataflow by the next: each stands as long as its inputs are what the
 * same computations had come to before. What is run at once may change one of them before it has been replayed.
 *
 * @param all what the computations came to
 * @param isBuiltin whether a name is the same for every dataflow
 */
export function replays(
  all: Iterable<Known>,
  isBuiltin: (name: string) => boolean,
): (known: Known, inputs: readonly string[]) => Replay {
  const before = new Map([...all].flatMap(({ defined }) => [...defined]));
  const isChanged = (name: string, value: unknown) => {
    const outcome = before.get(name);
    if (outcome) return outcome.state !== 'fulfilled' || !Object.is(value, outcome.value);
    return !isBuiltin(name) && !(value instanceof GlobalName);
  };
  return (known, inputs) => ({
    known,
    changed: (values) => inputs.some((name, i) => isChanged(name, values[i])),
  });
}
