import { holds, shape } from './judge.ts';

/** An attribute of an element that makes the browser ask for something. */
const REQUESTS = shape(
  '^((script|img|i?frame|link|audio|video|source|track|embed|object|input|image) (src|(image)?srcset|href|data|poster)|(a|area) ping)$',
);

/** Elements that may have one, as a selector. */
export const WATCHED =
  'script,img,iframe,frame,link,audio,video,source,track,embed,object,input,image,[ping],template';

/** One look at a name spares most attributes the rest. */
export const mayAsk = shape('src|href|^data$|poster|ping', 'i');

/** An attribute's name without its namespace and without the mark of the filter. */
export const bare = (name: unknown): string => `${name}`.toLowerCase().replace(/^(xlink:|data-held-)/, '');

/** Whether an attribute asks for something that has to be held back. Lists of addresses are looked at one by one. */
export function offends(tag: string, name: string, value: unknown): unknown {
  if (!REQUESTS.test(`${tag} ${name}`)) return;
  if (!/set|ping/.test(name)) return holds(value, tag);
  return `${value}`.split(/[\s,]+/).some((part) => holds(part, tag));
}

const TAGS = /<(\w+)(?:"[^"]*"|'[^']*'|[^'">])*>/g;
const PAIRS = /([\s"'/])([\w:-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/g;

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
        ? `${before}data-held-${bare(name)}${equals}${value}`
        : pair,
    ),
  );
}
