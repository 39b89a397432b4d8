import { cookiesOf, packaged, type Setup, type Tool } from '../tool.ts';
import type { Words } from '../words.ts';

/** All texts of a build for another language, put over by the configuration. */
const translations = ({ title, text, settings, details: { texts } }: Words) => ({
  banner: {
    title,
    description: `${text} {privacyPolicy}`,
    privacyPolicyLabel: texts.policy,
    accept: texts.accept,
    acceptTitle: texts.accept,
    decline: texts.refuse,
    declineTitle: texts.refuse,
    configure: settings,
    configureTitle: settings,
  },
  modal: {
    title: texts.preferencesTitle,
    description: `${texts.rule} {privacyPolicy}`,
    privacyPolicyLabel: texts.policy,
    close: texts.close,
    closeTitle: texts.close,
    globalPreferences: texts.purposes,
    acceptAll: texts.accept,
    declineAll: texts.refuse,
    save: texts.save,
    saveTitle: texts.save,
  },
  purpose: {
    mandatory: texts.alwaysOn,
    mandatoryTitle: texts.alwaysOn,
    showMore: texts.more,
    accept: texts.allowed,
    decline: texts.refused,
    enabled: texts.allowed,
    disabled: texts.refused,
    partial: texts.off,
  },
});

/** Purposes with the trackers in them. */
const purposesOf = (words: Words) =>
  words.details.purposes
    .map(({ id, name, description }) => ({
      id,
      title: name,
      description,
      purposes: words.details.trackers
        .filter(({ purpose }) => purpose === id)
        .map((one) => ({
          id: one.id,
          title: one.name,
          description: `${one.description} ${one.provider}, ${one.country}.`,
          cookies: cookiesOf(words, one.id),
        })),
    }))
    .filter(({ purposes }) => purposes.length > 0);

/**
 * Orejime 3: script and style sheet as "Content Delivery Network" of its README says, the script at the end of the
 * page so that it does not hold up the first paint; the trackers in `<template>` elements. A page has one language: the
 * Russian page would have another configuration of the same length.
 */
export function orejime({ words: [kk], trackers }: Setup): Tool {
  const config = { privacyPolicyUrl: '/policy', purposes: purposesOf(kk), translations: translations(kk) };
  const held = (tracker: string, html: string) => `<template data-purpose="${tracker}">${html}</template>`;
  const tag = (src: string, rest = '') => `<script src="${trackers}/${src}"${rest}></script>`;
  return {
    name: 'Orejime',
    head: '<link href="/orejime/orejime-standard.css" rel="stylesheet">',
    end: [
      held('sanaq', tag('sanaq.js', ' async')),
      held('izdeu', tag('izdeu-base.js') + tag('izdeu-events.js')),
      held('baspa', `<img src="${trackers}/baspa/px.gif?e=pageview" alt="">`),
      held('qalqan', tag('qalqan.mjs', ' type="module"')),
      `<script>window.orejimeConfig=${JSON.stringify(config)}</script>`,
      '<script src="/orejime/orejime-standard-en.js"></script>',
    ].join('\n'),
    files: {
      '/orejime/orejime-standard.css': packaged('orejime/dist/orejime-standard.css'),
      '/orejime/orejime-standard-en.js': packaged('orejime/dist/orejime-standard-en.js'),
    },
    accept: '.orejime-Banner-saveButton',
    settings: '.orejime-Banner-learnMoreButton',
  };
}
