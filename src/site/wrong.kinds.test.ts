import { describe, expect, it, vi } from 'vitest';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

type Path = (string | number)[];

/** Paths of everything in a value, the value itself first. */
const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) =>
        pathsIn(child, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
];

/** The right configuration with another value at one place. */
function withValue(path: Path, value: unknown): unknown {
  const config = structuredClone(FULL);
  let place = config;
  for (const key of path.slice(0, -1)) place = place[key];
  place[path.at(-1) as string] = value;
  return config;
}

const FULL = {
  ...JSON.parse(RIGHT),
  cookie: { name: 'kelisim', domain: 'site.kz' },
  allowStores: ['session'],
};
const [preset, ...others] = FULL.trackers;
const more = { as: 'own', options: { a: 1 }, update: [{ call: 'x' }], resume: [{ set: 'x', to: 1 }] };
FULL.trackers = [{ ...preset, ...more }, ...others];

describe('a value of another kind', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5.5],
    ['a flag', true],
    ['a text', '\u0000'],
    ['a list', [[]]],
    ['an object', { x: {} }],
  ])(
    'is told of and breaks nothing, wherever it stands: %s',
    (_what, value) => {
      const places = pathsIn(FULL).slice(1);
      expect(places.length).toBeGreaterThan(90);
      for (const path of places) {
        const [said] = saidOf(JSON.stringify(withValue(path, value)));
        expect(said, `${path}`).toMatch(/^(consent\.config\.json:1:\d+: |used: )/);
      }
    },
    60_000,
  );
});
