import type { LazyFile } from '../contract.ts';

const texts: Record<string, Promise<string>> = {};

async function request(url: string, integrity: string): Promise<string> {
  const response = await fetch(url, { integrity, credentials: 'same-origin' });
  if (!response.ok) throw response.status;
  return response.text();
}

/**
 * The text of a file of the build, fetched once. Rejects when it is not there or not the file of this build; the
 * next call then tries again.
 */
export const loadText = (base: string, { path, integrity }: LazyFile): Promise<string> =>
  (texts[path] ??= request(base + path, integrity).catch((cause) => {
    delete texts[path];
    throw cause;
  }));
