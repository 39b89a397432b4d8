import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { placesOfOptions } from './checkUse.ts';
import { schema } from './schema.ts';
import { describeSamples, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const part = (from: string, to: string): string => readme.split(from)[1]?.split(to)[0] ?? '';
/** The first configuration of the README; the policy is the one beside the sample configurations. */
const example = part('## For the marketing team', '### Configuration')
  .split(/```json\n|```/)[1]
  ?.replaceAll(/policy\.(kk|ru)\.md/g, 'policy.md') as string;

/** Names in the first column of a table. */
const rowsOf = (text: string): string[] =>
  [...text.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`(\w+)?(?:\.\w+)?`/g)].map(([, name]) => name ?? ''),
  );

describe('the README', () => {
  it('shows a configuration that can be used as it stands', () => {
    expect(saidOf(example)).toEqual(['used: 4']);
  });

  it('shows what is said of a mistake in it', () => {
    const said = saidOf(example.replace('"yandex-metrica"', '"yandex-metrika"'))[0] ?? '';
    const line = /^consent\.config\.json:.*$/m.exec(readme)?.[0].replace(' …', '') as string;
    expect(line.length).toBeGreaterThan(50);
    expect(said.startsWith(line)).toBe(true);
  });

  it('has a row for every key of the configuration', () => {
    const rows = new Set(rowsOf(part('### Configuration', '### A tracker')).filter(Boolean));
    const keys = Object.keys(schema.shape).filter((key) => key !== '$schema');
    expect([...rows].sort()).toEqual(keys.sort());
  });

  it('names every preset that takes options', async () => {
    const { presets } = await vi.importActual<typeof import('../trackers/index.ts')>('../trackers/index.ts');
    const named = /^\| `options` \| for (.*?),? where/m.exec(readme)?.[1]?.match(/[\w-]{3,}/g);
    const takers = presets.filter((preset) => placesOfOptions(preset).length).map(({ id }) => id);
    expect(named?.filter((word) => word !== 'and').sort()).toEqual(takers);
  });

  it('explains every key of a tracker', () => {
    const text = readme.split('### A tracker with a preset')[1] as string;
    const keys = Object.keys(schema.shape.trackers.element.shape);
    expect(keys.filter((key) => !text.includes(`\`${key}\``) && !text.includes(`"${key}":`))).toEqual([]);
  });
});
