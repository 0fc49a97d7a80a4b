#!/usr/bin/env node
// The `litmus` command: TypeScript runs as it is, so this file only registers the loader for it.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
