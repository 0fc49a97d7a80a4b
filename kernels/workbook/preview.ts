import { spawnFramework } from './framework-child.js';

// Framework takes longest to load: its process is started before anything else is loaded here.
const framework = spawnFramework();
const { runPreview } = await import('./preview-command.js');
await runPreview(framework);
