import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSite } from './build.ts';
import { hasGoogle } from './google.ts';

const policy = (locale: string) =>
  fileURLToPath(new URL(`../../locales/policy.${locale}.md`, import.meta.url));

/** Written by hand from the README's tables. */
const CONFIG = `{
  "operator": {
    "name": { "kk": "«Сынақ» ЖШС", "ru": "ТОО «Сынақ»" },
    "bin": "971240001315",
    "contact": { "phone": "+7 727 000 00 00", "email": "privacy@sample.kz" }
  },
  "policy": {
    "title": { "kk": "Құпиялылық саясаты", "ru": "Политика конфиденциальности" },
    "protocol": "№4/2",
    "date": "2020-03-10",
    "text": { "kk": "${policy('kk')}", "ru": "${policy('ru')}" }
  },
  "protectedRoutes": ["/nesie/*", "/kabinet/*"],
  "trackers": [
    { "use": "google-tag-manager", "id": "GTM-ABC1234", "carries": ["google-analytics", "meta-pixel"] },
    { "use": "google-analytics", "id": "G-ABCDE12345" },
    { "use": "meta-pixel", "id": "123456789012345" },
    { "use": "yandex-metrica", "id": "12345678" },
    { "use": "jivo", "id": "AbCdEf1234" },
    { "use": "bitrix24", "id": "https://cdn-ru.bitrix24.kz/b1234567/crm/site_button/loader_1_abc123.js" },
    { "use": "youtube" }
  ]
}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a configuration written by hand with seven presets', () => {
  it("works the first time: nothing is warned of but lifetimes that are the vendors'", () => {
    const file = join(folder, 'consent.config.json');
    writeFileSync(file, CONFIG);
    const { site, warnings } = loadSite(file);
    expect(warnings.filter(({ message }) => !message.includes('longer than 13 months'))).toEqual([]);
    expect(site.later.trackers.filter(({ start }) => start.length).map(({ id }) => id)).toEqual([
      'google-tag-manager',
      'yandex-metrica',
      'jivo',
      'bitrix24',
    ]);
    expect(hasGoogle(site)).toBe(true);
    for (const tracker of site.trackers) expect(tracker.description.ru?.length).toBeGreaterThan(20);
  });
});
