import { parseArgs } from 'node:util';
import { benchGuard } from './guard/bench.ts';
import { benchRivals } from './rivals/bench.ts';

/*
 * `npm run bench` measures what the guard costs, then Kelisim beside its rivals, and writes that table and picture.
 * `-- guard` or `-- rivals` runs one of them; `-- rivals --rounds 2` is a short try that writes nothing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' } },
});
const parts = ['guard', 'rivals'];
const wanted = positionals.length > 0 ? positionals : parts;
if (!wanted.every((part) => parts.includes(part))) throw new Error(`Say ${parts.join(' or ')}.`);

let holds = true;
if (wanted.includes('guard')) holds = await benchGuard();
if (wanted.includes('rivals')) await benchRivals(values.rounds ? Number(values.rounds) : undefined);
process.exitCode = holds ? 0 : 1;
