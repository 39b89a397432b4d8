import { holds, LOADING, oneOf, shape } from './judge.ts';

/** Elements that may ask for something, as a selector. */
export const WATCHED = `${LOADING},img,input,image,[ping],template`;

/** Properties that ask for something; but for capitals the attributes have the same names. */
export const ASKING = 'src srcset imageSrcset href data poster ping';

/** The same by name; an `a` or `area` may have a `ping`. */
export const watched = shape(`^${oneOf(`${LOADING},img,input,image,a,area,template`)}$`);

/** An attribute of an element that makes the browser ask for something. */
const REQUESTS = shape(`^(${oneOf(WATCHED)} (src|(image)?srcset|href|data|poster)|(a|area) ping)$`);

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
