/*
 * Only behind the widget of a site whose pages say themselves whether they are dark: tells our sheet what
 * `<html data-kelisim-theme>` says, now and whenever it changes.
 */
const page = document.documentElement;
const host = document.querySelector<HTMLElement>('kelisim-consent');

const follow = () => {
  if (host) host.dataset.theme = page.dataset.kelisimTheme ?? '';
};

follow();
new MutationObserver(follow).observe(page, { attributeFilter: ['data-kelisim-theme'] });

export {};
