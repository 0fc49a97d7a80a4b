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
    receive('comm_msg', comm.id, 'hello');
    receive('comm_close', comm.id, 'bye');
    comm.close();
    receive('comm_msg', comm.id, 'too late');
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
    receive('comm_open', '1', 'data', 'known');
    receive('comm_open', '2', 'data', 'unknown');
    receive('comm_msg', '3', 'data');
    receive('comm_close', '3', 'data');
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
});
