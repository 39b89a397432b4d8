import type { LazyFile } from '../contract.ts';

const texts: Record<string, string> = {};

/**
 * The text of a file of the build, kept once it is here. Rejects when it is not there or not the file of this
 * build; the next call then tries again.
 */
export async function loadText(base: string, { path, integrity }: LazyFile): Promise<string> {
  if (texts[path]) return texts[path];
  const response = await fetch(base + path, { integrity, credentials: 'same-origin' }).catch(() => undefined);
  if (!response?.ok) throw `${base + path} failed: upload all built files`;
  texts[path] = await response.text();
  return texts[path];
}
