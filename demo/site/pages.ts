import { layout, type PageContext, type PageParts } from './layout.ts';
import { cabinet } from './pages/cabinet.ts';
import { home } from './pages/home.ts';
import { loan } from './pages/loan.ts';
import { kk } from './text/kk.ts';
import { ru } from './text/ru.ts';

const templates: Record<string, (context: PageContext) => PageParts> = {
  '/': home,
  '/nesie/': loan,
  '/kabinet/': cabinet,
};

/** What every page needs from the server: the trackers' origin and the line that loads kelisim. */
export type PageLinks = Pick<PageContext, 'trackerUrl' | 'kelisimTag'>;

/** The whole HTML of the page at `address`, such as `/ru/nesie/`; `undefined` when there is none. */
export function renderPage(address: string, links: PageLinks): string | undefined {
  const russian = address.startsWith('/ru/');
  const path = russian ? address.slice('/ru'.length) : address;
  const template = Object.hasOwn(templates, path) ? templates[path] : undefined;
  if (!template) return undefined;
  const local = russian
    ? ({ language: 'ru', text: ru, base: '/ru' } as const)
    : ({ language: 'kk', text: kk, base: '' } as const);
  const context: PageContext = { ...links, ...local, path };
  return layout(context, template(context));
}
