import { test as base } from '@playwright/test';
import type { EngineName } from '../support/browser.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { buildSite, readConfig } from '../support/test.ts';
import { type Ears, openEars } from './ears.ts';
import { isPossible } from './expected.ts';
import { FAMILIES, LASTING } from './families.ts';
import { openSite, type Setup, type Site } from './site.ts';
import type { Trial } from './trial.ts';
import type { Family } from './vector.ts';

/** What the page may do with hosts that nobody has declared. */
export type Mode = 'known' | 'strict';

/** Builds a site with one tracker that stands for all: it declares its host and its names, and cannot be stopped. */
function build(guard: Mode): string {
  const config = readConfig();
  const [model] = config.trackers;
  if (!model) throw new Error('The demo has no tracker.');
  const kinds = ['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'] as const;
  const stores = kinds.map((kind) => ({ kind, name: 'tested_*', lifetime: 'session' }));
  const { resume: _resume, ...rest } = model;
  return buildSite({
    ...config,
    cookie: { name: 'kelisim' },
    guard,
    allow: ['nothing.example'], // XXX
    ...(guard === 'strict' && { allow: ['127.0.0.3'], allowStores: ['own_*'] }),
    trackers: [
      {
        ...rest,
        id: 'tested',
        uses: ['cookies', 'pixels', 'localStorage'],
        hosts: ['127.0.0.2'],
        start: [],
        stop: false,
        stores,
      },
    ],
  });
}

/** One engine with the servers around it, for all tests of a worker. */
export interface Lab {
  engine: Engine;
  ears: Ears;
  site: Record<Mode, Site>;
}

async function open(name: EngineName): Promise<Lab & { close(): Promise<void> }> {
  const ears = await openEars();
  const families = [...FAMILIES, ...LASTING];
  const known = await openSite({ files: build('known'), families, ears });
  const strict = await openSite({ files: build('strict'), families, ears });
  const engine = await startEngine(name);
  return {
    engine,
    ears,
    site: { known, strict },
    async close() {
      await engine.close();
      await Promise.all([ears.close(), known.close(), strict.close()]);
    },
  };
}

interface Options {
  engineName: EngineName;
  lab: Lab;
}

interface Fixtures {
  /** A family's page, for one test. */
  trial(family: Family, setup: Setup, mode?: Mode): Trial;
}

/** `test` in the engine of its project. An engine that does not start fails every test of it. */
export const test = base.extend<Fixtures, Options>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  lab: [
    async ({ engineName }, use) => {
      const lab = await open(engineName);
      await use(lab);
      await lab.close();
    },
    { scope: 'worker' },
  ],
  trial: async ({ lab, engineName }, use) => {
    await use((family, setup, mode = 'known') => {
      const names = Object.keys(family.vectors);
      const never = new Set(names.filter((name) => !isPossible(engineName, `${family.name}/${name}`)));
      return { ...lab, site: lab.site[mode], engineName, family, setup, never };
    });
  },
});
