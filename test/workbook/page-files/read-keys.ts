import { experimentsOf, loadPaper } from '../../../kernels/engine/papers.js';
import { keyOf } from '../../../kernels/engine/run.js';
import { readCatalogue } from '../../../kernels/workbook/page-files/catalogue.js';
import { memoIn } from '../../../kernels/workbook/page-files/memo.js';
import { profiles } from '../../../src/lib/experiment/experiment.js';

// A program, since modules are loaded once a process: prints the keys of the papers in a folder, as the catalogue knows
// them and as they are computed, and which the catalogue had to compute.

const [folder, memoFolder] = process.argv.slice(2);
const memo = memoIn(memoFolder);
const computed: string[] = [];
const catalogue = await readCatalogue(
  {
    ...memo,
    async put(name, key, value) {
      computed.push(name);
      await memo.put(name, key, value);
    },
  },
  folder,
);
const entries = await Promise.all(
  Array.from(catalogue, async ([slug, { keys }]) => {
    const [experiment] = experimentsOf(await loadPaper(slug, folder));
    const direct = await Promise.all(
      profiles.map(async (profile) => [profile, await keyOf({ experiment, profile })]),
    );
    return [slug, { known: keys.squares, direct: Object.fromEntries(direct) as unknown }];
  }),
);
process.stdout.write(
  JSON.stringify({ computed: computed.sort(), keys: Object.fromEntries(entries) as unknown }),
);
