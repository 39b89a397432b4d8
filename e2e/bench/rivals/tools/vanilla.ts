import { cookiesOf, packaged, type Setup, script, type Tool } from '../tool.ts';
import type { Words } from '../words.ts';

/** One language: https://cookieconsent.orestbida.com/reference/configuration-reference.html#translations */
const translation = ({ title, text, settings, details }: Words) => {
  const { texts, trackers, purposes } = details;
  const own = purposes.filter(({ id }) => trackers.some(({ purpose }) => purpose === id));
  return {
    consentModal: {
      title,
      description: text,
      acceptAllBtn: texts.accept,
      acceptNecessaryBtn: texts.refuse,
      showPreferencesBtn: settings,
      footer: `<a href="/policy">${texts.policy}</a>`,
    },
    preferencesModal: {
      title: texts.preferencesTitle,
      acceptAllBtn: texts.accept,
      acceptNecessaryBtn: texts.refuse,
      savePreferencesBtn: texts.save,
      closeIconLabel: texts.close,
      sections: [
        { description: texts.rule },
        { title: texts.necessary, description: texts.alwaysOn, linkedCategory: 'necessary' },
        ...own.map(({ id, name, description }) => ({
          title: name,
          description: [description, ...trackers.filter((one) => one.purpose === id).map(about)].join(' '),
          linkedCategory: id,
        })),
      ],
    },
  };
};

const about = ({ name, description, provider, country }: Words['details']['trackers'][number]) =>
  `${name} (${provider}, ${country}): ${description}`;

/** Categories with their trackers as services: …/reference/configuration-reference.html#category */
function categories(words: Words) {
  const result: Record<string, object> = { necessary: { enabled: true, readOnly: true } };
  for (const { id: purpose } of words.details.purposes) {
    const own = words.details.trackers.filter((one) => one.purpose === purpose);
    if (own.length === 0) continue;
    const cookies = own.flatMap(({ id }) => cookiesOf(words, id)).map((name) => ({ name }));
    const services = Object.fromEntries(own.map(({ id, name }) => [id, { label: name }]));
    result[purpose] = { services, ...(cookies.length > 0 && { autoClear: { cookies } }) };
  }
  return result;
}

/**
 * vanilla-cookieconsent 3: https://cookieconsent.orestbida.com/essential/getting-started.html with the script and its
 * configuration side by side, which is a round trip less than the module there; Russian is a file of its own, loaded
 * when it is asked for; the trackers are marked as …/advanced/manage-scripts.html says.
 */
export function vanilla({ words: [kk, ru], trackers }: Setup): Tool {
  const config = {
    hideFromBots: false,
    categories: categories(kk),
    language: { default: 'kk', translations: { kk: translation(kk), ru: '/vanilla/ru.json' } },
  };
  const held = (tracker: string, purpose: string, rest: string) =>
    `<script type="text/plain" data-category="${purpose}" data-service="${tracker}" ${rest}</script>`;
  return {
    name: 'vanilla-cookieconsent',
    head:
      '<link rel="stylesheet" href="/vanilla/cookieconsent.css">' +
      '<script defer src="/vanilla/cookieconsent.umd.js"></script><script defer src="/vanilla/config.js"></script>',
    end: [
      held('sanaq', 'analytics', `data-src="${trackers}/sanaq.js" async>`),
      held('izdeu', 'marketing', `data-src="${trackers}/izdeu-base.js">`),
      held('izdeu', 'marketing', `data-src="${trackers}/izdeu-events.js">`),
      held('baspa', 'marketing', `>new Image().src="${trackers}/baspa/px.gif?e=pageview"`),
      held('qalqan', 'antifraud', `data-src="${trackers}/qalqan.mjs" data-type="module">`),
    ].join('\n'),
    files: {
      '/vanilla/cookieconsent.css': packaged('vanilla-cookieconsent/dist/cookieconsent.css'),
      '/vanilla/cookieconsent.umd.js': packaged('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
      '/vanilla/config.js': script(`CookieConsent.run(${JSON.stringify(config)})`),
      '/vanilla/ru.json': { body: JSON.stringify(translation(ru)), type: 'application/json' },
    },
    accept: '#cc-main .cm [data-role=all]',
    settings: '#cc-main .cm [data-role=show]',
  };
}
