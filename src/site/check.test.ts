import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from './check.ts';
import { describeSamples, RIGHT } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
  mkdirSync(join(folder, 'pages/deep'), { recursive: true });
  write('policy.md', '## Бір\n\nмәтін');
  write('config.json', RIGHT);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = (names: string[], pages?: string) => {
  const files = names.map((name) => join(folder, name));
  const { lines, failed } = check({ files, folder: pages && join(folder, pages) });
  return { lines: lines.map((line) => line.replaceAll(`${folder}/`, '')), failed };
};
const pixel = '<noscript><img src="https://px.example/1"></noscript>';
const SAID_OF_PIXEL =
  '<img> of px.example/1 in <noscript> is loaded before anybody is asked, and nothing can hold it. Take it out.';

describe('a configuration', () => {
  it('that can be used gets one line that says so', () => {
    expect(run(['config.json'])).toEqual({
      lines: ['config.json can be used: 0 problems.'],
      failed: false,
    });
  });

  it('with warnings can be used all the same', () => {
    write('config.json', RIGHT.replace('"GTM-ABC1234"', '"GTM"').replace('"1 year"', '"2 years"'));
    expect(run(['config.json'])).toEqual({
      lines: [
        'config.json:25:36: warning: trackers[1].id: "GTM" does not look like an account at Google Tag Manager. Compare it: one is "GTM-ABC1234".',
        'config.json:37:55: warning: trackers[3].stores[0].lifetime: "_sq_*" (2 years): longer than 13 months. Shorten it in the vendor\'s settings if they allow.',
        'config.json can be used: 0 problems, 2 warnings.',
      ],
      failed: false,
    });
  });

  it('with problems cannot, and they are told in the order of the file with the warnings', () => {
    const wrong = RIGHT.replace('"termDays": 180', '"termDays": 0').replace('"GTM-ABC1234"', '"GTM"');
    write('config.json', wrong.replace('"KZ"', '"XX"'));
    const { lines, failed } = run(['config.json']);
    expect(failed).toBe(true);
    expect(lines.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      'config.json:13:3: termDays',
      'config.json:25:36: warning',
      'config.json:32:42: trackers[3].provider.country',
      'config.json cannot be used: 2 problems, 1 warning.',
    ]);
  });

  it('that is not there is told of by its path', () => {
    expect(run(['no.json']).lines).toEqual([
      `no.json:1:1: The file no.json cannot be read. Write the path of a consent.config.json.`,
      'no.json cannot be used: 1 problem.',
    ]);
  });
});

describe('pages', () => {
  it('of a folder are all looked at, those in folders inside, too', () => {
    write('pages/b.html', `<p>\n ${pixel}`);
    write('pages/deep/a.HTM', pixel);
    write('pages/c.txt', pixel);
    expect(run([], 'pages')).toEqual({
      lines: [
        `pages/b.html:2:12: ${SAID_OF_PIXEL}`,
        `pages/deep/a.HTM:1:11: ${SAID_OF_PIXEL}`,
        '2 pages: 2 problems.',
      ],
      failed: true,
    });
  });

  it('without a finding are counted', () => {
    write('a.html', '<p>Сәлем');
    expect(run(['a.html'])).toEqual({ lines: ['1 page: 0 problems.'], failed: false });
  });

  it('that a folder does not have are a problem', () => {
    const none =
      'pages: has no page: nothing in it has a name that ends with ".html" or ".htm". Name the folder of the built pages.';
    expect(run([], 'pages')).toEqual({ lines: [none, '0 pages: 1 problem.'], failed: true });
    write('a.html', '<p>Сәлем');
    expect(run(['config.json', 'a.html'], 'pages')).toEqual({
      lines: ['config.json can be used: 0 problems.', none, '0 pages: 1 problem.', '1 page: 0 problems.'],
      failed: true,
    });
  });

  it('that are not there are told of by their path', () => {
    expect(() => run(['no.html'])).toThrow(/no\.html does not exist\. Write the path/);
    expect(() => run([], 'nowhere')).toThrow(/nowhere does not exist\. Write the path/);
    expect(() => run([], 'no.html')).toThrow(/no\.html does not exist\. Write the path/);
    mkdirSync(join(folder, 'folder.html'));
    expect(() => run(['folder.html'])).toThrow(/folder\.html cannot be read\. Write the path/);
  });

  it('may be a single one in place of a folder', () => {
    write('a.html', pixel);
    expect(run([], 'a.html').lines).toEqual([`a.html:1:11: ${SAID_OF_PIXEL}`, '1 page: 1 problem.']);
  });

  it('beside a configuration are told the ids that the site gave', () => {
    write('config.json', RIGHT.replace('"12345678"', '"12345678", "as": "metrica"'));
    write('a.html', '<script src="https://mc.example/tag.js"></script>');
    expect(run(['config.json', 'a.html'])).toEqual({
      lines: [
        'config.json can be used: 0 problems.',
        'a.html:1:1: warning: <script> of "metrica" does not wait for consent. Write <script type="text/plain" data-kelisim="metrica" src="https://mc.example/tag.js"></script>',
        '1 page: 0 problems, 1 warning.',
      ],
      failed: false,
    });
    expect(run(['a.html']).lines[0]).toContain('Add { "use": "yandex-metrica" }');
  });
});
