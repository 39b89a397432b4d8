import type { LaterSite, LazyFile, PanelFiles, SiteRules } from '../contract.ts';
import placeholderCss from '../notice/placeholder.css?inline';
import reopenCss from '../notice/reopen.css?inline';
import type { Locale } from '../types.ts';
import { cspText } from './csp.ts';
import { siteDetails } from './details.ts';
import { fill, put } from './fill.ts';
import { formCss, showsBoth } from './form.ts';
import { GOOGLE_DEFAULT, GOOGLE_UPDATE, hasGoogle } from './google.ts';
import { packGuard } from './guardRules.ts';
import { cspHash, integrityOf, nameHash } from './hash.ts';
import { logOf } from './log.ts';
import { createMessages, type Messages } from './messages.ts';
import { catalogOf } from './ownTexts.ts';
import { policyHtml } from './policy.ts';
import { prerender, prerenderLeftover, prerenderPlaceholder, prerenderReopen } from './prerender.tsx';
import { purposesOf, type Site } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';
import { inlineTag, tag } from './snippet.ts';
import { noticeTexts, unconfiguredTexts } from './texts.ts';
import { themedCss } from './theme.ts';

/** The parts of the browser side that are the same for every site, as `npm run build:tool` made them. */
export interface Runtime {
  /** The widget, with the name `__KELISIM_SITE__` where the rules belong. */
  widget: string;
  /** The widget of a site whose guard is off. */
  widgetOff: string;
  /** The guard, a script of the free names `scope` and `setup`. */
  guard: string;
  /** The guard of the mode `strict`. */
  guardStrict: string;
  /** What goes in front of the widget where Google has to be told, with `__KELISIM_GOOGLE__` where the calls belong. */
  google: string;
  /** What follows the widget where the page says whether it is dark. */
  scheme: string;
  /** The panel, with the name `__KELISIM_FILES__` where its files belong. */
  preferences: string;
  /** Withdrawal, with the name `__KELISIM_LATER__` where its rules belong. */
  later: string;
  /** `kelisim.d.ts`. */
  types: string;
}

/** File names and contents, in the order they are listed. */
export type Files = Map<string, string>;

/**
 * Has Chromium (136 and later) compile all of the file while it loads, beside the main thread: nearly every function of
 * it runs at the start. V8's explicit compile hints; to others it is a comment.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** Whether the pages may hold frames of a tracker: it is for nothing else, or nothing else starts it. */
const isEmbedded = ({ purpose, start }: TrackerConfig): boolean => purpose === 'media' || !start.length;

/** All files of a site except the manifest. The same input gives the same bytes. */
export function emit(site: Site, runtime: Runtime): Files {
  const messages = new Map(
    site.languages.map((locale) => [locale, createMessages(locale, catalogOf(site, locale))]),
  );
  const both = showsBoth(site);
  const files: Files = new Map();
  const lazy = (name: string, ending: string, body: string): LazyFile => {
    const path = `${name}-${nameHash(body)}.${ending}`;
    files.set(path, body);
    return { path, integrity: integrityOf(body) };
  };
  const perLocale = (make: (locale: Locale) => LazyFile) =>
    Object.fromEntries(site.languages.map((locale) => [locale, make(locale)]));
  const panelFiles: PanelFiles = {
    locales: site.languages,
    details: perLocale((locale) =>
      lazy(`details.${locale}`, 'json', JSON.stringify(siteDetails(site, messages.get(locale) as Messages))),
    ),
    policy: perLocale((locale) =>
      lazy(`policy.${locale}`, 'html', policyHtml(site.policyText[locale] ?? '')),
    ),
  };
  const laterSite: LaterSite = {
    ...site.later,
    log: logOf(site),
    ...(hasGoogle(site) && { google: GOOGLE_UPDATE }),
    html: prerenderLeftover([...messages.values()], both),
    placeholders: Object.fromEntries(
      site.trackers
        .filter(isEmbedded)
        .map((tracker) => [tracker.id, prerenderPlaceholder([...messages.values()], tracker, both)]),
    ),
    placeholderCss: placeholderCss.trim(),
    reopen: prerenderReopen(),
    reopenCss: reopenCss.trim(),
    ...(purposesOf(site).includes('marketing') && {
      gpc: Object.fromEntries([...messages].map(([locale, { t }]) => [locale, t('told.gpc')])),
    }),
    preferences: lazy('preferences', 'js', fill(runtime.preferences, '__KELISIM_FILES__', panelFiles)),
  };
  const later = lazy('later', 'js', fill(runtime.later, '__KELISIM_LATER__', laterSite));
  const html = prerender({
    messages: [...messages.values()],
    texts: (messages) => noticeTexts(site, messages),
    settings: true,
    parts: site.theme.parts,
    both,
  });
  const { guard, ...own } = site.rules;
  const rules: SiteRules = {
    ...own,
    ...(guard && { guard: packGuard(guard) }),
    html,
    css: themedCss(site.theme) + formCss(site),
    later,
  };
  const google = hasGoogle(site) ? fill(runtime.google, '__KELISIM_GOOGLE__', GOOGLE_DEFAULT) : '';
  const scheme = site.theme.scheme === 'page' ? runtime.scheme : '';
  const script = google + fillWidget(runtime, rules) + scheme;
  const file = COMPILE_HINT + script;
  files.set('kelisim.js', file);
  files.set('kelisim.d.ts', runtime.types);
  files.set('snippet.html', tag(site.base, file));
  // Without the hint: tools that take the line breaks out of a page would make all of it a comment.
  files.set('snippet.inline.html', inlineTag(script));
  files.set('csp.txt', cspText(site, cspHash(script)));
  return files;
}

/** The widget for a page whose site was never built: it asks in both languages, and nothing can run. */
export function emitUnconfigured(runtime: Runtime): string {
  const locales: Locale[] = ['kk', 'ru'];
  const messages = locales.map((locale) => createMessages(locale));
  const rules: SiteRules = {
    revision: 'no-rules',
    base: '',
    termDays: 1,
    cookie: { name: 'kelisim' },
    locales,
    asked: { purposes: [], technologies: [], trackers: [] },
    trackers: {},
    html: prerender({ messages, texts: unconfiguredTexts, settings: false }),
    css: themedCss({}),
  };
  const cure = 'no site in this file: build one with `npx kelisim build consent.config.json --out DIR`';
  return `${fillWidget(runtime, rules)}console.warn('[kelisim] ${cure}');\n`;
}

/** The widget of a site, with the guard where the site has one. */
function fillWidget(runtime: Runtime, rules: SiteRules): string {
  if (!rules.guard) return fill(runtime.widgetOff, '__KELISIM_SITE__', rules);
  const guard = rules.guard.strict ? runtime.guardStrict : runtime.guard;
  const text = `function(scope,setup){${guard.trim().replace(/^\(\(\)=>\{|\}\)\(\);?$/g, '')}}`;
  return fill(put(runtime.widget, '__KELISIM_GUARD__', text), '__KELISIM_SITE__', rules);
}
