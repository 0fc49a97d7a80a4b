import { randomUUID } from 'node:crypto';

/** Version of the Jupyter messaging specification that is spoken here. */
export const protocolVersion = '5.4';

/** The sockets that carry messages; the heartbeat carries bare bytes. */
export type Channel = 'shell' | 'control' | 'stdin' | 'iopub';

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Jupyter messaging specification, "General message format". */
export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  /** ISO 8601. */
  readonly date: string;
  readonly msg_type: string;
  readonly version: string;
}

/** A message, whichever wire brought it. */
export interface Message {
  readonly header: Header;
  /** That of the request which this message answers; empty for one that nothing caused. */
  readonly parent: Header | Record<string, never>;
  readonly metadata: Json;
  readonly content: Json;
  readonly buffers?: readonly Uint8Array[];
  /** Where a ROUTER socket must send an answer. */
  readonly identities?: readonly Uint8Array[];
}

/** A message that this side begins. */
export function createMessage(
  type: string,
  content: Json,
  origin: {
    readonly session: string;
    readonly parent?: Message['parent'];
    readonly metadata?: Json;
    readonly username?: string;
    readonly buffers?: readonly Uint8Array[];
    readonly identities?: readonly Uint8Array[];
  },
): Message {
  const { session, parent = {}, metadata = {}, username = 'litmus', buffers, identities } = origin;
  return {
    header: {
      msg_id: randomUUID(),
      session,
      username,
      date: new Date().toISOString(),
      msg_type: type,
      version: protocolVersion,
    },
    parent,
    metadata,
    content,
    buffers,
    identities,
  };
}

/** Whether a value read from a wire is a JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object read from a wire has what a header must have. */
export function isHeader(value: unknown): value is Header {
  if (!isJson(value)) return false;
  return ['msg_id', 'session', 'username', 'msg_type'].every((field) => typeof value[field] === 'string');
}
