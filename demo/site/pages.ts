import { layout, type PageContext, type PageParts } from './layout.ts';
import { cabinet } from './pages/cabinet.ts';
import { home } from './pages/home.ts';
import { loan } from './pages/loan.ts';
import { tryCsp, tryCss, tryGtm, tryIndex, trySpa } from './pages/try/pages.ts';
import { kk } from './text/kk.ts';
import { ru } from './text/ru.ts';

const templates: Record<string, (context: PageContext) => PageParts> = {
  '/': home,
  '/nesie/': loan,
  '/kabinet/': cabinet,
  '/synaq/': tryIndex,
  '/synaq/csp/': tryCsp,
  '/synaq/spa/': trySpa,
  '/synaq/spa/sharttar/': trySpa,
  '/synaq/gtm/': tryGtm,
  '/synaq/css/': tryCss,
};

/** What every page needs from the server: the trackers' origin, the line that loads kelisim, a new nonce. */
export type PageLinks = Pick<PageContext, 'trackerUrl' | 'kelisimTag' | 'nonce'>;

/** A whole page, with the policy that it is sent with. */
export interface RenderedPage {
  body: string;
  policy?: string | undefined;
}

/** The page at `address`, such as `/ru/nesie/`; `undefined` when there is none. */
export function renderPage(address: string, links: PageLinks): RenderedPage | undefined {
  const russian = address.startsWith('/ru/');
  const path = russian ? address.slice('/ru'.length) : address;
  const template = Object.hasOwn(templates, path) ? templates[path] : undefined;
  if (!template) return undefined;
  const local = russian
    ? ({ language: 'ru', text: ru, base: '/ru' } as const)
    : ({ language: 'kk', text: kk, base: '' } as const);
  const context: PageContext = { ...links, ...local, path };
  const parts = template(context);
  return { body: layout(context, parts), policy: parts.policy };
}
