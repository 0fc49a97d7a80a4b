import { launch, open, watchProblems } from './browser/browser.js';
import { serveSite } from './browser/site.js';
const site = await serveSite(); const browser = await launch();
const names = process.argv.slice(2);
for (const name of names) for (const [w, scheme] of [[1280,'light'],[1280,'dark'],[390,'light']] as const) {
  if (process.env.ONLY && process.env.ONLY !== `${w}-${scheme}`) continue;
  const page = await browser.newPage({ viewport: { width: w, height: 900 }, colorScheme: scheme, deviceScaleFactor: w === 390 ? 1 : 0.75 });
  const problems = watchProblems(page, site.address);
  await open(page, site.address + name);
  await page.waitForTimeout(1500);
  const h = await page.evaluate(() => document.documentElement.scrollHeight);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const gz = await page.evaluate(() => performance.getEntriesByType('resource').filter((e: any) => new URL(e.name).pathname.endsWith('.js')).length);
  const base = `/tmp/shots/${name.replace(/\//g, '_') || 'index'}-${w}-${scheme}`;
  const step = w === 390 ? 3000 : 2800; for (let y = 0, i = 0; y < h; y += step, i++) await page.screenshot({ path: `${base}-${i}.png`, fullPage: true, clip: { x: 0, y, width: w, height: Math.min(step, h - y) } });
  console.log(name, w, scheme, h, 'overflow', over, 'scripts', gz, problems.slice(0, 3).join(' | '));
  await page.close();
}
await browser.close(); site.close();
