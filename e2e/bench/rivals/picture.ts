import { COLUMNS, figure } from './markdown.ts';
import { type Results, ROWS } from './rows.ts';
import type { Stand } from './stands.ts';

const PANELS = [
  { key: 'bytes', title: 'Bytes until the notice is visible', unit: 'kB' },
  { key: 'notice', title: 'Notice visible', unit: 'ms' },
  { key: 'blocking', title: 'Blocking time', unit: 'ms' },
  { key: 'answer', title: 'Accept to next paint', unit: 'ms' },
] as const;

const WIDTH = 840;
const PANEL = { width: 396, height: 190, gap: 16, left: 158, bar: 16, step: 25, top: 40 };

/** The colours follow the browser, so that the picture stands on either ground. */
const STYLE = `text{font:12px system-ui,sans-serif;fill:#33403d}.t{font-weight:600;font-size:13px}
.g{fill:#fbfbf9;stroke:#dfe3e0}.b{fill:#a9b6b2}.k{fill:#0b5c4d}.o{fill:#5f9a8c}
@media (prefers-color-scheme:dark){text{fill:#d5ddda}.g{fill:#17201e;stroke:#2c3836}.b{fill:#56655f}.k{fill:#7fd6bf}.o{fill:#4b8f80}}`;

const shade = (id: string) => (id === 'kelisim' ? 'k' : id === 'off' ? 'o' : 'b');

function panel({ key, title, unit }: (typeof PANELS)[number], results: Results, names: string[]): string {
  const row = ROWS[key];
  const values = COLUMNS.map((id) => row.value(results[id], results.none));
  const room = PANEL.width - PANEL.left - 74;
  const most = Math.max(...values, 1);
  const bars = COLUMNS.map((id, at) => {
    const value = values[at] as number;
    const y = PANEL.top + at * PANEL.step;
    const length = Math.max(1, (value / most) * room).toFixed(1);
    return (
      `<text x="${PANEL.left - 10}" y="${y + 12}" text-anchor="end">${names[at]}</text>` +
      `<rect class="${shade(id)}" x="${PANEL.left}" y="${y}" width="${length}" height="${PANEL.bar}" rx="3"/>` +
      `<text x="${(PANEL.left + Number(length) + 6).toFixed(1)}" y="${y + 12}">${figure(value, row.digits)} ${unit}</text>`
    );
  });
  return `<rect class="g" width="${PANEL.width}" height="${PANEL.height}" rx="10"/><text class="t" x="16" y="24">${title}</text>${bars.join('')}`;
}

/** Bars of four lines of the table, as SVG. */
export function renderPicture(results: Results, stands: Stand[]): string {
  const names = COLUMNS.map((id) => stands.find((stand) => stand.id === id)?.tool.name ?? '');
  const places = PANELS.map((one, at) => {
    const x = PANEL.gap + (at % 2) * (PANEL.width + PANEL.gap);
    const y = PANEL.gap + Math.floor(at / 2) * (PANEL.height + PANEL.gap);
    return `<g transform="translate(${x} ${y})">${panel(one, results, names)}</g>`;
  });
  const height = PANEL.gap + 2 * (PANEL.height + PANEL.gap);
  const label = `${PANELS.map(({ title }) => title).join(', ')}: ${names.join(', ')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${label}">
<style>${STYLE}</style>
${places.join('\n')}
</svg>
`;
}
