import { type Candidate, candidates, type Probe } from './backend-candidates.js';
import { Failure, unknownName } from './failure.js';
import { packageVersion } from './package-folder.js';
import { startBackend } from './start-backend.js';

/** The environment variable that asks for a backend by name. */
export const backendVariable = 'LITMUS_BACKEND';

/** What there is, and why it was taken. */
export interface ChosenBackend {
  /** TensorFlow.js's name: `tensorflow`, `webgpu`, `wasm` or `cpu`. */
  readonly name: string;
  /** Processor or accelerator, in words. */
  readonly device: string;
  readonly why: string;
}

/** A TensorFlow.js backend that is ready to compute. */
export interface PreparedBackend extends ChosenBackend {
  /** Versions of the packages that compute. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A line of `litmus doctor`. */
export interface InspectedBackend extends Probe {
  readonly name: string;
  readonly package: string;
}

/** The names by which a backend can be asked for. */
export const backendNames: readonly string[] = [...new Set(candidates.map(({ name }) => name))];

/** Looks at every backend, in the order of preference; one line a package, the better one where it has two uses. */
export async function inspectBackends(): Promise<InspectedBackend[]> {
  const inspected = new Map<string, InspectedBackend>();
  for (const { name, package: from, probe } of candidates)
    if (inspected.get(from)?.state !== 'available')
      inspected.set(from, { name, package: from, ...(await probe(false)) });
  return [...inspected.values()];
}

/**
 * The first backend that has hardware here to run on, or the one asked for. A software WebGPU adapter is only
 * used by name: it would pass for a GPU and is slower than WebAssembly.
 *
 * @param request a backend's name; that of the environment variable where omitted
 * @throws {Failure} if the backend asked for is not there, saying what is missing
 */
export async function chooseBackend(
  request: string | undefined = process.env[backendVariable] || undefined,
): Promise<ChosenBackend> {
  return (await choose(request)).chosen;
}

let prepared: { readonly request: string | undefined; readonly backend: PreparedBackend } | undefined;

/**
 * Chooses as {@link chooseBackend} does and makes the backend this thread's own, with all operations that
 * training needs. Repeating it with the same request costs nothing.
 */
export async function prepareBackend(
  request: string | undefined = process.env[backendVariable] || undefined,
): Promise<PreparedBackend> {
  if (prepared && prepared.request === request) return prepared.backend;
  const { chosen, candidate } = await choose(request);
  await startBackend(candidate);
  const packages = ['@tensorflow/tfjs-core', candidate.package, ...(candidate.with ?? [])];
  const versions = Object.fromEntries(
    await Promise.all(packages.map(async (name) => [name, await packageVersion(name)])),
  ) as Record<string, string>;
  prepared = { request, backend: { ...chosen, versions } };
  return prepared.backend;
}

async function choose(request: string | undefined): Promise<{ chosen: ChosenBackend; candidate: Candidate }> {
  const named = request === undefined ? candidates : candidates.filter(({ name }) => name === request);
  if (named.length === 0) throw unknownName('backend', request!, backendNames);
  const reasons: string[] = [];
  for (const candidate of named) {
    const probe = await candidate.probe(request !== undefined);
    if (probe.state === 'available' || (probe.state === 'by name only' && request !== undefined)) {
      const why = request === undefined ? automatic(candidate, reasons) : 'asked for by name';
      return { candidate, chosen: { name: candidate.name, device: probe.device!, why } };
    }
    reasons.push(`${candidate.package}: ${probe.reason}`);
  }
  throw new Failure(`the backend "${request}" is not there: ${reasons.join('; ')}`);
}

function automatic({ name }: Candidate, passedOver: readonly string[]): string {
  return passedOver.length === 0
    ? 'the first choice'
    : `${name} is the first there is (${passedOver.join('; ')})`;
}
