// The entry of Framework's process. Framework is loaded before the loader for TypeScript is registered, which would look
// at each of its many modules.
await import('@observablehq/framework/dist/preview.js');
const { register } = await import('tsx/esm/api');
register({ tsconfig: false });
await import('./framework-server.ts');
