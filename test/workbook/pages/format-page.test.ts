import { expect, it } from 'vitest';
import { formatPage } from '../../../kernels/workbook/pages/format-page.js';

const page = `# A  page

*prose*   stays, \${ 1+1 } too.

\`\`\`ts
const a = {b:1}
\`\`\`

\`\`\`ts
plot( a )
\`\`\`

\`\`\`ts
const = 1
\`\`\`

\`\`\`js
a( )
\`\`\`
`;

it('formats the cells of TypeScript alone, and leaves an expression one', async () => {
  const formatted = await formatPage('src/a.md', page);
  expect(formatted).toBe(page.replace('{b:1}', '{ b: 1 };').replace('plot( a )', 'plot(a)'));
  expect(await formatPage('src/a.md', formatted)).toBe(formatted);
});
