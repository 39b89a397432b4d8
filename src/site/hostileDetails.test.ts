import { parseFragment } from 'parse5';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Details, SiteRules } from '../contract.ts';
import { receiptJson, receiptText } from '../preferences/receipt.ts';
import type { ConsentRecord } from '../types.ts';
import { bodyOf, everything, withHostile } from './hostileSamples.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => vi.unstubAllGlobals());

describe('whatever texts a configuration holds', () => {
  it('the texts of the panel are the very same texts, and their links lead to mail', () => {
    withHostile((files, given) => {
      for (const locale of ['kk', 'ru']) {
        const { trackers, facts, purposes } = JSON.parse(bodyOf(files, `details.${locale}-`)) as Details;
        for (const tracker of trackers)
          expect(tracker).toMatchObject({
            ...{ name: given.tracker, provider: given.provider, description: given.description },
          });
        expect(facts.map(({ value }) => value)).toContain(given.operator);
        expect(purposes.find(({ id }) => id === 'marketing')).toMatchObject({
          ...{ name: given.purpose, description: given.purposeIs },
        });
        for (const { href } of facts) expect(href ?? 'mailto:').toMatch(/^mailto:/);
      }
    });
  });

  it('the policy has no element beyond those of a text, and no link beyond pages and mail', () => {
    const known =
      'a,blockquote,br,code,del,details,em,h3,h4,h5,h6,hr,input,li,ol,p,pre,strong,summary,ul'.split(',');
    withHostile((files) => {
      for (const { tagName, attrs } of everything(parseFragment(bodyOf(files, 'policy.kk-')))) {
        expect(known).toContain(tagName);
        for (const { name, value } of attrs) {
          expect(['href', 'rel', 'start', 'class']).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|\/(?!\/))/i);
        }
      }
    });
  });

  it('the receipts hold them as they are: text is text, JSON can be read', () => {
    withHostile((files, given) => {
      const languages = ['kk', 'ru'].map(
        (locale) => JSON.parse(bodyOf(files, `details.${locale}-`)) as Details,
      );
      const { asked, revision } = new Function(`${bodyOf(files, 'kelisim.js')};return s`)() as SiteRules;
      const at = '2026-11-22T08:30:00.000Z';
      const record: ConsentRecord = {
        ...{
          v: 1,
          id: given.text,
          at,
          until: at,
          revision,
          locale: 'kk',
          via: 'accept',
          asked,
          granted: asked,
        },
      };
      vi.stubGlobal('location', new URL('https://www.akshamat.kz/nesie?iin=1'));
      expect(receiptText(record, languages)).toContain(given.operator);
      const read = JSON.parse(receiptJson(record, languages));
      expect(read.site).toBe('https://www.akshamat.kz');
      expect(read.record).toEqual(record);
      expect(read.told[0].trackers[0].name).toBe(given.tracker);
    });
  });
});
