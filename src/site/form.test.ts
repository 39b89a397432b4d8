import { describe, expect, it } from 'vitest';
import { formCss, showsBoth } from './form.ts';
import { schema } from './schema.ts';
import { RIGHT } from './wrongSamples.ts';

const form = (more: object) => schema.parse({ ...JSON.parse(RIGHT), ...more });
const css = (more: object) => formCss(form(more));

describe('the form of the notice', () => {
  it('costs a bar in one language at a time no byte', () => {
    expect(css({})).toBe('');
    expect(css({ layout: 'bar', languageMode: 'switch' })).toBe('');
  });

  it('is one of three, each with its own rules and no others', () => {
    expect(css({ layout: 'corner' })).toContain('left: auto');
    expect(css({ layout: 'centre' })).toContain('fit-content');
    expect(css({ layout: 'corner' })).not.toContain('fit-content');
  });

  it('shows both languages only where there are two', () => {
    expect(showsBoth(form({ languageMode: 'both' }))).toBe(true);
    expect(showsBoth(form({ languageMode: 'both', languages: ['kk'] }))).toBe(false);
    expect(css({ languageMode: 'both' })).toContain('sticky');
    expect(css({ languageMode: 'both', languages: ['kk'] })).toBe('');
  });

  it('lets the narrower form have the last word', () => {
    const both = css({ languageMode: 'both', layout: 'corner' });
    expect(both.indexOf('sticky')).toBeLessThan(both.indexOf('left: auto'));
  });
});

describe('a theme', () => {
  it('is akshamat without any, which changes nothing', () => {
    expect(form({ theme: undefined }).theme).toEqual({});
    expect(form({ theme: 'akshamat' }).theme).toEqual({});
  });

  it('has a name, or begins with a named one and changes it', () => {
    const kok = { accent: '#1d4ed8', accentDark: '#93b4fd', radius: '4px' };
    expect(form({ theme: 'kok' }).theme).toEqual(kok);
    expect(form({ theme: { use: 'kok', radius: '0' } }).theme).toEqual({ ...kok, radius: '0' });
  });
});
