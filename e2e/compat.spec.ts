import type { SiteConfig } from '../src/site/schema.ts';
import { membersIn, namesIn, readScript, scriptsOf, sheetsIn } from './support/builtCode.ts';
import { youngIn } from './support/builtCss.ts';
import { lackingGlobal, lackingMember } from './support/compat.ts';
import { AKSHAMAT, buildSite, expect, readConfig, test } from './support/test.ts';

const built = (more: object) => buildSite({ ...readConfig(), ...more } as SiteConfig);

/** Every part that a build can put into the files. */
const FOLDERS: Record<string, string> = {
  akshamat: AKSHAMAT,
  strict: built({ guard: 'strict', layout: 'corner', log: { url: '/log' } }),
  off: built({ guard: 'off', layout: 'centre', languageMode: 'both' }),
  google: built({ trackers: [{ use: 'google-tag-manager', id: 'GTM-ABC1234', carries: [] }] }),
  page: built({ theme: { scheme: 'page', parts: true } }),
};

const SCRIPTS = Object.entries(FOLDERS).flatMap(([folder, path]) =>
  scriptsOf(path).map(([name, code]) => ({ name: `${folder}/${name}`, code })),
);

/** What the oldest browsers lack, by the reason for which the code may name it all the same. */
const KNOWN: Record<string, string> = {
  'is the name of something of our own, or every browser has it for longer than MDN says':
    'address at changed changed() country details element last locale locale() nonce open path preferences provider queue restore session show show() to turn turn()',
  'Trusted Types: their methods are called where `trustedTypes` is there, else on plain functions of the same name':
    'trustedTypes createPolicy createPolicy() createHTML createHTML() createScript createScript() createScriptURL createScriptURL() isHTML isHTML() isScriptURL isScriptURL()',
  'constructed sheets stand in `try`, with a `<style>` for those who lack them':
    'CSSStyleSheet adoptedStyleSheets replaceSync replaceSync()',
  'the dialog is opened by its attribute where it has no method': 'showModal showModal()',
  'called with `?.`; the notice is fixed where there is no top layer': 'togglePopover togglePopover()',
  'called with `?.`; Firefox before 126 has only the declared names': 'databases databases()',
  'called with `?.`; without locks the log keeps what comes twice once': 'locks',
  'in `try` and promises that are caught: the site’s private files': 'removeEntry removeEntry()',
  'asked for first: without it a worker keeps to what was granted when it was made': 'BroadcastChannel',
  'listened to with `?.`; a tab follows when it becomes visible': 'cookieStore',
  'listened to with `?.`; a change of the page is noticed by what it shows then': 'navigation',
  'read as `undefined`: no page is made ahead': 'prerendering',
  'is compared so that a browser without it counts as ours': 'timeOrigin',
  'read as `undefined`: no signal, and a form whose button is not known': 'globalPrivacyControl submitter',
  'Preact asks for it first': 'moveBefore moveBefore()',
};

/** The same of style sheets: a browser passes over what it does not know. */
const KNOWN_CSS: Record<string, string[]> = {
  'dialogs without a backdrop show the page beside the panel': ['::backdrop'],
  'the notice stays in sight below the panel': [':has'],
  'what has the focus may lie under the notice': [':where'],
  'the browser’s own ring': [':focus-visible', 'outline'],
  'the panel is as high as the dialog may be': ['dv'],
  'long words are not broken': ['hyphens: auto', 'overflow-wrap: anywhere'],
  'the page behind may scroll, too': ['overscroll-behavior', 'overscroll-behavior: contain'],
  'phones have no cursor': ['cursor', 'cursor: pointer'],
  'grids have it for longer': ['align-content: start', 'align-self: end'],
};

test('the built scripts are found, all of them', () => {
  const names = SCRIPTS.map(({ name }) => name.replace(/-[\da-f]{8}/, ''));
  expect(names.sort()).toEqual(
    Object.keys(FOLDERS)
      .flatMap((folder) =>
        ['kelisim.js', 'later.js', 'preferences.js', 'snippet.inline.html'].map(
          (name) => `${folder}/${name}`,
        ),
      )
      .sort(),
  );
});

test('every built script is read by a parser of 2021, and no pattern looks behind', () => {
  for (const { name, code } of SCRIPTS) {
    expect(() => readScript(code), name).not.toThrow();
    // Safari before 16.4 does not read such a script at all, or throws where the pattern is made.
    expect(/\(\?<[=!]/.test(code), name).toBe(false);
  }
});

test('no built script takes for granted what the oldest browsers lack', () => {
  const found = SCRIPTS.flatMap(({ code }) => {
    const parts = readScript(code);
    return [
      ...[...membersIn(parts)].filter((name) => lackingMember(name).length > 0),
      ...[...namesIn(parts)].filter((name) => lackingGlobal(name).length > 0),
    ];
  });
  expect([...new Set(found)].sort()).toEqual(Object.values(KNOWN).join(' ').split(' ').sort());
});

test('no built style sheet depends on what the oldest browsers lack', () => {
  const sheets = SCRIPTS.flatMap(({ code }) => sheetsIn(readScript(code)));
  expect(sheets.length).toBeGreaterThan(20);
  expect([...new Set(sheets.flatMap(youngIn))].sort()).toEqual(Object.values(KNOWN_CSS).flat().sort());
});

test('the lists know what is young and what is old', () => {
  expect(lackingMember('findLast')).toContain('firefox');
  expect(lackingMember('at()')).toContain('safari');
  expect(lackingMember('replaceAll()')).toEqual([]);
  expect(lackingGlobal('structuredClone')).toContain('chrome');
  expect(lackingGlobal('IntersectionObserver')).toEqual([]);
  expect(youngIn('a:has(b){inset:0;height:1dvh;overflow:clip}')).toEqual(['dv', 'overflow: clip', ':has']);
  expect(() => readScript('class A { static { } }')).toThrow(SyntaxError);
  expect(() => readScript('a ??= b?.c')).not.toThrow();
});
