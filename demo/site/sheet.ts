import { readFile } from 'node:fs/promises';

/** In the order of the cascade. */
const parts = [
  'colours',
  'base',
  'parts',
  'header',
  'footer',
  'hero',
  'slider',
  'blocks',
  'media',
  'forms',
  'account',
  'try',
  'stand',
  'standBody',
  'standWide',
];

/** The whole style sheet of the site, `/site/site.css`: one request for the page, small files to edit. */
export async function readSheet(): Promise<string> {
  const files = parts.map((part) => readFile(new URL(`styles/${part}.css`, import.meta.url), 'utf8'));
  return (await Promise.all(files)).join('\n');
}
