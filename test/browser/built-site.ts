import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { exists } from '../../kernels/engine/exists.js';
import { takeLock } from '../../kernels/engine/take-lock.js';
import { executablePath, launch, open, watchProblems } from './browser.js';
import { buildSite, serveSite, type Site } from './site.js';

/** Stands in the name of tests that are left out without a browser. */
export const noChromium = executablePath ? '' : ' (left out: no Chromium; name one in CHROMIUM)';

/** Milliseconds that a test, or a step of it, may take where the machine does much else. */
export const patience = 300_000;

/** A page that was opened, and what went wrong in it so far. */
export interface Visit {
  readonly page: Page;
  readonly problems: readonly string[];
}

export interface BuiltSite {
  readonly folder: string;
  readonly site: Site;
  readonly browser: Browser;
  /** Opens a page of the site. @param width of the window, in pixels */
  visit(name: string, width?: number): Promise<Visit>;
}

/** The built site, which all files of a run share, and a browser for those of the one that calls this. */
export function useBuiltSite(): BuiltSite {
  let folder: string;
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    folder = await sharedSite();
    site = await serveSite({ folder });
    browser = await launch();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  return {
    get folder() {
      return folder;
    },
    get site() {
      return site;
    },
    get browser() {
      return browser;
    },
    async visit(name, width = 1280) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
      page.setDefaultTimeout(patience);
      const problems = watchProblems(page, site.address);
      await open(page, site.address + name);
      return { page, problems };
    },
  };
}

/** Builds the site where no other file of this run has, and waits for one that does. */
export async function sharedSite(): Promise<string> {
  const shared = inject('sharedFolder');
  const folder = path.join(shared, 'site');
  const release = await takeLock(path.join(shared, 'site.lock'));
  try {
    if (!(await exists(folder))) await buildSite(folder);
  } finally {
    await release();
  }
  return folder;
}
