import type { NoticeTexts } from '../notice/Notice.tsx';
import type { Messages } from './messages.ts';
import { countriesAbroad, inLocale, purposesOf, type Site, technologiesOf } from './resolve.ts';

const labels = ({ t }: Messages) => ({
  accept: t('ui.accept'),
  refuse: t('ui.refuse'),
  preferences: t('ui.preferences'),
  policy: t('ui.policy'),
  failed: t('message.failed'),
});

/** "Data goes to third parties, also abroad (…)", or that it does not leave the country. */
const transfer = (site: Site, { t, list, country }: Messages): string => {
  const abroad = countriesAbroad(site);
  return abroad.length ? t('told.abroad', { countries: list(abroad.map(country)) }) : t('told.domestic');
};

/** The first layer of a site in one language. */
export function noticeTexts(site: Site, messages: Messages): NoticeTexts {
  const { t, locale } = messages;
  return {
    ...labels(messages),
    title: t('told.title'),
    // Of a site without trackers the sentences about use, transfer and term would not be true.
    paragraphs: site.trackers.length ? statements(site, messages) : [t('told.unconfigured')],
    operator: t('told.operator', { name: inLocale(site.operator.name, locale), bin: site.operator.bin }),
  };
}

/** What is used for what, who gets data, for how long. */
function statements(site: Site, messages: Messages): string[] {
  const { t, list } = messages;
  const used = technologiesOf(site).map((technology) => t(`technology.${technology}.used`));
  const purposes = purposesOf(site).map((purpose) => t(`purpose.${purpose}.listed`));
  return [
    t('told.uses', { technologies: list(used), purposes: purposes.join(', ') }),
    `${transfer(site, messages)} ${t('told.term', { count: site.termDays })}`,
  ];
}

/** The first layer of the file that was built without a configuration: it asks, and says that nothing can run. */
export const unconfiguredTexts = (messages: Messages): NoticeTexts => ({
  ...labels(messages),
  title: messages.t('told.title'),
  paragraphs: [messages.t('told.unconfigured')],
  operator: '',
});
