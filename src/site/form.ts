import bothCss from '../notice/both.css?inline';
import cardCss from '../notice/card.css?inline';
import centreCss from '../notice/centre.css?inline';
import cornerCss from '../notice/corner.css?inline';
import type { FileConfig } from './schema.ts';

const LAYOUTS: Record<FileConfig['layout'], string> = {
  bar: '',
  corner: cardCss + cornerCss,
  centre: cardCss + centreCss,
};

/** Whether both languages are in sight at once. */
export const showsBoth = ({
  languageMode,
  languages,
}: Pick<FileConfig, 'languageMode' | 'languages'>): boolean =>
  languageMode === 'both' && languages.length > 1;

/** What the form of the notice that the site has chosen adds to its sheet; nothing for a bar in one language at a time. */
export const formCss = (site: Pick<FileConfig, 'layout' | 'languageMode' | 'languages'>): string =>
  // What both languages need is the narrower form's to overrule.
  ((showsBoth(site) ? bothCss.trim() : '') + LAYOUTS[site.layout]).trim();
