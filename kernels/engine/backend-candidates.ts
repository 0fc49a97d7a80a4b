import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { litmusCommand } from './litmus-command.js';
import { processor } from './machine.js';
import { allowRelaxedSimd } from './relaxed-simd.js';

/** What a look at a backend finds. */
export interface Probe {
  /** `by name only`: it works, and would mislead if it were taken without being asked for. */
  readonly state: 'available' | 'by name only' | 'missing';
  readonly device?: string;
  /** Why it is not taken, and what to do about it. */
  readonly reason?: string;
}

/** A backend that a machine may have. */
export interface Candidate {
  readonly name: string;
  /** The npm package that computes. */
  readonly package: string;
  /** Other packages whose version matters. */
  readonly with?: readonly string[];
  /** Looks whether it can run here. @param named whether it was asked for by name */
  probe(named: boolean): Promise<Probe>;
  /** Registers it with TensorFlow.js. */
  load(): Promise<unknown>;
}

/** In the order of preference. Nothing is imported before it is probed or loaded. */
export const candidates: readonly Candidate[] = [
  native('@tensorflow/tfjs-node-gpu', 'a CUDA device'),
  {
    name: 'webgpu',
    package: 'webgpu',
    with: ['@tensorflow/tfjs-backend-webgpu'],
    probe: probeWebGpu,
    load: () => import('@tensorflow/tfjs-backend-webgpu'),
  },
  // Without a GPU, native TensorFlow still multiplies several times faster than WebAssembly.
  native('@tensorflow/tfjs-node-gpu', undefined),
  native('@tensorflow/tfjs-node', undefined),
  {
    name: 'wasm',
    package: '@tensorflow/tfjs-backend-wasm',
    probe: probeWasm,
    load: () => import('@tensorflow/tfjs-backend-wasm'),
  },
  {
    name: 'cpu',
    package: '@tensorflow/tfjs-backend-cpu',
    probe: () => Promise.resolve({ state: 'available', device: processor() }),
    load: () => import('@tensorflow/tfjs-backend-cpu'),
  },
];

/** TensorFlow's C library, on a GPU or not; an optional dependency whose addon may fail to load. */
function native(name: string, needs: string | undefined): Candidate {
  return {
    name: 'tensorflow',
    package: name,
    async probe() {
      if (!isInstalled(name))
        return {
          state: 'missing',
          reason: `not installed ("${litmusCommand('setup tensorflow')}" builds it)`,
        };
      // Errors alone: its greetings say nothing to somebody who runs an experiment.
      process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
      try {
        const { backend } = (await import(name)) as { backend(): { isUsingGpuDevice?: boolean } };
        if (needs === undefined) return { state: 'available', device: processor() };
        if (backend().isUsingGpuDevice) return { state: 'available', device: 'CUDA device' };
        return {
          state: 'missing',
          reason: `installed, but TensorFlow finds no ${needs.replace(/^an? /, '')}`,
        };
      } catch (error) {
        return { state: 'missing', reason: `installed, but does not load: ${firstLine(error)}` };
      }
    },
    load: () => import(name),
  };
}

/** Says of the processor whether products are fused there, on which their last bits depend. */
async function probeWasm(): Promise<Probe> {
  allowRelaxedSimd();
  const { fusedMultiplyAdd } = await import('../../src/lib/compute/fused-multiply-add.js');
  return { state: 'available', device: processor() + (fusedMultiplyAdd() ? ', fused multiply-add' : '') };
}

let adapter: Promise<Probe> | undefined;

/** Looks for a GPU through Dawn; also puts `navigator.gpu` where TensorFlow.js looks for it. */
function probeWebGpu(named: boolean): Promise<Probe> {
  // Dawn complains on the terminal where Vulkan has nothing to drive: it is not even loaded then.
  if (!named && os.platform() === 'linux' && !hasVulkanDriver())
    return Promise.resolve({
      state: 'missing',
      reason: 'no Vulkan driver on this machine (install the vendor’s, or name one in VK_DRIVER_FILES)',
    });
  return (adapter ??= requestAdapter());
}

async function requestAdapter(): Promise<Probe> {
  try {
    const { create, globals } = await import('webgpu');
    const gpu = create([]);
    const found = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!found)
      return {
        state: 'missing',
        reason: 'no adapter: the machine has no GPU, or its driver no Vulkan, Metal or D3D12',
      };
    Object.assign(globalThis, globals);
    if (!('navigator' in globalThis))
      Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
    Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
    const { description, device, vendor, isFallbackAdapter } = found.info;
    const name = [vendor, description || device].filter(Boolean).join(' ');
    if (!isFallbackAdapter) return { state: 'available', device: name };
    return {
      state: 'by name only',
      device: `${name} (software, on ${processor()})`,
      reason: `${name} is a software adapter, slower than WebAssembly: used only when asked for by name`,
    };
  } catch (error) {
    return { state: 'missing', reason: `Dawn does not load: ${firstLine(error)}` };
  }
}

/** Whether the Vulkan loader would find a driver manifest, by its documented search path. */
function hasVulkanDriver(): boolean {
  const { env } = process;
  if (env.VK_DRIVER_FILES || env.VK_ICD_FILENAMES || env.VK_ADD_DRIVER_FILES) return true;
  const home = os.homedir();
  return [
    env.XDG_CONFIG_HOME || path.join(home, '.config'),
    ...(env.XDG_CONFIG_DIRS || '/etc/xdg').split(':'),
    '/etc',
    env.XDG_DATA_HOME || path.join(home, '.local/share'),
    ...(env.XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':'),
  ].some((folder) => existsSync(path.join(folder, 'vulkan/icd.d')));
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}
