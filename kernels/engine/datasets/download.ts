import { setTimeout as sleep } from 'node:timers/promises';
import { DatasetError, type DatasetProblem } from './dataset-error.js';
import { type Disk, writing } from './disk.js';
import { beginPart, discardPart, type Resumable, resumable } from './partial-file.js';

/** How far a download is, in bytes of the archive. */
export interface DownloadProgress {
  readonly received: number;
  /** `null` where the server does not say. */
  readonly total: number | null;
  /** 1, and one more each time the transfer was taken up again. */
  readonly attempt: number;
}

export interface DownloadOptions {
  readonly fetch: typeof fetch;
  readonly disk: Disk;
  readonly signal?: AbortSignal;
  onProgress?(progress: DownloadProgress): void;
  /** Told what went wrong before a transfer is taken up again. */
  log?(message: string): void;
  /** Give up where more bytes than these come. */
  readonly limit: number;
  /** Milliseconds in which a connection that is not dead brings {@link leastRate}. */
  readonly stallTimeout: number;
  /** How often a transfer that broke is taken up again. */
  readonly retries: number;
  /** Milliseconds before the first retry; doubled before each further one. */
  readonly retryDelay: number;
}

/** Bytes a second below which a transfer would take longer than anybody waits. */
const leastRate = 1_000;

const passing: readonly DatasetProblem[] = ['unreachable', 'unavailable', 'stalled', 'truncated'];

/**
 * Downloads a file to `part`. A transfer that breaks is continued by a range request (RFC 9110, section 14),
 * conditional on the server's validator so that two versions are never spliced; where the server cannot do
 * that it begins again. On failure `part` stays only if a later call can continue it.
 *
 * @throws {DatasetError} when the retries are used up or would not help.
 * @throws the reason of `signal`, when it aborts.
 */
export async function download(url: string, part: string, options: DownloadOptions): Promise<void> {
  const { retries, retryDelay, signal, log } = options;
  if (!/^https?:$/.test(new URL(url).protocol))
    throw new DatasetError('refused', `${url}: only http: and https: addresses are fetched`);
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transfer(url, part, attempt, options);
      } catch (error) {
        signal?.throwIfAborted();
        if (attempt > retries || !mayPass(error)) throw error;
        log?.(`${(error as Error).message}; trying again (${attempt} of ${retries})`);
        await sleep(retryDelay * 2 ** (attempt - 1), undefined, { signal });
      }
    }
  } catch (error) {
    const keep = (signal?.aborted || mayPass(error)) && (await resumable(part, url));
    if (!keep) await discardPart(part);
    signal?.throwIfAborted();
    throw error;
  }
}

const mayPass = (error: unknown) => error instanceof DatasetError && passing.includes(error.problem);

async function transfer(url: string, part: string, attempt: number, options: DownloadOptions): Promise<void> {
  const { signal, disk, limit, onProgress } = options;
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), options.stallTimeout);
  const signals = signal ? [signal, stalled.signal] : [stalled.signal];
  let received = 0;
  // Bytes since the time last began to run.
  let fresh = 0;
  let total: number | null = null;
  const sofar = () => `after ${received} of ${total ?? 'an unknown number of'} bytes`;
  const broken = (problem: DatasetProblem, what: string, cause: unknown) =>
    stalled.signal.aborted
      ? new DatasetError(
          'stalled',
          `${url}: ${fresh === 0 ? 'nothing' : `only ${fresh} bytes`} came for ${options.stallTimeout / 1000} s, ${sofar()}`,
        )
      : new DatasetError(problem, `${url}: ${what} (${reason(cause)})`, { cause });

  try {
    const before = await resumable(part, url);
    const response = await options
      .fetch(url, { headers: requestHeaders(before), signal: AbortSignal.any(signals) })
      .catch((cause: unknown) => {
        throw wrongAnswer(url, cause) ?? broken('unreachable', 'there is no connection', cause);
      });
    const start = await startOf(response, url, part, before);
    if (start === undefined) return;
    received = start;
    // A body that was compressed on its way is unpacked as it comes: lengths and ranges count other bytes then.
    const packed = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
    total = packed ? null : (rangeOf(response)?.total ?? lengthOf(response));
    if (received === 0)
      await writing(part, () => beginPart(part, url, packed ? new Headers() : response.headers));

    const reader = response.body!.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read().catch((cause: unknown) => {
          throw broken('truncated', `the connection broke ${sofar()}`, cause);
        });
        if (done) break;
        fresh += value.length;
        if (fresh * 1000 >= leastRate * options.stallTimeout) {
          timer.refresh();
          fresh = 0;
        }
        if (received + value.length > limit)
          throw new DatasetError(
            'oversized',
            `${url}: sends more than the ${limit} bytes that could be right`,
          );
        await writing(part, () => disk.append(part, value));
        received += value.length;
        onProgress?.({ received, total, attempt });
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
    if (total !== null && received !== total)
      throw new DatasetError('truncated', `${url}: the server ended ${sofar()}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The byte of the file at which the body begins; `undefined` where none is lacking.
 *
 * @throws {DatasetError} where the answer is of no use, the part then discarded if it is to blame.
 */
async function startOf(
  response: Response,
  url: string,
  part: string,
  before: Resumable | undefined,
): Promise<number | undefined> {
  const range = rangeOf(response);
  const { status } = response;
  if (status === 200) return 0;
  if (status === 206 && (range?.start === 0 || (before && range?.start === before.size))) return range.start;
  await response.body?.cancel();
  if (status === 416 && before && range?.total === before.size) return undefined;
  if (status !== 206 && !(status === 416 && before)) throw statusError(url, response);
  await discardPart(part);
  throw new DatasetError('truncated', `${url}: the server sent another range than it was asked for`);
}

function requestHeaders(before: Resumable | undefined): Record<string, string> {
  // Lengths and ranges count the bytes that travel: they must be the file's own.
  const plain = { 'accept-encoding': 'identity' };
  return before ? { ...plain, range: `bytes=${before.size}-`, 'if-range': before.validator } : plain;
}

function lengthOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null ? null : Number(length);
}

/** Reads `bytes 100-199/1000`, or the `bytes *` form that comes with status 416, whose start is NaN. */
function rangeOf({ headers }: Response): { start: number; total: number | null } | undefined {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
  return match ? { start: Number(match[1]), total: match[2] === '*' ? null : Number(match[2]) } : undefined;
}

function statusError(url: string, { status, statusText }: Response): DatasetError {
  const answer = `${url}: the server answered ${status} ${statusText}`.trim();
  return status >= 500 || status === 429 || status === 408
    ? new DatasetError('unavailable', `${answer}; try again later`)
    : new DatasetError('refused', `${answer}; the file may have moved`);
}

/** What is wrong with answers that came and that `fetch` refuses, by its code or its message for them. */
const wrongAnswers: ReadonlyMap<string | undefined, string> = new Map([
  ['redirect count exceeded', 'the server redirects without end'],
  ['URL scheme must be a HTTP(S) scheme', 'the server redirects to an address that is none of the web'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the server sends more headers than can be right'],
]);

/** The error for an answer that would be the same if it were asked for again. */
function wrongAnswer(url: string, error: unknown): DatasetError | undefined {
  const { message, code } = ((error as Error).cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const what = wrongAnswers.get(code) ?? wrongAnswers.get(message);
  if (what === undefined) return undefined;
  return new DatasetError('refused', `${url}: ${what}; the file may have moved`, { cause: error });
}

function reason(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error
    ? cause.message || ((cause as NodeJS.ErrnoException).code ?? message)
    : message;
}
