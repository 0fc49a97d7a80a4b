import { setFlagsFromString } from 'node:v8';

/**
 * Switches on the WebAssembly instructions of relaxed SIMD, among them the fused multiply-add. Node 20 has them
 * behind a flag, because V8 11.3 is older than their place in the standard; since 11.4 they are always there. Only
 * modules compiled afterwards may use them. The flag is the process's, and setting it again does no harm.
 */
export function allowRelaxedSimd(): void {
  const [major, minor] = process.versions.v8.split('.').map(Number);
  if (major < 11 || (major === 11 && minor < 4)) setFlagsFromString('--experimental-wasm-relaxed-simd');
}
