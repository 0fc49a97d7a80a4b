import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../kernels/engine/failure.js';
import {
  freshConnection,
  readConnection,
  writeConnection,
} from '../../../kernels/jupyter/protocol/connection.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'litmus-connection-'))));
afterAll(() => rm(folder, { recursive: true }));
const file = () => path.join(folder, 'connection.json');

/** Reads a connection file with this text. */
async function read(text: string) {
  await writeFile(file(), text);
  return readConnection(file());
}

const good = {
  ...freshConnection(),
  shell_port: 1,
  control_port: 2,
  stdin_port: 3,
  iopub_port: 4,
  hb_port: 5,
};

describe('a connection file', () => {
  it('is read as it was written, and only its owner can read it', async () => {
    await writeConnection(file(), good);
    expect(await readConnection(file())).toEqual(good);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await readFile(file(), 'utf8')).toMatch(/\n$/);
    expect(await readdir(folder)).toEqual(['connection.json']);
  });

  it('may leave out what has one meaning only', async () => {
    const { transport, signature_scheme: scheme, kernel_name: name, ...rest } = good;
    expect([transport, scheme, name]).toEqual(['tcp', 'hmac-sha256', 'litmus']);
    expect(await read(JSON.stringify(rest))).toEqual({ ...rest, transport, signature_scheme: scheme });
  });

  it.each<[string, object, RegExp]>([
    ['another transport', { transport: 'udp' }, /transport "udp"; there are tcp and ipc/],
    ['a transport that is no text', { transport: { toString: 1 } }, /transport \{"toString":1\}/],
    ['other signatures', { signature_scheme: 'hmac-md5' }, /"hmac-md5"; there is hmac-sha256/],
    ['no address', { ip: 1 }, /lacks "ip" or "key"/],
    ['no key', { key: undefined }, /lacks "ip" or "key"/],
    [
      'ports that are none',
      { shell_port: '1', hb_port: 0.5, stdin_port: null },
      /lacks shell_port, stdin_port, hb_port$/,
    ],
  ])('is refused with %s', async (_, change, why) => {
    const reading = read(JSON.stringify({ ...good, ...change }));
    await expect(reading).rejects.toThrow(why);
    await expect(reading).rejects.toMatchObject({ name: 'Failure', exitCode: 2 });
  });

  it('is refused in words whatever it holds', async () => {
    const absent = path.join(folder, 'absent.json');
    await expect(readConnection(absent)).rejects.toThrow(/absent\.json cannot be read: ENOENT/);
    await expect(read('[1]')).rejects.toThrow(/holds no JSON object/);
    const fields = Object.fromEntries(Object.keys(good).map((key) => [key, fc.jsonValue()]));
    const changed = fc
      .record(fields, { requiredKeys: [] })
      .map((some) => JSON.stringify({ ...good, ...some }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), changed), async (text) => {
        await read(text).catch((error: unknown) => expect(error).toBeInstanceOf(Failure));
      }),
    );
  });
});

it('a fresh connection is on loopback, with a key and ports that are still open', () => {
  const [a, b] = [freshConnection(), freshConnection()];
  expect(a).toMatchObject({ transport: 'tcp', ip: '127.0.0.1', shell_port: 0, iopub_port: 0 });
  expect(a.key.length).toBeGreaterThanOrEqual(32);
  expect(a.key).not.toBe(b.key);
});
