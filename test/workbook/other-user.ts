import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What somebody else on this machine got from a preview. */
export interface Loot {
  /** The text of the pages that were read. */
  readonly pages: string;
  /** Each WebSocket that was tried, and the status that it answered: 101 is an open door. */
  readonly doors: Readonly<Record<string, number>>;
}

/**
 * Reads pages of a preview as another user of this machine, where the tests may become one (else as a client without
 * a cookie), and tries whatever they lead to.
 */
export async function asOtherUser(address: string): Promise<Loot> {
  const nobody = 65534;
  const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(process.execPath, ['-e', script, address], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...identity,
  });
  return JSON.parse(await text(child.stdout)) as Loot;
}

/** Plain JavaScript without imports of ours: another user may not be able to read the checkout. */
const script = String.raw`
const http = require('node:http');
const [address] = process.argv.slice(-1);
const ask = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    const request = http.get(url.replace(/^ws/, 'http'), { headers }, (response) => {
      let body = '';
      response.on('data', (part) => (body += part)).on('end', () => resolve({ status: response.statusCode, body }));
    });
    request.on('upgrade', (response, socket) => (socket.destroy(), resolve({ status: 101, body: '' })));
    request.on('error', reject);
  });
const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Protocol': 'v1.kernel.websocket.jupyter.org',
};
(async () => {
  const pages = [];
  for (const path of ['', 'papers/cs-ib', '_litmus/kernel', '_litmus/enter'])
    pages.push((await ask(address + path)).body);
  const text = pages.join('\n');
  const named = text.match(/wss?:\/\/[^"'\s<]+/g) ?? [];
  const offered = Array.from(text.matchAll(/name="litmus-kernel" content="([^"]+)"/g), ([, at]) => at);
  const doors = {};
  for (const door of [...named, ...offered, '/_litmus/kernel'])
    doors[door] = (await ask(new URL(door, address).href, upgrade)).status;
  process.stdout.write(JSON.stringify({ pages: text, doors }));
})();
`;
