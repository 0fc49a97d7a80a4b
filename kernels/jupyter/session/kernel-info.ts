import { createRequire } from 'node:module';
import { processor } from '../../engine/machine.js';
import { protocolVersion } from '../protocol/message.js';

const require = createRequire(import.meta.url);
const { version } = require('../../../package.json') as { version: string };
const { version: typescript } = require('typescript/package.json') as { version: string };

/** What a `kernel_info_request` is answered with. */
export const kernelInfo = {
  status: 'ok',
  protocol_version: protocolVersion,
  implementation: 'litmus',
  implementation_version: version,
  language_info: {
    name: 'typescript',
    version: typescript,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    pygments_lexer: 'typescript',
    // A text: strict clients read nothing else, and refuse a kernel of which they cannot read this.
    codemirror_mode: 'text/typescript',
    nbconvert_exporter: 'script',
  },
  banner:
    `Litmus ${version}: TypeScript ${typescript} on Node ${process.versions.node}.\n` +
    'Cells run again when something they use changes; "%cascade off" turns that off.',
  debugger: false,
  help_links: [
    { text: 'Observable Plot', url: 'https://observablehq.com/plot/' },
    { text: 'Arquero', url: 'https://idl.uw.edu/arquero/' },
    { text: 'TypeScript', url: 'https://www.typescriptlang.org/docs/' },
  ],
  supported_features: [],
  /** Beyond the specification: what the kernel computes on. */
  device: processor(),
} as const;
