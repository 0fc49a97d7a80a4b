import type * as tf from '@tensorflow/tfjs-core';

interface ErrorEvent {
  readonly error: { readonly message: string };
}

/** What is needed of TensorFlow.js's WebGPU backend. */
interface WebGpuBackend {
  readonly device: { addEventListener(type: 'uncapturederror', listener: (event: ErrorEvent) => void): void };
  read(dataId: object): Promise<tf.BackendValues>;
  readSync(dataId: object): tf.BackendValues;
}

/**
 * Makes every reading of values fail once the device has reported an error. The backend looks at none: where a shader
 * does not compile or a buffer is too large, the operation returns as always, and its values are undefined.
 *
 * @param backend TensorFlow.js's own, started
 */
export function refuseAfterErrors(backend: tf.KernelBackend): void {
  const webGpu = backend as unknown as WebGpuBackend;
  const { read, readSync } = webGpu;
  let reported: string | undefined;
  webGpu.device.addEventListener('uncapturederror', ({ error }) => {
    reported ??= error.message;
  });
  const check = () => {
    if (reported === undefined) return;
    throw new Error(
      `WebGPU could not run an operation, and values computed since are undefined; compute on another backend. It says: ${reported}`,
    );
  };
  webGpu.read = async (dataId) => {
    const values = await read.call(webGpu, dataId);
    check();
    return values;
  };
  webGpu.readSync = (dataId) => {
    const values = readSync.call(webGpu, dataId);
    check();
    return values;
  };
}
