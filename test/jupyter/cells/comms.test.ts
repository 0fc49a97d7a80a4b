import { describe, expect, it } from 'vitest';
import { commHub } from '../../../kernels/jupyter/cells/comms.js';

function hub() {
  const sent: unknown[] = [];
  return { ...commHub((event) => sent.push(event)), sent };
}

describe('comms', () => {
  it('are opened by a cell, carry JSON both ways, and close once', () => {
    const { open, receive, sent } = hub();
    const comm = open('target', { a: 1 });
    const got: unknown[] = [];
    comm.onMessage = (data) => got.push(['message', data]);
    comm.onClose = (data) => got.push(['close', data]);
    comm.send([1, undefined]);
    receive('comm_msg', { id: comm.id, data: 'hello' });
    receive('comm_close', { id: comm.id, data: 'bye' });
    comm.close();
    receive('comm_msg', { id: comm.id, data: 'too late' });
    expect(got).toEqual([
      ['message', 'hello'],
      ['close', 'bye'],
    ]);
    expect(sent).toEqual([
      { message: 'comm_open', id: comm.id, target: 'target', data: { a: 1 } },
      { message: 'comm_msg', id: comm.id, data: [1, null] },
    ]);
  });

  it('are opened by the client where a cell answers its target, and closed where none does', () => {
    const { register, receive, sent } = hub();
    const opened: unknown[] = [];
    register('known', (comm, data) => {
      opened.push(data);
      comm.close('enough');
    });
    receive('comm_open', { id: '1', data: 'data' }, 'known');
    receive('comm_open', { id: '2', data: 'data' }, 'unknown');
    receive('comm_msg', { id: '3', data: 'data' });
    receive('comm_close', { id: '3', data: 'data' });
    expect(opened).toEqual(['data']);
    expect(sent).toEqual([
      { message: 'comm_close', id: '1', data: 'enough' },
      { message: 'comm_close', id: '2', data: {} },
    ]);
  });

  it('send no more than JSON: what is none is the error of who sends it', () => {
    const { open, sent } = hub();
    const circle: unknown[] = [];
    circle.push(circle);
    for (const data of [1n, circle, () => 1]) expect(() => open('t', data)).toThrow(TypeError);
    expect(sent).toEqual([]);
    const comm = open('t');
    expect(() => comm.close(1n)).toThrow(TypeError);
    comm.close('still open');
    expect(sent).toHaveLength(2);
  });

  it('carry metadata and bytes both ways, which neither side can change afterwards', () => {
    const { open, register, receive, sent } = hub();
    const bytes = new Uint8Array([9, 1, 2, 9]);
    const comm = open('t', {}, { metadata: { a: [undefined] }, buffers: [bytes.subarray(1, 3)] });
    comm.send({}, { buffers: [bytes.buffer, new DataView(bytes.buffer, 3)] });
    bytes.fill(0);
    expect(sent).toEqual([
      {
        message: 'comm_open',
        id: comm.id,
        target: 't',
        data: {},
        metadata: { a: [null] },
        buffers: [Uint8Array.of(1, 2)],
      },
      { message: 'comm_msg', id: comm.id, data: {}, buffers: [Uint8Array.of(9, 1, 2, 9), Uint8Array.of(9)] },
    ]);

    const got: unknown[] = [];
    register('theirs', (other, _, received) => {
      got.push(received);
      other.onMessage = (_, received) => got.push(received);
      other.onClose = (_, received) => got.push(received);
    });
    const extras = { metadata: { version: '2.1.0' }, buffers: [Uint8Array.of(7)] };
    receive('comm_open', { id: '1', data: {}, ...extras }, 'theirs');
    receive('comm_msg', { id: '1', data: {} });
    receive('comm_close', { id: '1', data: {}, buffers: extras.buffers });
    expect(got).toEqual([extras, { metadata: {}, buffers: [] }, { metadata: {}, buffers: extras.buffers }]);
  });

  it('say what cannot go beside the data, and send nothing', () => {
    const { open, sent } = hub();
    for (const beside of [{ buffers: ['text'] }, { buffers: [[1, 2]] }, { metadata: [] }, { metadata: 1n }])
      expect(() => open('t', {}, beside as never), String(Object.values(beside))).toThrow(
        /^(buffers|metadata) of a comm/,
      );
    expect(sent).toEqual([]);
  });

  it('name the version of the protocol of widgets, unless a cell names another', () => {
    const { open, sent } = hub();
    open('jupyter.widget', {});
    open('jupyter.widget', {}, { metadata: { version: '2.0.0' } });
    expect(sent).toMatchObject([{ metadata: { version: '2.1.0' } }, { metadata: { version: '2.0.0' } }]);
  });
});
