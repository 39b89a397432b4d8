/** Stand-in for a visit counter: reports every second and keeps an identifier wherever it can. */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const year = 365 * 24 * 60 * 60;
  const random = () => Math.random().toString(36).slice(2, 12);
  let timer;
  let count = 0;

  const writeCookie = (name, value, attributes) => {
    // biome-ignore lint/suspicious/noDocumentCookie: real tags write it this way
    document.cookie = `${name}=${value}; SameSite=Lax${attributes}`;
  };

  /** `; Domain=.akshamat.kz` on www.akshamat.kz; nothing on localhost or an IP address. */
  function parentDomain() {
    const labels = location.hostname.split('.');
    const isName = labels.length > 2 && !/^[\d.]+$/.test(location.hostname);
    return isName ? `; Domain=.${labels.slice(-2).join('.')}` : '';
  }

  function readId() {
    const known = /(?:^|; )_sq_id=([^;]+)/.exec(document.cookie);
    return known ? known[1] : localStorage.getItem('_sq_uid') || random();
  }

  function writeStores() {
    const id = readId();
    const directory = location.pathname.replace(/[^/]*$/, '');
    writeCookie('_sq_id', id, `; Path=/; Max-Age=${year}${parentDomain()}`);
    writeCookie('_sq_ses', random(), '; Path=/; Max-Age=1800');
    writeCookie('_sq_path', 'seen', `; Path=${directory}`);
    localStorage.setItem('_sq_uid', id);
    sessionStorage.setItem('_sq_tab', random());
  }

  function writeDatabase() {
    const opening = indexedDB.open('sanaq-db', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('visits', { autoIncrement: true });
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction('visits', 'readwrite');
      writing.objectStore('visits').put({ path: location.pathname, at: Date.now() });
      writing.oncomplete = () => database.close();
      writing.onabort = () => database.close();
    };
  }

  function tick() {
    count += 1;
    localStorage.setItem('_sq_queue', JSON.stringify([count]));
    navigator.sendBeacon(`${home}/sanaq/c`, `tick ${count}`);
    new Image().src = `${home}/sanaq/px.gif?n=${count}`;
  }

  const onPageHide = () => navigator.sendBeacon(`${home}/sanaq/c`, 'leave');

  function start() {
    if (timer) return;
    writeStores();
    writeDatabase();
    fetch(`${home}/sanaq/c`, { method: 'POST', body: 'start', keepalive: true }).catch(() => {});
    timer = setInterval(tick, 1000);
    addEventListener('pagehide', onPageHide);
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
    removeEventListener('pagehide', onPageHide);
  }

  window.sanaq = { start, stop };
  start();
})();
