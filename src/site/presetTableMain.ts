import { readFileSync, writeFileSync } from 'node:fs';
import { putPresetTable } from './presetTable.ts';

/* `npm run presets`: writes the table of presets anew into the README. */
const file = new URL('../../README.md', import.meta.url);
writeFileSync(file, putPresetTable(readFileSync(file, 'utf8')));
