/** The subprotocol by which both ends say that they speak these frames. */
export const kernelSubprotocol = 'v1.kernel.websocket.jupyter.org';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What identifies a message (Jupyter messaging specification, "General message format"). */
export interface KernelHeader {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  /** ISO 8601. */
  readonly date: string;
  readonly msg_type: string;
  readonly version: string;
}

/** A message of a kernel as one WebSocket frame carries it. */
export interface KernelMessage {
  /** `shell`, `control`, `stdin` or `iopub`: which of a kernel's sockets it came from or goes to. */
  readonly channel: string;
  readonly header: KernelHeader;
  /** The header of the request that this message answers; empty for one that nothing caused. */
  readonly parent: KernelHeader | Record<string, never>;
  readonly metadata: JsonObject;
  readonly content: JsonObject;
  readonly buffers: readonly Uint8Array<ArrayBuffer>[];
}

/** Channel, header, parent header, metadata, content: what every frame holds before its buffers. */
const fixedParts = 5;
const word = 8;

/**
 * One binary frame of the subprotocol `v1.kernel.websocket.jupyter.org` (Jupyter Server, "WebSocket kernel wire
 * protocols"): the number of offsets, then the offsets, all unsigned 64-bit integers, little-endian; then the
 * parts that begin at these offsets, the last offset being the end of the frame: channel in UTF-8, header,
 * parent header, metadata and content in JSON, and the buffers as they are.
 */
export function encodeFrame(
  message: Omit<KernelMessage, 'buffers'> & { readonly buffers?: readonly Uint8Array[] },
): Uint8Array<ArrayBuffer> {
  const { channel, header, parent, metadata, content, buffers = [] } = message;
  const text = new TextEncoder();
  const json = [header, parent, metadata, content].map((part) => text.encode(JSON.stringify(part)));
  const parts = [text.encode(channel), ...json, ...buffers];

  const start = word * (1 + parts.length + 1);
  const frame = new Uint8Array(parts.reduce((end, { length }) => end + length, start));
  const view = new DataView(frame.buffer);
  view.setBigUint64(0, BigInt(parts.length + 1), true);
  let offset = start;
  parts.forEach((part, i) => {
    view.setBigUint64(word * (1 + i), BigInt(offset), true);
    frame.set(part, offset);
    offset += part.length;
  });
  view.setBigUint64(word * (1 + parts.length), BigInt(offset), true);
  return frame;
}

/**
 * The message of a frame that {@link encodeFrame}, or another speaker of the subprotocol, wrote. Buffers are
 * copies, so that they begin where a typed array of any kind may begin.
 *
 * @throws {RangeError} for a frame that is malformed, and in what way; nothing outside it is read.
 */
export function decodeFrame(bytes: Uint8Array | ArrayBuffer): KernelMessage {
  const frame = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const offsets = readOffsets(frame);
  const part = (i: number) => frame.subarray(offsets[i], offsets[i + 1]);

  const [header, parent, metadata, content] = ['header', 'parent header', 'metadata', 'content'].map(
    (name, i) => parseObject(part(1 + i), name),
  );
  if (!isHeader(header)) throw malformed('its header lacks a field');
  return {
    channel: decodeText(part(0), 'channel'),
    header,
    parent: isHeader(parent) ? parent : {},
    metadata,
    content,
    buffers: Array.from({ length: offsets.length - 1 - fixedParts }, (_, i) =>
      Uint8Array.from(part(fixedParts + i)),
    ),
  };
}

/** Where the parts begin, and where the last one ends. */
function readOffsets(frame: Uint8Array): number[] {
  if (frame.length < word) throw malformed(`${frame.length} bytes hold no number of offsets`);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const count = view.getBigUint64(0, true);
  if (count < fixedParts + 1) throw malformed(`${count} offsets are too few for a message`);
  // As big integers: a number above 2⁵³ must not be rounded into the frame.
  if ((count + 1n) * BigInt(word) > frame.length)
    throw malformed(`${count} offsets do not fit into its ${frame.length} bytes`);

  const offsets: number[] = [];
  let least = (count + 1n) * BigInt(word);
  for (let i = 0; i < count; i++) {
    const offset = view.getBigUint64(word * (1 + i), true);
    if (offset < least || offset > frame.length)
      throw malformed(`offset ${i} is ${offset}, not between ${least} and ${frame.length}`);
    offsets.push(Number(offset));
    least = offset;
  }
  if (offsets.at(-1) !== frame.length)
    throw malformed(`it ends at ${offsets.at(-1)} and has ${frame.length} bytes`);
  return offsets;
}

function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed(`its ${name} is no UTF-8`);
  }
}

function parseObject(bytes: Uint8Array, name: string): JsonObject {
  const text = decodeText(bytes, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(`its ${name} is no JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`its ${name} is no JSON object`);
  return value as JsonObject;
}

function isHeader(value: object): value is KernelHeader {
  return ['msg_id', 'session', 'username', 'msg_type'].every(
    (field) => typeof (value as JsonObject)[field] === 'string',
  );
}

function malformed(why: string): RangeError {
  return new RangeError(`malformed kernel frame: ${why}`);
}
