import type { Details, TrackerDetails } from '../contract.ts';
import { parseLifetime } from './lifetime.ts';
import { type Messages, months } from './messages.ts';
import { countriesAbroad, inLocale, purposesOf, type Site, technologiesOf } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';

/** Keys of `ui` and `message` that the panel shows. */
const PANEL_KEYS = [
  ...['accept', 'refuse', 'save', 'withdraw', 'policy', 'back', 'close', 'more', 'myChoice'],
  ...['decidedAt', 'until', 'receipt', 'download', 'provider', 'country', 'uses', 'stores', 'storesNothing'],
  ...['technologies', 'purposes', 'necessary', 'alwaysOn', 'facts', 'off'],
  ...['preferencesTitle', 'willRun', 'copy', 'copied', 'act', 'language', 'version'],
  ...['allowed', 'refused', 'api', 'gpc'],
];

const lifetimeWords = ({ t }: Messages, text: string): string => {
  const lifetime = parseLifetime(text) ?? 'session';
  return typeof lifetime === 'string'
    ? t(`lifetime.${lifetime}`)
    : t(`lifetime.${lifetime.unit}`, { count: lifetime.count });
};

/** Technologies that keep something, with the kind of storage that stands for what is kept by a name nobody knows. */
const KEEPING = [
  ['cookies', 'cookie'],
  ['localStorage', 'localStorage'],
] as const;

/**
 * What a tracker stores, in words. One that keeps something under names that are not known, as some vendors do on their own
 * domains, has a line for each such technology: that it keeps nothing would not be true.
 */
function storesInWords({ uses, stores }: TrackerConfig, messages: Messages): TrackerDetails['stores'] {
  const { t } = messages;
  const note = t('told.thirdParty');
  if (stores.length)
    return stores.map(({ name, kind, lifetime, thirdParty }) => ({
      name,
      kind: t(`kind.${kind}`),
      lifetime: lifetimeWords(messages, lifetime),
      ...(thirdParty && { note }),
    }));
  return KEEPING.filter(([technology]) => uses.includes(technology)).map(([, kind]) => ({
    name: t('told.unnamed'),
    kind: t(`kind.${kind}`),
    lifetime: t('lifetime.unknown'),
    note,
  }));
}

function trackerDetails(tracker: TrackerConfig, messages: Messages, isUncut: boolean): TrackerDetails {
  const { t, locale } = messages;
  const { id, name, purpose, uses, provider, stop } = tracker;
  return {
    id,
    name,
    purpose,
    uses,
    description: inLocale(tracker.description, locale),
    provider: inLocale(provider.name, locale),
    country: messages.country(provider.country),
    ...(provider.url && { url: inLocale(provider.url, locale) }),
    stores: storesInWords(tracker, messages),
    ...(stop === false && isUncut && { note: t('told.stopless') }),
  };
}

/** Who, what law, which data, where to, how long: the statements of Law 94-V Art. 8(4) that are not elsewhere. */
function facts(site: Site, { t, list, country, date, locale }: Messages): Details['facts'] {
  const { operator, policy, termDays } = site;
  const { email, phone, url } = operator.contact;
  const abroad = countriesAbroad(site).map(country);
  const contact = [email, phone].filter(Boolean).join(', ');
  const href = url ? inLocale(url, locale) : email && `mailto:${email}`;
  return [
    { label: t('fact.operator'), value: inLocale(operator.name, locale) },
    { label: t('fact.bin'), value: operator.bin },
    { label: t('fact.contact'), value: contact || t('fact.contactValue'), ...(href && { href }) },
    { label: t('fact.term'), value: t('fact.termValue', { count: termDays }) },
    {
      label: t('fact.crossBorder'),
      value: abroad.length ? t('fact.crossBorderYes', { countries: list(abroad) }) : t('fact.crossBorderNo'),
    },
    { label: t('fact.publication'), value: t('fact.publicationValue') },
    { label: t('fact.data'), value: t('fact.dataValue') },
    {
      label: t('fact.policy'),
      value: t('fact.policyValue', {
        title: inLocale(policy.title, locale),
        protocol: policy.protocol,
        date: date(policy.date),
      }),
      ...(policy.url && { href: inLocale(policy.url, locale) }),
    },
    { label: t('fact.law'), value: t('fact.lawValue') },
  ];
}

/** Everything the panel shows of this site in one language. */
export function siteDetails(site: Site, messages: Messages): Details {
  const { t, locale } = messages;
  const texts = Object.fromEntries(PANEL_KEYS.map((key) => [key, t(`ui.${key}`)]));
  // The panel fills these in itself, so the marks stay.
  texts.willNotRun = t('ui.willNotRun', { missing: '{{missing}}' });
  texts.date = t('date.full', { year: '{{year}}', month: '{{month}}', day: '{{day}}' });
  for (const key of ['rule', 'withdrawal']) texts[key] = t(`told.${key}`);
  texts.gpcNote = t('told.gpc');
  texts.failed = t('message.failed');
  for (const id of site.languages) texts[id] = t(`language.${id}`);
  return {
    locale,
    texts,
    months: months(t),
    technologies: technologiesOf(site).map((id) => ({
      id,
      name: t(`technology.${id}.name`),
      definition: t(`technology.${id}.definition`),
      source: t(`technology.${id}.source`),
    })),
    purposes: purposesOf(site).map((id) => ({
      id,
      name: t(`purpose.${id}.name`),
      description: t(`purpose.${id}.description`),
    })),
    trackers: site.trackers.map((tracker) => trackerDetails(tracker, messages, site.guard === 'off')),
    facts: facts(site, messages),
    necessary: [
      {
        name: site.cookie.name,
        description: t('necessary.record', { term: t('fact.termValue', { count: site.termDays }) }),
      },
      { name: 'kelisim.locale', description: t('necessary.locale') },
      ...(site.log ? [{ name: 'kelisim.outbox', description: t('necessary.outbox') }] : []),
    ],
  };
}
