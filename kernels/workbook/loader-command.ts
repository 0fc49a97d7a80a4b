/**
 * What Framework appends a loader's path to, and for a paper `--paper=… --table=…`, where it is run by itself. In our
 * preview and build one process makes all files instead.
 */
export const loaderCommand = [process.execPath, 'kernels/cli/litmus.js'];
