import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSite } from './build.ts';
import { catalogs } from './messages.ts';
import { ConfigError } from './problems.ts';
import { samplePresets } from './samples.ts';

/** A right configuration, to be made wrong at one place. It needs the sample presets. */
export const RIGHT = `{
  "operator": {
    "name": { "kk": "Сынақ ЖШС", "ru": "ТОО Сынақ" },
    "bin": "971240001315",
    "contact": { "email": "info@sample.kz" }
  },
  "policy": {
    "title": { "kk": "Саясат", "ru": "Политика" },
    "protocol": "№1",
    "date": "2020-03-10",
    "text": { "kk": "policy.md", "ru": "policy.md" }
  },
  "termDays": 180,
  "languages": ["kk", "ru"],
  "guard": "known",
  "allow": ["cdn.site.example"],
  "protectedRoutes": ["/nesie/*"],
  "erase": [{ "kind": "cookie", "name": "_old_*" }],
  "texts": { "ui.accept": { "kk": "Қабылдау", "ru": "Принять" } },
  "purposes": { "support": { "hidden": true } },
  "theme": { "accent": "#0b5c4d", "radius": "8px" },
  "revision": 2,
  "trackers": [
    { "use": "yandex-metrica", "id": "12345678" },
    { "use": "google-tag-manager", "id": "GTM-ABC1234", "carries": ["google-analytics"] },
    { "use": "google-analytics", "id": "G-ABCDE12345" },
    {
      "id": "sanaq",
      "name": "Sanaq",
      "purpose": "analytics",
      "uses": ["cookies"],
      "provider": { "name": "Sanaq LLC", "country": "KZ" },
      "description": { "kk": "Санайды", "ru": "Считает" },
      "hosts": ["sanaq.example"],
      "start": [{ "script": "https://sanaq.example/a.js" }],
      "stop": [{ "call": "sanaq.stop" }],
      "stores": [{ "kind": "cookie", "name": "_sq_*", "lifetime": "1 year" }]
    }
  ]
}
`;

/** Names the sample presets in both languages, as `locales/` names the real ones. */
export function describeSamples(): void {
  const described = Object.fromEntries(samplePresets.map(({ id }) => [id, id]));
  for (const catalog of Object.values(catalogs)) Object.assign(catalog, { preset: described });
}

/** What is said of a configuration, a line each, without the sum at the end; warnings too where it can be used. */
export function saidOf(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
  const file = join(folder, 'consent.config.json');
  writeFileSync(join(folder, 'policy.md'), '## Бір\n\nмәтін');
  writeFileSync(file, text);
  try {
    const { site, warnings } = loadSite(file);
    return [`used: ${site.trackers.length}`, ...warnings.map(({ where, message }) => `${where}: ${message}`)];
  } catch (cause) {
    if (!(cause instanceof ConfigError)) throw cause;
    const lines = cause.message.split('\n').slice(0, -1);
    return lines.map((line) => line.replace(`${folder}/`, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
