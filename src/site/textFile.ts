import { readFileSync } from 'node:fs';

/** Which file is read. */
export interface TextFile {
  path: string;
  /** Its path as somebody wrote it. */
  name: string;
  /** What to do when it cannot be read. */
  cure: string;
}

/** The text of a UTF-8 file without its byte order mark, or what is wrong with it, in a whole sentence. Throws nothing. */
export function readText({ path, name, cure }: TextFile): { text: string } | { fault: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { fault: `The file ${name} cannot be read. ${cure}` };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without Cyrillic letters is valid UTF-8.
    const fault = `The file ${name} holds U+0000, as UTF-16 does. Save it as UTF-8.`;
    return text.includes('\0') ? { fault } : { text };
  } catch {
    return { fault: `The file ${name} is not UTF-8. Save it as UTF-8.` };
  }
}
