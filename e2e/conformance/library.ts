/**
 * What the vectors find on their page, in front of them. It stands behind the guard, as any script of a site, and asks
 * nobody by itself.
 */
export const LIBRARY = `
let count = 0;
let stage = '';
const add = (element, parent = document.body) => (parent.append(element), element);
const div = () => add(Object.assign(document.createElement('div'), { id: 'd' + count++, style: 'width:9px;height:9px' }));
const svg = () => add(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
const hiddenFrame = () => add(Object.assign(document.createElement('iframe'), { name: 'f' + count++ }));
const hidden = () => hiddenFrame().name;
const blob = (text, type = 'text/javascript') => URL.createObjectURL(new Blob([text], { type }));
const opened = [];

/** Marks of what has run. until() resolves when all of these are there, or with those that are missing after 10 s. */
const ran = {
  marks: new Set(),
  ask() {},
  push(mark) { this.marks.add(mark); this.ask(); },
  until(wanted) {
    const missing = () => wanted.filter((mark) => !this.marks.has(mark));
    return new Promise((resolve) => {
      this.ask = () => missing().length || resolve([]);
      setTimeout(() => resolve(missing()), 10000);
      this.ask();
    });
  },
};
window.ran = ran;
addEventListener('message', ({ data }) => typeof data === 'string' && ran.push(data));

const stored = async () => [
  ...document.cookie.split('; ').map((pair) => pair.split('=')[0]),
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await caches.keys()),
  ...(await files()),
].filter((name) => /^(tested|own)_/.test(name)).sort();

async function files() {
  const names = [];
  try {
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
  } catch {}
  return names;
}

/** Why a vector did not get far, to be read when a test fails. */
const problems = {};
function runAll({ run, origin, stun }) {
  for (const [name, { as, go }] of Object.entries(vectors))
    for (const side of ['tested', 'control']) {
      const fail = (error) => (problems[side + ' ' + name] = String(error));
      const own = (side === 'tested' ? 'tested_' : 'own_') + run + '_' + name;
      try {
        Promise.resolve(go(origin[side] + '/' + run + '/' + name + '.' + as, own, stun[side])).catch(fail);
      } catch (error) {
        fail(error);
      }
    }
  for (const window of opened.splice(0)) setTimeout(() => window?.close(), 2000);
}

/** The press on the button is real, because a window opens only then. */
function prepare(round) {
  document.querySelector('#try').onclick = () => runAll(round);
}

/** Two round trips to the host that is always let through: what was asked for before is on its way by then. */
async function barrier(address) {
  for (const turn of [1, 2]) await fetch(address + turn + '.txt').then((reply) => reply.text());
}
`;
