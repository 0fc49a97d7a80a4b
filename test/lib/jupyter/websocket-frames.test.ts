import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, type KernelMessage } from '../../../src/lib/jupyter/websocket-frames.js';

const message: KernelMessage = {
  channel: 'iopub',
  header: {
    msg_id: 'm-1',
    session: 's',
    username: 'u',
    date: '2026-01-02T03:04:05Z',
    msg_type: 'display_data',
    version: '5.4',
  },
  parent: {},
  metadata: { n: 1 },
  content: { text: 'β → 🔬' },
  buffers: [Uint8Array.of(0, 255), Uint8Array.of(), Uint8Array.of(1)],
};

/** The same message as Jupyter Server's `serialize_msg_to_ws_v1` writes it (run in Python). */
const served = Buffer.from(
  '0900000000000000' +
    '50000000000000005500000000000000ca00000000000000cc00000000000000d300000000000000' +
    'e900000000000000eb00000000000000eb00000000000000ec00000000000000' +
    '696f707562' +
    '7b226d73675f6964223a226d2d31222c2273657373696f6e223a2273222c22757365726e616d65223a2275222c' +
    '2264617465223a22323032362d30312d30325430333a30343a30355a222c' +
    '226d73675f74797065223a22646973706c61795f64617461222c2276657273696f6e223a22352e34227d' +
    '7b7d' +
    '7b226e223a317d' +
    '7b2274657874223a22ceb220e2869220f09f94ac227d' +
    '00ff' +
    '01',
  'hex',
);

const dictionary = fc.dictionary(fc.string(), fc.jsonValue());
const text = fc.string({ unit: 'grapheme' });
const header = fc.record({
  msg_id: text,
  session: text,
  username: text,
  date: text,
  msg_type: text,
  version: text,
});
const messages: fc.Arbitrary<KernelMessage> = fc.record({
  channel: text,
  header,
  parent: fc.oneof(header, fc.constant({})),
  metadata: dictionary,
  content: dictionary,
  buffers: fc.array(
    fc.uint8Array().map((bytes) => Uint8Array.from(bytes)),
    { maxLength: 4 },
  ),
});
/** What JSON keeps of a value: it has no negative zero. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const table = (...offsets: number[]) => {
  const view = new DataView(new ArrayBuffer(8 * (1 + offsets.length)));
  [offsets.length, ...offsets].forEach((value, i) => view.setBigUint64(8 * i, BigInt(value), true));
  return new Uint8Array(view.buffer);
};

describe('frames of a kernel’s WebSocket', () => {
  it('are the bytes that Jupyter Server writes, and reads', () => {
    expect(Buffer.from(encodeFrame(message)).toString('hex')).toBe(served.toString('hex'));
    expect(decodeFrame(served)).toEqual(message);
    expect(decodeFrame(Uint8Array.from(served).buffer)).toEqual(message);
  });

  it('bring back any message', () => {
    fc.assert(
      fc.property(messages, ({ buffers, ...given }) => {
        const found = decodeFrame(encodeFrame({ ...given, buffers }));
        expect({ ...found, buffers: [...found.buffers] }).toEqual({ ...asJson(given), buffers });
      }),
    );
  });

  it('may lie anywhere in a larger array, and leave buffers where any typed array may begin', () => {
    const frame = encodeFrame({ ...message, buffers: [new Uint8Array(new Float64Array([1.5]).buffer)] });
    const larger = new Uint8Array(frame.length + 7);
    larger.set(frame, 3);
    const [buffer] = decodeFrame(larger.subarray(3, 3 + frame.length)).buffers;
    expect(new Float64Array(buffer.buffer, buffer.byteOffset, 1)[0]).toBe(1.5);
  });
});

describe('malformed frames', () => {
  it('are refused wherever they are cut', () => {
    for (let length = 0; length < served.length; length++)
      expect(() => decodeFrame(served.subarray(0, length)), `cut at ${length}`).toThrow(RangeError);
  });

  it.each([
    ['nothing', new Uint8Array(), /0 bytes hold no number of offsets/],
    ['too few parts', table(48, 48, 48, 48, 48), /5 offsets are too few/],
    ['more offsets than bytes', table(56, 56, 56, 56, 56, 56).subarray(0, 48), /do not fit/],
    [
      'a number of offsets beyond 2⁵³',
      Uint8Array.from(served, (byte, i) => (i < 8 ? 255 : byte)),
      /do not fit/,
    ],
    ['a part inside the table', table(8, 56, 56, 56, 56, 56), /offset 0 is 8, not between 56 and 56/],
    ['a part past the end', table(56, 57, 57, 57, 57, 57), /offset 1 is 57, not between 56 and 56/],
    [
      'offsets that go back',
      Uint8Array.from([...table(57, 56, 57, 57, 57, 57), 65]),
      /offset 1 is 56, not between 57 and 57/,
    ],
    ['bytes after the end', Uint8Array.from([...served, 0]), /it ends at 236 and has 237 bytes/],
    ['parts without JSON', table(56, 56, 56, 56, 56, 56), /its header is no JSON/],
    [
      'a header without an identity',
      encodeFrame({ ...message, header: {} as never }),
      /header lacks a field/,
    ],
    [
      'content that is no object',
      encodeFrame({ ...message, content: [] as never }),
      /its content is no JSON object/,
    ],
    [
      'text that is no UTF-8',
      Uint8Array.from(served, (byte, i) => (i === 80 ? 255 : byte)),
      /its channel is no UTF-8/,
    ],
  ])('%s', (_, frame, problem) => {
    expect(() => decodeFrame(frame)).toThrow(RangeError);
    expect(() => decodeFrame(frame)).toThrow(problem);
  });

  it('of any bytes at all raise a RangeError and nothing else', () => {
    const damaged = fc
      .tuple(fc.nat(served.length - 1), fc.integer({ min: 0, max: 255 }))
      .map(([at, value]) => {
        const frame = Uint8Array.from(served);
        frame[at] = value;
        return frame;
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 120 }), damaged), (frame) => {
        try {
          decodeFrame(frame);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
