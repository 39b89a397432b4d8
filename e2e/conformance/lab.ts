import { test as base } from '@playwright/test';
import type { EngineName } from '../support/browser.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { buildSite, readConfig } from '../support/test.ts';
import { type Ears, openEars } from './ears.ts';
import { isPossible } from './expected.ts';
import { openSite, type Setup, type Site } from './site.ts';
import type { Trial } from './trial.ts';
import type { Family } from './vector.ts';

/** What the page may do with hosts that nobody has declared; in `strict` the tested one is such a host. */
export type Mode = 'known' | 'strict';

/** Builds a site with one tracker that stands for all: it declares its host and its names, and cannot be stopped. */
function build(guard: Mode): string {
  const config = readConfig();
  const [model] = config.trackers;
  if (!model) throw new Error('The demo has no tracker.');
  const kinds = ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'] as const;
  const strict = guard === 'strict';
  const name = strict ? 'declared_*' : 'tested_*';
  const stores = kinds.map((kind) => ({ kind, name, lifetime: 'session' }));
  const { resume: _resume, ...rest } = model;
  return buildSite({
    ...config,
    cookie: { name: 'kelisim' },
    guard,
    ...(strict && { allow: ['127.0.0.3'], allowStores: ['own_*'] }),
    trackers: [
      {
        ...rest,
        id: 'tested',
        uses: ['cookies', 'pixels', 'localStorage'],
        hosts: [strict ? '127.0.0.9' : '127.0.0.2'],
        start: [],
        stop: false,
        stores,
      },
    ],
  });
}

/** One engine with the servers around it and the built files, for all tests of a worker. */
export interface Lab {
  engine: Engine;
  ears: Ears;
  files: Record<Mode, string>;
}

interface Options {
  engineName: EngineName;
  lab: Lab;
}

interface Fixtures {
  /** A family's page, for one test. */
  trial(family: Family, setup: Setup, mode?: Mode): Promise<Trial>;
}

/** `test` in the engine of its project. An engine that does not start fails every test of it. */
export const test = base.extend<Fixtures, Options>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  lab: [
    async ({ engineName }, use) => {
      const ears = await openEars();
      const files = { known: build('known'), strict: build('strict') };
      const engine = await startEngine(engineName);
      await use({ engine, ears, files });
      await engine.close();
      await ears.close();
    },
    { scope: 'worker' },
  ],
  trial: async ({ lab, engineName }, use) => {
    const { engine, ears, files } = lab;
    const sites: Site[] = [];
    await use(async (family, setup, mode = 'known') => {
      const names = Object.keys(family.vectors);
      const never = new Set(names.filter((name) => !isPossible(engineName, `${family.name}/${name}`)));
      // A port of its own, because an engine may not forget what an earlier test has stored.
      const site = await openSite({ files: files[mode], families: [family], ears });
      sites.push(site);
      return { engineName, engine, ears, site, family, setup, never };
    });
    await Promise.all(sites.map((site) => site.close()));
  },
});
