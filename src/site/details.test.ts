import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { siteDetails } from './details.ts';
import { expand } from './expand.ts';
import { createMessages } from './messages.ts';
import { resolve } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';

function details(locale: 'kk' | 'ru', edit: (config: SiteConfig) => void = () => {}) {
  const config = expand(schema.parse(structuredClone(demo)));
  edit(config);
  return siteDetails(resolve(config, {}), createMessages(locale));
}
const valuesOf = (...given: Parameters<typeof details>) => details(...given).facts.map(({ value }) => value);

describe.each(['kk', 'ru'] as const)('the details in %s', (locale) => {
  it('say all that Art. 8(4) of Law 94-V asks for', () => {
    const told = valuesOf(locale).join('\n');
    const words = {
      kk: ['180 күн', 'Ресей және АҚШ', 'Таратылмайды', 'IP-мекенжай', '2020 жылғы 10 наурыз', '94-V'],
      ru: ['180 дней', 'Россия и США', 'Не распространяются', 'IP-адрес', '10 марта 2020 г.', '94-V'],
    }[locale];
    const own = [
      demo.operator.name[locale],
      demo.operator.bin,
      demo.policy.title[locale],
      demo.policy.protocol,
    ];
    expect([...words, ...own].filter((word) => !told.includes(word))).toEqual([]);
  });

  it('describe every tracker with provider, country, technologies and each stored name', () => {
    const { trackers } = details(locale);
    expect(trackers).toHaveLength(demo.trackers.length);
    for (const [
      index,
      { id, name, purpose, uses, provider, description, stores },
    ] of demo.trackers.entries()) {
      const told = { id, name, purpose, uses, provider: provider.name, description: description[locale] };
      expect(trackers[index]).toMatchObject(told);
      expect(trackers[index]?.country).toMatch(/^\p{Script=Cyrillic}+$/u);
      expect(trackers[index]?.stores.map(({ name }) => name)).toEqual(stores.map(({ name }) => name));
    }
  });

  it('give every lifetime and kind of storage in words', () => {
    const stores = details(locale).trackers.flatMap(({ stores }) => stores);
    expect(stores.filter(({ kind, lifetime }) => !/\p{Script=Cyrillic}/u.test(kind + lifetime))).toEqual([]);
    expect(stores.find(({ name }) => name === '_sq_ses')?.lifetime).toMatch(/^30 минут$/);
  });

  it('say which tracker cannot be stopped on a page and which name cannot be erased', () => {
    expect(
      details(locale).trackers.some(({ note }) => note),
      'while the guard cuts it',
    ).toBe(false);
    const { trackers } = details(locale, (config) => {
      config.guard = 'off';
    });
    expect(trackers.filter(({ note }) => note).map(({ id }) => id)).toEqual(['komek']);
    const noted = trackers.flatMap(({ stores }) => stores).filter(({ note }) => note);
    expect(noted.map(({ name }) => name)).toEqual(['korme_v']);
  });

  it('say of a tracker whose stored names nobody knows that it keeps something, and where', () => {
    const { trackers } = details(locale, (config) => {
      const [tracker] = config.trackers;
      if (tracker) Object.assign(tracker, { uses: ['cookies', 'localStorage'], stores: [] });
    });
    const words = { kk: ['атаулары белгісіз', 'белгісіз'], ru: ['названия неизвестны', 'неизвестно'] }[
      locale
    ];
    expect(trackers[0]?.stores).toMatchObject([
      { name: words[0], lifetime: words[1], note: expect.stringMatching(/домен/) },
      { name: words[0], lifetime: words[1], note: expect.stringMatching(/домен/) },
    ]);
    const pixels = trackers.find(({ uses }) => `${uses}` === 'pixels');
    expect(pixels?.stores).toEqual([]);
  });

  it('name what the banner itself stores', () => {
    expect(details(locale).necessary.map(({ name }) => name)).toEqual(['kelisim', 'kelisim.locale']);
  });

  it('leave only those marks to the panel that it fills in', () => {
    const marks = JSON.stringify(details(locale)).match(/\{\{\w+\}\}/g) ?? [];
    expect([...new Set(marks)].sort()).toEqual(['{{day}}', '{{missing}}', '{{month}}', '{{year}}']);
  });

  it('name e-mail and phone of the person responsible, the e-mail as a link', () => {
    const contact = details(locale, ({ operator }) => {
      operator.contact = { email: 'info@x.kz', phone: '+7 700' };
    }).facts.find(({ href }) => href);
    expect(contact).toMatchObject({ value: 'info@x.kz, +7 700', href: 'mailto:info@x.kz' });
  });

  it('lead to the page of the policy, in its own language where there are two, or nowhere', () => {
    const hrefOf = (url?: SiteConfig['policy']['url']) => {
      const { facts } = details(locale, ({ policy }) => Object.assign(policy, { url }));
      return facts.find(({ value }) => value.includes(demo.policy.protocol));
    };
    expect(hrefOf('/policy')).toMatchObject({ href: '/policy' });
    const pages = { kk: 'https://x.kz/kk', ru: 'https://x.kz/ru' };
    expect(hrefOf(pages)).toMatchObject({ href: pages[locale] });
    expect(hrefOf({ kk: '/kk' })).toMatchObject({ href: '/kk' });
    expect(hrefOf()).not.toHaveProperty('href');
  });

  it('say so when nothing leaves the country', () => {
    const values = valuesOf(locale, ({ trackers }) => {
      for (const { provider } of trackers) provider.country = 'KZ';
    });
    expect(values).toContain({ kk: 'Жоқ.', ru: 'Нет.' }[locale]);
  });
});
