import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What the system calls a failure, in words; the place stands in front. */
const REASONS: Record<string, string> = {
  EACCES: 'may not be written to by you. Get the right to, or name another place with --out',
  EPERM: 'may not be written to by you. Get the right to, or name another place with --out',
  EROFS: 'lies on a disk that is read-only. Name another place with --out',
  ENOSPC: 'lies on a disk that is full. Make room there, or name another place with --out',
  ENAMETOOLONG: 'is too long a name. Name another place with --out',
};

/**
 * Writes files by their names into the folder `out`, which is made where it is missing. All are written aside before the first
 * takes its place, so that a failure leaves the folder as it was. Throws an error that says what is wrong and the cure.
 */
export function writeFiles(out: string, files: ReadonlyMap<string, string>): void {
  let rest: string | undefined;
  try {
    // One by one: Node's own way of making them all never ends where a system says that there is no such place.
    for (const folder of missingIn(out)) {
      mkdirSync(folder);
      rest ??= folder;
    }
    checkNames(out, [...files.keys()]);
    const draft = mkdtempSync(join(out, '.kelisim-'));
    rest ??= draft;
    for (const [name, text] of files) writeFileSync(join(draft, name), text);
    for (const name of files.keys()) renameSync(join(draft, name), join(out, name));
    rmSync(draft, { recursive: true });
  } catch (cause) {
    if (rest) rmSync(rest, { recursive: true, force: true });
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const reason = REASONS[code] ?? `cannot be written to (${code}). Name another place with --out`;
    throw new Error(`${out} ${reason}.`, { cause });
  }
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The folders that are to be made, from the outside in. Throws where a file stands in the place of one. */
function missingIn(out: string): string[] {
  const missing: string[] = [];
  let folder = normalize(out);
  for (; !existsSync(folder) && folder !== dirname(folder); folder = dirname(folder)) missing.unshift(folder);
  if (!isFolder(folder)) throw new Error(`${folder} is a file. Name a folder with --out.`);
  return missing;
}

function checkNames(out: string, names: string[]): void {
  const folder = names.map((name) => join(out, name)).find(isFolder);
  if (folder === undefined) return;
  throw new Error(
    `${folder} is a folder, and a file belongs there. Move it away, or name another place with --out.`,
  );
}
