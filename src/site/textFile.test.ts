import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { loadSite } from './build.ts';
import { ConfigError, type Problem } from './problems.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const CONFIG = JSON.stringify({ ...demo, policy: { ...demo.policy, text: { kk: 'kk.md', ru: 'ru.md' } } });
const POLICY = '## 1-бап\n\nмәтін';

/** What is said of a configuration and its policies, or the policies as they were read. */
function read(config: string | Uint8Array, policy: string | Uint8Array): Problem[] | unknown {
  write('kk.md', policy);
  write('ru.md', '## Статья');
  try {
    return loadSite(write('config.json', config)).site.policyText.kk;
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    return cause.problems;
  }
}

/** The signs of a text as Windows wrote them before Unicode, of those that are needed here. */
const windows1251 = (text: string) =>
  Uint8Array.from([...text].map((sign) => (sign < '\x80' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350)));
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a file that is not UTF-8', () => {
  it.each<[string, Uint8Array]>([
    ['Windows-1251', windows1251('## Статья')],
    ['UTF-16 with a byte order mark', utf16(`\uFEFF${POLICY}`)],
    ['UTF-16 without one', utf16(POLICY)],
    ['cut in the middle of a letter', Buffer.from(POLICY).subarray(0, -1)],
  ])('is told of by its name, a policy in %s', (_what, policy) => {
    expect(read(CONFIG, policy)).toEqual([
      { where: 'policy.text.kk', message: 'The file kk.md is not UTF-8. Save it as UTF-8.' },
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['Windows-1251', windows1251('{"operator": "Оператор"}')],
    ['UTF-16', utf16(`\uFEFF${CONFIG}`)],
  ])('is told of by its name, a configuration in %s', (_what, config) => {
    const message = `The file ${join(folder, 'config.json')} is not UTF-8. Save it as UTF-8.`;
    expect(read(config, POLICY)).toEqual([{ where: '', message }]);
  });
});

describe('a policy', () => {
  it.each([Buffer.from('## Мәтін\0'), utf16('## Policy')])('that holds U+0000 is told of', (policy) => {
    expect(read(CONFIG, policy)).toEqual([
      {
        where: 'policy.text.kk',
        message: 'The file kk.md holds U+0000, as UTF-16 does. Save it as UTF-8.',
      },
    ]);
  });

  it.each(['', ' \n\t', '\uFEFF\r\n'])('without a text is told of: %j', (policy) => {
    expect(read(CONFIG, policy)).toEqual([
      { where: 'policy.text.kk', message: 'The file kk.md is empty. Write the text of the policy there.' },
    ]);
  });

  it('is read without its byte order mark, so that its first article begins a line', () => {
    expect(read(CONFIG, `\uFEFF${POLICY}`)).toBe(POLICY);
    expect(read(`\uFEFF${CONFIG}`, POLICY)).toBe(POLICY);
  });
});
