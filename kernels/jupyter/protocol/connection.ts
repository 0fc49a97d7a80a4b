import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../engine/failure.js';
import { writeWholeFile } from '../../engine/whole-file.js';
import { isJson } from './message.js';

/** What a connection file holds: where a kernel listens, and the key of its signatures. */
export interface ConnectionInfo {
  readonly transport: string;
  readonly ip: string;
  readonly shell_port: number;
  readonly control_port: number;
  readonly stdin_port: number;
  readonly iopub_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: string;
  readonly kernel_name?: string;
}

const ports = ['shell_port', 'control_port', 'stdin_port', 'iopub_port', 'hb_port'] as const;

/** A new kernel's: on loopback, each port chosen when its socket is bound, with a key of its own. */
export function freshConnection(): ConnectionInfo {
  return {
    transport: 'tcp',
    ip: '127.0.0.1',
    shell_port: 0,
    control_port: 0,
    stdin_port: 0,
    iopub_port: 0,
    hb_port: 0,
    key: randomUUID(),
    signature_scheme: 'hmac-sha256',
    kernel_name: 'litmus',
  };
}

/** @throws {Failure} where the file cannot be read, or asks for what is not spoken here. */
export async function readConnection(file: string): Promise<ConnectionInfo> {
  let info: unknown;
  try {
    info = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`the connection file ${file} cannot be read: ${why}`, 2, { cause });
  }
  const wrong = problem(info);
  if (wrong) throw new Failure(`the connection file ${file} ${wrong}`, 2);
  const usual = { transport: 'tcp', signature_scheme: 'hmac-sha256' };
  return { ...usual, ...(info as ConnectionInfo) };
}

function problem(info: unknown): string | undefined {
  if (!isJson(info)) return 'holds no JSON object';
  const { transport = 'tcp', signature_scheme: scheme = 'hmac-sha256' } = info;
  if (transport !== 'tcp' && transport !== 'ipc')
    return `asks for the transport ${JSON.stringify(transport)}; there are tcp and ipc`;
  if (scheme !== 'hmac-sha256')
    return `asks for signatures by ${JSON.stringify(scheme)}; there is hmac-sha256`;
  if (typeof info.ip !== 'string' || typeof info.key !== 'string') return 'lacks "ip" or "key"';
  const missing = ports.filter((port) => !Number.isInteger(info[port]));
  return missing.length > 0 ? `lacks ${missing.join(', ')}` : undefined;
}

/** Writes the file readable by its owner alone: whoever has the key can run code. */
export async function writeConnection(file: string, info: ConnectionInfo): Promise<void> {
  await writeWholeFile(file, `${JSON.stringify(info, null, 2)}\n`, 0o600);
}
