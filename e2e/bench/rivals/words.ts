import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment } from 'parse5';
import type { Details } from '../../../src/contract.ts';
import type { Locale } from '../../../src/types.ts';

/** What every tool says in one language: the words of Kelisim's own notice and panel, so that no text is longer. */
export interface Words {
  locale: Locale;
  title: string;
  /** The notice without its title, one sentence or more in a line; the link to the policy is not in it. */
  text: string;
  settings: string;
  details: Details;
}

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

const attribute = (node: Node, name: string) => node.attrs?.find((one) => one.name === name)?.value;
const all = (node: Node): Node[] => [node, ...(node.childNodes ?? []).flatMap(all)];
/** Text without that of buttons. */
const textOf = (node: Node): string =>
  node.value ??
  (node.childNodes ?? [])
    .filter(({ nodeName }) => nodeName !== 'button')
    .map(textOf)
    .join('');

/** The first layer as it was built, in one language. */
function noticeOf(files: string, locale: Locale): Node[] {
  const script = readFileSync(join(files, 'kelisim.js'), 'utf8');
  const section = new RegExp(`<section class=notice lang=${locale}.*?</section>`, 's').exec(script);
  if (!section) throw new Error(`kelisim.js has no notice in ${locale}: was it built?`);
  return all(parseFragment(section[0]) as Node);
}

/** The words of the built files in this folder. */
export function readWords(files: string, locale: Locale): Words {
  const nodes = noticeOf(files, locale);
  const paragraphs = nodes.filter((node) => node.nodeName === 'p' && !attribute(node, 'role'));
  const named = (name: string, value: string) =>
    nodes.find((node) => attribute(node, name) === value) as Node;
  const details = readdirSync(files).find((name) => name.startsWith(`details.${locale}-`)) as string;
  return {
    locale,
    title: attribute(named('class', 'notice'), 'aria-label') as string,
    text: paragraphs.map((node) => textOf(node).trim()).join('\n'),
    settings: (named('data-open', 'preferences').childNodes ?? []).map(textOf).join(''),
    details: JSON.parse(readFileSync(join(files, details), 'utf8')),
  };
}
