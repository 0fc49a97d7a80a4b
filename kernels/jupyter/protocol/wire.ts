import { createHmac, timingSafeEqual } from 'node:crypto';
import { isHeader, isJson, type Json, type Message } from './message.js';

/** Ends the routing prefix: identities before it, the message after it. */
const delimiter = Buffer.from('<IDS|MSG>');

/** Signatures that are remembered, so that a message sent again is known; the oldest are forgotten first. */
const remembered = 65_536;

/** A message that must not be acted upon. Its sender cannot be trusted, so it gets no answer. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** Turns messages into frames and back. */
export interface Wire {
  encode(message: Message): Uint8Array[];
  /** @throws {WireError} for frames that are malformed, wrongly signed, or were here before. */
  decode(frames: readonly Uint8Array[]): Message;
}

/**
 * The wire format of Jupyter's ZeroMQ sockets: identities, a delimiter, an HMAC-SHA256 signature in hex over the
 * four JSON frames, these frames (header, parent header, metadata, content), then raw buffers.
 *
 * @param key of the signatures; an empty one turns them off, as the specification says
 */
export function wire(key: string): Wire {
  const seen = new Set<string>();

  const sign = (frames: readonly Uint8Array[]) => {
    const hmac = createHmac('sha256', key);
    for (const frame of frames) hmac.update(frame);
    return hmac.digest();
  };

  const verify = (signature: Uint8Array, frames: readonly Uint8Array[]) => {
    if (key === '') return;
    const text = Buffer.from(signature).toString('latin1');
    const given = Buffer.from(text, 'hex');
    const expected = sign(frames);
    // A comparison that stops at the first difference would tell an attacker how much of a guess was right.
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new WireError('the signature is wrong');
    // A digest in capitals is the same one.
    const digest = expected.toString('hex');
    if (seen.has(digest)) throw new WireError('the message was here before');
    seen.add(digest);
    if (seen.size > remembered) seen.delete(seen.values().next().value!);
  };

  return {
    encode({ header, parent, metadata, content, buffers = [], identities = [] }) {
      const frames = [header, parent, metadata, content].map((part) => Buffer.from(JSON.stringify(part)));
      const signature = Buffer.from(key === '' ? '' : sign(frames).toString('hex'));
      return [...identities, delimiter, signature, ...frames, ...buffers];
    },

    decode(frames) {
      const start = frames.findIndex((frame) => delimiter.equals(frame));
      if (start < 0) throw new WireError('no <IDS|MSG> delimiter');
      const signed = frames.slice(start + 2, start + 6);
      if (signed.length < 4) throw new WireError(`${signed.length} of 4 JSON frames`);
      verify(frames[start + 1], signed);
      const [header, parent, metadata, content] = signed.map(parse);
      if (!isHeader(header)) throw new WireError('the header lacks a field');
      return {
        header,
        parent: isHeader(parent) ? parent : {},
        metadata,
        content,
        buffers: frames.slice(start + 6),
        identities: frames.slice(0, start),
      };
    },
  };
}

function parse(frame: Uint8Array): Json {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(frame));
  } catch (cause) {
    throw new WireError('a frame is no JSON', { cause });
  }
  if (!isJson(value)) throw new WireError('a frame is no JSON object');
  return value;
}
