import { bare, MARK, offends } from './requests.ts';
import { site } from './scope.ts';

const TAGS =
  /<(script|img|i?frame|link|audio|video|source|track|embed|object|input|image|a|area)\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const PAIRS =
  /([\s"'/])(src|srcset|imagesrcset|href|data|poster|ping|xlink:href)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/gi;

/**
 * HTML in which no tag asks for anything that has to be held back. The address stays in the tag under another name,
 * where `inspect` finds it.
 */
export function filter(html: string): string {
  // Another site's address has two of them.
  if (!/\/\//.test(html)) return html;
  return html.replace(TAGS, (whole, tag: string) =>
    whole.replace(PAIRS, (pair, before: string, name: string, equals: string, value: string) =>
      offends(tag.toLowerCase(), bare(name), value.replace(/^["']|["']$/g, ''))
        ? before + MARK + bare(name) + equals + value
        : pair,
    ),
  );
}

/** What the page gave, or, where the filter changed it, a value that a page with Trusted Types takes, too. */
export function filtered(given: unknown): unknown {
  const html = `${given}`;
  const safe = filter(html);
  return safe === html ? given : site.trusted.createHTML(safe);
}
