import { cookiesOf, packaged, type Setup, script, type Tool } from '../tool.ts';
import type { Words } from '../words.ts';

/** One language, with every key that the notice and the settings use; what lacks would be English. */
const translation = ({ title, text, settings, details }: Words) => {
  const { texts, purposes, trackers } = details;
  return {
    privacyPolicyUrl: '/policy',
    privacyPolicy: { name: texts.policy, text: '{privacyPolicy}' },
    consentNotice: { title, description: text, learnMore: settings, changeDescription: texts.rule },
    consentModal: { title: texts.preferencesTitle, description: texts.rule },
    ok: texts.accept,
    acceptAll: texts.accept,
    acceptSelected: texts.save,
    save: texts.save,
    decline: texts.refuse,
    close: texts.close,
    service: {
      disableAll: { title: texts.purposes, description: texts.rule },
      required: { title: texts.necessary, description: texts.alwaysOn },
      purpose: texts.purposes,
      purposes: texts.purposes,
    },
    purposeItem: { service: texts.more, services: texts.more },
    poweredBy: 'Klaro!',
    purposes: Object.fromEntries(
      purposes.map(({ id, name, description }) => [id, { title: name, description }]),
    ),
    ...Object.fromEntries(
      trackers.map(({ id, name, description, provider, country }) => [
        id,
        { title: name, description: `${description} ${provider}, ${country}.` },
      ]),
    ),
  };
};

/**
 * Klaro 0.7: the file with the styles in it and the configuration, both deferred, as "Getting started" of its README
 * says, and the trackers marked as its "Managing third-party apps/trackers" says.
 */
export function klaro({ words: [kk, ru], trackers }: Setup): Tool {
  const config = {
    version: 1,
    acceptAll: true,
    showNoticeTitle: true,
    translations: { kk: translation(kk), ru: translation(ru) },
    services: kk.details.trackers.map(({ id, purpose }) => ({
      name: id,
      purposes: [purpose],
      cookies: cookiesOf(kk, id),
    })),
  };
  const held = (tracker: string, src: string, rest = 'data-type="text/javascript"') =>
    `<script type="text/plain" ${rest} data-name="${tracker}" data-src="${trackers}/${src}"></script>`;
  return {
    name: 'Klaro',
    head:
      '<script defer type="text/javascript" src="/klaro/config.js"></script>' +
      '<script defer type="text/javascript" src="/klaro/klaro.js"></script>',
    end: [
      held('sanaq', 'sanaq.js', 'data-type="text/javascript" async'),
      held('izdeu', 'izdeu-base.js'),
      held('izdeu', 'izdeu-events.js'),
      `<img data-name="baspa" data-src="${trackers}/baspa/px.gif?e=pageview" alt="">`,
      held('qalqan', 'qalqan.mjs', 'data-type="module"'),
    ].join('\n'),
    files: {
      '/klaro/klaro.js': packaged('klaro/dist/klaro.js'),
      '/klaro/config.js': script(`var klaroConfig=${JSON.stringify(config)}`),
    },
    accept: '.klaro .cookie-notice .cm-btn-success',
    settings: '.klaro .cookie-notice .cm-link',
  };
}
