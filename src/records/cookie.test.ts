import { describe, expect, it } from 'vitest';
import { samplePost } from './testing/samples.ts';
import { GOOD, useStubbed } from './testing/stubbed.ts';

const { post } = useStubbed();

describe('the record cookie', () => {
  const { record } = samplePost();
  const head = [1, record.id, record.at, record.until, record.locale, record.via, record.revision].join('|');
  const value = `${head}|analytics*~marketing*|cookies*|sanaq*~izdeu*|123456789`;
  const cookieOf = async (cookie: string) => (await post(GOOD, { cookie })).headers.get('set-cookie');

  it('is given back as it was sent, until the end of the record', async () => {
    expect(await cookieOf(`a=b; kelisim=${value}; c=d`)).toBe(
      `kelisim=${value}; Path=/; Domain=akshamat.kz; Expires=${new Date(record.until).toUTCString()}; SameSite=Lax; Secure`,
    );
  });

  it.each([
    ['there is none', 'a=b'],
    ['it is of another decision', `kelisim=${value.replace('accept', 'refuse')}`],
    ['it is of another receipt', `kelisim=${value.replace('0123', '3210')}`],
    ['another name ends like it', `xkelisim=${value}`],
    ['it holds what no record holds', `kelisim=${value}%0d%0a`],
    ['it is quoted', `kelisim="${value}"`],
  ])('is not set where %s', async (_what, cookie) => {
    expect(await cookieOf(cookie)).toBeNull();
  });
});
