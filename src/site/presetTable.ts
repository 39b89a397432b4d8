import type { Step } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import type { Grade, Preset } from '../trackers/preset.ts';
import type { Technology } from '../types.ts';

const WORDS: Record<Technology, string> = {
  cookies: 'cookies',
  pixels: 'pixels',
  localStorage: 'local storage',
};

const GRADES: Record<Grade, string> = {
  V: "the vendor's own documentation",
  S: "the vendor's own source code",
  D: 'open databases and catalogues',
  C: 'several public sites',
  U: 'general knowledge that nobody has checked',
};

const BLOCK = /(<!-- presets -->\n)[\s\S]*(\n<!-- \/presets -->)/;

/** A value as it stands in JavaScript, the account as `ID`. */
function inCode(value: unknown): string {
  if (typeof value === 'string') return /^\{id(:number)?\}$/.test(value) ? 'ID' : `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(inCode).join(', ')}]`;
  if (typeof value !== 'object' || !value) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${inCode(part)}`)
    .join(', ')} }`;
}

function stepInCode(step: Step): string {
  const code =
    'call' in step
      ? `${step.call}(${(step.args ?? []).map(inCode).join(', ')})`
      : 'set' in step
        ? `${step.set} = ${inCode(step.to)}`
        : inCode(step);
  return `\`${code.replaceAll('{id}', 'ID')}\``;
}

function stopInWords({ stop, consentMode }: Preset): string {
  const mode = consentMode ? 'Google Consent Mode; ' : '';
  if (stop === false) return `${mode}no stop: held by the guard`;
  return mode + (stop.map(stepInCode).join(', ') || 'a frame: taken away');
}

function row(preset: Preset): string {
  const { id, name, uses, account, grade } = preset;
  const shape = account ? `\`${account.example}\`${account.verified ? '' : ' °'}` : '–';
  const technologies = uses.map((technology) => WORDS[technology]).join(', ');
  return `| ${[`\`${id}\``, name, technologies, shape, stopInWords(preset), grade].join(' | ')} |`;
}

/** All presets as a Markdown table, with a line below that says what its marks mean. */
export function presetTable(): string {
  const grades = Object.entries(GRADES).map(([grade, words]) => `${grade} ${words}`);
  return [
    '| `use` | Name | Technologies | `id`, such as | Told and stopped by | Evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...presets.map(row),
    '',
    `Evidence of the weakest fact that is relied on: ${grades.join(', ')}.`,
    '',
    '° Nobody has verified this shape: another one is warned of and not rejected. –: it stands in the pages, as a frame or',
    'as inert markup, and needs no `id`.',
  ].join('\n');
}

/** The README with the table between its marks `<!-- presets -->` and `<!-- /presets -->`. Throws where they are missing. */
export function putPresetTable(readme: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- presets --> block');
  return readme.replace(BLOCK, (_all, before, after) => before + presetTable() + after);
}
