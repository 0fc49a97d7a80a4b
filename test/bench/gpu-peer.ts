import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Deadline } from './deadline.js';
import { type Answer, peerBy } from './peer.js';

/** PyTorch on this machine. */
export interface TorchPeer {
  /** In words: the card, or the processor where PyTorch sees no card. */
  readonly device: string;
  /** Calls a function of stacked.py on that device; undefined where it fails or is not over in time. */
  call(
    name: 'step' | 'sweep',
    values: Readonly<Record<string, unknown>>,
    deadline: Deadline,
  ): Promise<Answer | undefined>;
  close(): void;
}

const inspect = `
import numpy, torch
card = torch.cuda.is_available()
print("cuda" if card else "cpu", torch.__version__, torch.cuda.get_device_name() if card else "the processor, one thread")
`;

/**
 * The peers' stack by `python3`, on CUDA where PyTorch finds it.
 *
 * @returns why there is none, in words, where Python, PyTorch or the peers' folder is missing
 */
export async function torchPeer(folder: string): Promise<TorchPeer | string> {
  if (!existsSync(path.join(folder, 'stacked.py'))) return `no peers in ${path.basename(folder)}/`;
  const asked = await promisify(execFile)('python3', ['-c', inspect]).catch(() => undefined);
  if (!asked) return 'no python3 with PyTorch and NumPy';
  const [device, version, ...name] = asked.stdout.trim().split(' ');
  const start = () => peerBy('python3', folder);
  let peer = start();
  return {
    device: `PyTorch ${version} on ${name.join(' ')}`,
    async call(called, values, deadline) {
      if (deadline.left() <= 0) return undefined;
      const alarm = setTimeout(() => peer.kill(), 1000 * deadline.left());
      try {
        return await peer.call(`stacked.${called}`, { ...values, device });
      } catch {
        // It has ended, by itself with a message or by the alarm; the next call gets a new one.
        peer = start();
        return undefined;
      } finally {
        clearTimeout(alarm);
      }
    },
    close: () => peer.close(),
  };
}
