#!/usr/bin/env node
// The `litmus` command: TypeScript runs as it is, so this file only registers the loader for it.
import { register } from 'tsx/esm/api';

// Not by the settings of the folder that it is called in, which may map names of packages.
register({ tsconfig: false });
await import('./main.ts');
