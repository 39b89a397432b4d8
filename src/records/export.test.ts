import { describe, expect, it } from 'vitest';
import { csv } from './export.ts';
import type { Stored } from './store.ts';
import { samplePost } from './testing/samples.ts';

async function exportedOf(operator: string): Promise<string> {
  const post = samplePost();
  post.told.operator.kk = operator;
  const place = { day: '2026-11-25', seq: 1, received: '2026-11-25T09:00:01.000Z', previous: '', hash: 'a1' };
  const rows = (async function* (): AsyncGenerator<Stored> {
    yield { ...place, receipt: post.record.id, body: JSON.stringify(post) };
  })();
  let text = '';
  for await (const part of csv(rows)) text += part;
  return text;
}

describe('a text in the CSV', () => {
  it.each([
    ['=1', "'=1"],
    [' =1', "' =1"],
    ['\u3000=1', "'\u3000=1"],
    ['\u200B@a', "'\u200B@a"],
    ['＝1', "'＝1"],
    ["x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"],
    ['x; \u00A0-1', "x;' \u00A0-1"],
    ['x\t+1', "x\t'+1"],
    ['x,=1', `"x,'=1"`],
    ['x\n=1', `"x\n'=1"`],
    ['x\r\n@a', `"x\r'\n'@a"`],
    // A program that splits at the semicolon takes the quotes as those of a cell.
    ['x;"=1"', `"x;'""=1"""`],
  ])('that is a formula for some table program is none any more: %j', async (text, field) => {
    expect(await exportedOf(text)).toContain(`,${field},000000000000,`);
  });

  it.each(['«Finbox» микроқаржы ұйымы» ЖШС', 'A-B = C; D + E, F@g.kz', "O'Neill; Sons", 'a\tb\u3000c;d'])(
    'that is no formula stays as it is: %j',
    async (text) => {
      const field = /[",]/.test(text) ? `"${text}"` : text;
      expect(await exportedOf(text)).toContain(`,${field},000000000000,`);
    },
  );

  it('of an ordinary record needs no guard anywhere', async () => {
    expect(await exportedOf('Finbox')).not.toContain("'");
  });
});
