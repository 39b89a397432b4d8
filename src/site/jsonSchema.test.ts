import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it, vi } from 'vitest';
import demo from '../../demo/consent.config.json';
import { presets } from '../trackers/index.ts';
import { jsonSchemaText } from './jsonSchema.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));

const schema = JSON.parse(jsonSchemaText());
// The one format in it, a date, is described by its name alone.
const validate = new Ajv({ allErrors: true, validateFormats: false, allowUnionTypes: true }).compile(schema);
const errorsOf = (edit: object) => {
  validate({ ...structuredClone(demo), ...edit });
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
};
const custom = demo.trackers[0];

/** Every property of the schema with its place. */
function* properties(node: unknown, place: string): Generator<[string, { description?: string }]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'properties')
      for (const [name, property] of Object.entries(child as Record<string, object>))
        yield [`${place}.${name}`, property];
    // Conditions repeat names that are described elsewhere.
    if (key !== 'allOf') yield* properties(child, key === 'properties' ? place : `${place}/${key}`);
  }
}

describe('the JSON Schema', () => {
  it('says which draft it is', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it('describes every key', () => {
    const all = [...properties(schema, '')];
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(([, { description }]) => !description).map(([place]) => place)).toEqual([]);
  });

  it('takes the configuration of the demo, and one with presets', () => {
    expect(errorsOf({})).toEqual([]);
    expect(
      errorsOf({
        trackers: [{ use: 'yandex-metrica', id: '12345678' }, { use: 'youtube' }],
        texts: {},
        theme: {},
      }),
    ).toEqual([]);
  });

  it('takes any preset as what a container carries, also one whose id begins with a digit', () => {
    const container = { use: 'google-tag-manager', id: 'GTM-ABC1234' };
    const carrying = (carries: string[]) => errorsOf({ trackers: [{ ...container, carries }] });
    expect(carrying(['2gis', 'google-analytics'])).toEqual([]);
    for (const { id } of presets) expect(carrying([id])).toEqual([]);
    expect(carrying(['-2gis'])[0]).toMatch(/carries\/0 must match pattern/);
  });

  it('names every preset', () => {
    expect(schema.properties.trackers.items.properties.use.enum).toEqual(presets.map(({ id }) => id));
  });

  it.each<[string, object, string]>([
    ['an unknown key', { cokie: {} }, ' must NOT have additional properties'],
    ['no operator', { operator: undefined }, " must have required property 'operator'"],
    ['a term as text', { termDays: '180' }, '/termDays must be integer'],
    ['a term too long', { termDays: 396 }, '/termDays must be <= 395'],
    [
      'an unknown preset',
      { trackers: [{ use: 'x', id: '1' }] },
      '/trackers/0/use must be equal to one of the allowed values',
    ],
    ['no account', { trackers: [{ use: 'hotjar' }] }, "/trackers/0 must have required property 'id'"],
    [
      'a tracker of nobody',
      { trackers: [{ id: 'some' }] },
      "/trackers/0 must have required property 'purpose'",
    ],
    [
      'an own id with capitals',
      { trackers: [{ ...custom, id: 'A b' }] },
      '/trackers/0/id must match pattern "^[a-z][a-z\\d-]{1,19}$"',
    ],
    [
      'an unknown step',
      { trackers: [{ ...custom, stop: [{ cal: 'x' }] }] },
      '/trackers/0/stop must match a schema in anyOf',
    ],
    ['a text of no key', { texts: { 'ui.acept': {} } }, '/texts must be equal to one of the allowed values'],
    ['a route with half a star', { protectedRoutes: ['/a*b'] }, '/protectedRoutes/0 must match pattern'],
    ['a route with a query', { protectedRoutes: ['/a?b'] }, '/protectedRoutes/0 must match pattern'],
    ['a colour by name', { theme: { accent: 'red' } }, '/theme/accent must match pattern'],
  ])('refuses %s', (_what, edit, said) => {
    expect(errorsOf(edit).some((error) => error.startsWith(said))).toBe(true);
  });
});
