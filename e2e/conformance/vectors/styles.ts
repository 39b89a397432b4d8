import { type Family, scripts } from '../vector.ts';

const SHEET = "const s = document.createElement('style'); document.head.append(s);";
const RULE = '`#${d.id} { background: url("${url}") }`';
const BOX = 'const d = div();';

const images = scripts('gif', {
  'style-attribute': [
    'style attribute',
    `${BOX} d.setAttribute('style', d.getAttribute('style') + \`;background: url("\${url}")\`)`,
  ],
  'style-object': ['`element.style`', `${BOX} d.style.backgroundImage = \`url("\${url}")\``],
  'style-element': ['`<style>`', `${BOX} ${SHEET} s.textContent = ${RULE}`],
  'style-rule': ['`insertRule`', `${BOX} ${SHEET} s.sheet.insertRule(${RULE})`],
  'style-adopted': [
    'constructed sheet',
    `${BOX} const s = new CSSStyleSheet(); s.replaceSync(${RULE}); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]`,
  ],
  'style-file': [
    "sheet of the site's own",
    `${BOX} const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = '/sheet.css?' + encodeURIComponent(${RULE}); document.head.append(l)`,
  ],
});

const sheets = scripts('css', {
  'style-import': ['`@import`', `${SHEET} s.textContent = \`@import "\${url}"\``],
});

const fonts = scripts('txt', { font: ['`FontFace`', 'return new FontFace(\'f\', `url("${url}")`).load()'] });

const modules = scripts('js', {
  import: ['`import()`', 'return import(url)'],
  'import-static': [
    '`import` in an inline module',
    "const s = document.createElement('script'); s.type = 'module'; s.textContent = `import '${url}'`; document.head.append(s)",
  ],
  'import-blob': ['`import` in a blob module', "return import(blob(`import '${url}'`))"],
});

/** What no script can stand before: the engine itself follows addresses in styles and modules. */
export const styles: Family = {
  name: 'styles',
  title: 'Styles and modules',
  kind: 'script',
  vectors: { ...images, ...sheets, ...fonts, ...modules },
};
