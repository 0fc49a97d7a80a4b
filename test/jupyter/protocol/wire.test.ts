import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessage, type Message } from '../../../kernels/jupyter/protocol/message.js';
import { wire, WireError } from '../../../kernels/jupyter/protocol/wire.js';

const bytes = (text: string) => Buffer.from(text);
const message = createMessage('execute_request', { code: '1' }, { session: 's' });
const delimiter = bytes('<IDS|MSG>');

/** Frames that are signed with a key, whatever they hold. */
function signed(key: string, parts: readonly Uint8Array[]): Uint8Array[] {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return [delimiter, bytes(hmac.digest('hex')), ...parts];
}

const header = bytes(JSON.stringify(message.header));
const empty = bytes('{}');

/** JSON as a wire gives it back: without `undefined` and minus zero. */
const jsonObject = fc
  .dictionary(fc.string(), fc.jsonValue())
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>);

const anyMessage: fc.Arbitrary<Message> = fc.record({
  header: fc.record({
    msg_id: fc.string(),
    session: fc.string({ unit: 'binary' }),
    username: fc.string(),
    date: fc.string(),
    msg_type: fc.string(),
    version: fc.string(),
  }),
  parent: fc.oneof(fc.constant({}), fc.constant(message.header)),
  metadata: jsonObject,
  content: jsonObject,
  buffers: fc.array(fc.uint8Array()),
  identities: fc.array(fc.uint8Array()),
});

const plain = (frames: readonly Uint8Array[] = []) => frames.map((frame) => [...frame]);

describe('the wire', () => {
  it('gives back what was sent, with its buffers and identities', () => {
    fc.assert(
      fc.property(anyMessage, fc.string(), (sent, key) => {
        const received = wire(key).decode(wire(key).encode(sent));
        for (const part of ['header', 'parent', 'metadata', 'content'] as const)
          expect(received[part]).toEqual(JSON.parse(JSON.stringify(sent[part])));
        expect(plain(received.buffers)).toEqual(plain(sent.buffers));
        expect(plain(received.identities)).toEqual(plain(sent.identities));
      }),
    );
  });

  it('writes the frames of the specification', () => {
    const sent = { ...message, buffers: [bytes('raw')], identities: [bytes('a'), bytes('b')] };
    const parts = [message.header, {}, {}, message.content].map((part) => bytes(JSON.stringify(part)));
    const frames = [bytes('a'), bytes('b'), ...signed('key', parts), bytes('raw')];
    expect(wire('key').encode(sent)).toEqual(frames);
  });

  it('takes a signature in capitals', () => {
    const [, signature, ...rest] = wire('key').encode(message);
    const capitals = bytes(Buffer.from(signature).toString().toUpperCase());
    expect(wire('key').decode([delimiter, capitals, ...rest]).content).toEqual(message.content);
  });

  it('signs nothing and checks nothing with an empty key', () => {
    const [, signature, ...parts] = wire('').encode(message);
    expect(signature).toHaveLength(0);
    const unsigned = wire('');
    for (const any of ['', 'nonsense'])
      expect(unsigned.decode([delimiter, bytes(any), ...parts]).header).toEqual(message.header);
  });

  it.each<[string, string, Uint8Array[]]>([
    ['another key', 'the signature is wrong', wire('other').encode(message)],
    ['no signature', 'the signature is wrong', wire('').encode(message)],
    [
      'a signature that is not hexadecimal',
      'the signature is wrong',
      [delimiter, bytes('zz'), header, empty, empty, empty],
    ],
    [
      'half a signature',
      'the signature is wrong',
      wire('key')
        .encode(message)
        .map((frame, i) => (i === 1 ? frame.subarray(0, 32) : frame)),
    ],
    [
      'another content',
      'the signature is wrong',
      [...wire('key').encode(message).slice(0, 5), bytes('{"code":"2"}')],
    ],
    ['no delimiter', 'delimiter', wire('key').encode(message).slice(1)],
    ['no frames at all', 'delimiter', []],
    ['the delimiter alone', '0 of 4', [delimiter]],
    ['three JSON frames', '3 of 4', wire('key').encode(message).slice(0, 5)],
    ['a frame that is no JSON', 'no JSON', signed('key', [header, empty, empty, bytes('{')])],
    ['an empty frame', 'no JSON', signed('key', [header, empty, empty, bytes('')])],
    [
      'a frame that is not UTF-8',
      'no JSON',
      signed('key', [header, empty, empty, Buffer.from('7b22ff223a317d', 'hex')]),
    ],
    ['an array for the content', 'no JSON object', signed('key', [header, empty, empty, bytes('[]')])],
    ['null for the metadata', 'no JSON object', signed('key', [header, empty, bytes('null'), empty])],
    ['a number for the parent', 'no JSON object', signed('key', [header, bytes('1'), empty, empty])],
    [
      'a header without its type',
      'lacks a field',
      signed('key', [bytes('{"msg_id":"1","session":"s","username":"u"}'), empty, empty, empty]),
    ],
    [
      'a header whose session is a number',
      'lacks a field',
      signed('key', [bytes('{"msg_id":"1","session":1,"username":"u","msg_type":"t"}'), empty, empty, empty]),
    ],
  ])('refuses %s', (_, why, frames) => {
    expect(() => wire('key').decode(frames)).toThrow(WireError);
    expect(() => wire('key').decode(frames)).toThrow(why);
  });

  it('refuses a message that was here before, and no other', () => {
    const format = wire('key');
    const [start, signature, ...parts] = format.encode(message);
    format.decode([start, signature, ...parts]);
    expect(() => format.decode([start, signature, ...parts])).toThrow(/here before/);
    const capitals = bytes(Buffer.from(signature).toString().toUpperCase());
    expect(() => format.decode([bytes('another'), start, capitals, ...parts])).toThrow(/here before/);
    expect(format.decode(format.encode(createMessage('x', {}, { session: 's' }))).content).toEqual({});
  });

  it('has no parent for a message whose parent header lacks a field', () => {
    const frames = signed('key', [header, bytes('{"msg_id":"1"}'), empty, empty]);
    expect(wire('key').decode(frames).parent).toEqual({});
  });

  it('fails on any frames with nothing but a WireError', () => {
    const frame = fc.oneof(
      fc.uint8Array().map((array) => Buffer.from(array)),
      fc.json().map(bytes),
      fc.constantFrom(delimiter, header, empty),
    );
    const check = (key: string, frames: readonly Uint8Array[]) => {
      try {
        const { header, metadata, content } = wire(key).decode(frames);
        expect([typeof header.msg_type, typeof metadata, typeof content]).toEqual([
          'string',
          'object',
          'object',
        ]);
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
      }
    };
    fc.assert(
      fc.property(fc.array(frame), fc.array(frame, { minLength: 4, maxLength: 4 }), (frames, parts) => {
        check('key', frames);
        check('key', [delimiter, ...frames]);
        check('key', signed('key', parts));
        check('', [delimiter, bytes(''), ...parts]);
      }),
      { numRuns: 500 },
    );
  });
});
