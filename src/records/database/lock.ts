import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const isRunning = (pid: number): boolean => {
  try {
    // Signal 0 only asks. A container gives its program the same number at each start.
    return pid !== process.pid && process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Keeps a folder to this process until the returned function is called. What a process that was killed left behind is
 * taken over.
 * @throws Error that names the process that has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const take = () => writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  try {
    take();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid && isRunning(pid))
      throw new Error(`The data in ${folder} is in use by process ${pid}. Stop that one first.`);
    rmSync(file);
    take();
  }
  return () => rmSync(file, { force: true });
}
