/** Stand-in for a support chat that, like some vendors, offers no way to be stopped. */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const settings = window.komekSettings || {};
  const words = {
    kk: { open: 'Қолдау чаты', hello: 'Сұрағыңыз бар ма? Осында жазыңыз, көмектесеміз.' },
    ru: { open: 'Чат поддержки', hello: 'Есть вопрос? Напишите здесь, мы поможем.' },
  };
  const text = words[settings.language] || words.kk;

  const css = `
    :host { position: fixed; z-index: 40; right: calc(var(--page-right, 0px) + 16px); bottom: calc(var(--kelisim-offset, 0px) + 16px);
      font: 15px/1.4 system-ui, sans-serif; }
    button { display: block; margin-left: auto; width: 52px; height: 52px; border: 0; border-radius: 50%;
      background: #0b5d52; box-shadow: 0 6px 18px rgb(0 30 25 / 28%); cursor: pointer; }
    button:focus-visible { outline: 3px solid #f0b35c; outline-offset: 2px; }
    svg { display: block; margin: auto; }
    p { max-width: 230px; margin: 0 0 10px; padding: 12px 14px; border-radius: 14px 14px 4px 14px;
      background: #fff; color: #14261f; box-shadow: 0 6px 18px rgb(0 30 25 / 22%); }
    p[hidden] { display: none; }`;

  function drawIcon() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '24');
    svg.setAttribute('height', '24');
    svg.setAttribute('aria-hidden', 'true');
    const bubble = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    bubble.setAttribute(
      'd',
      'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
    );
    bubble.setAttribute('fill', '#fff');
    svg.append(bubble);
    return svg;
  }

  function show() {
    const host = document.createElement('div');
    host.id = 'komek-chat';
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const hello = document.createElement('p');
    hello.textContent = text.hello;
    hello.hidden = true;
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-label', text.open);
    button.setAttribute('aria-expanded', 'false');
    button.append(drawIcon());
    button.addEventListener('click', () => {
      hello.hidden = !hello.hidden;
      button.setAttribute('aria-expanded', String(!hello.hidden));
    });
    root.append(hello, button);
    document.body.append(host);
  }

  function report() {
    const visitor = localStorage.getItem('komek_visitor') || Math.random().toString(36).slice(2, 12);
    localStorage.setItem('komek_visitor', visitor);
    fetch(`${home}/komek/c`, { method: 'POST', body: visitor }).catch(() => {});
  }

  const pages = JSON.parse(localStorage.getItem('komek_pages') || '[]');
  localStorage.setItem('komek_pages', JSON.stringify([...pages, location.pathname].slice(-10)));
  show();
  report();
  setInterval(report, 3000);
})();
