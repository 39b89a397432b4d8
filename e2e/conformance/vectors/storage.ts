import { type Family, scripts } from '../vector.ts';

const WEB = ['localStorage', 'sessionStorage'] as const;

const web = (area: (typeof WEB)[number]) => {
  const short = area.replace('Storage', '');
  return scripts('txt', {
    [`${short}-set`]: [`\`${area}.setItem\``, `${area}.setItem(name, 1)`],
    [`${short}-borrowed`]: [
      '`Storage.prototype.setItem`',
      `Storage.prototype.setItem.call(${area}, name, 1)`,
    ],
    [`${short}-dot`]: [`\`${area}.x =\``, `${area}[name] = 1`],
    [`${short}-define`]: [
      '`defineProperty`',
      `Object.defineProperty(${area}, name, { value: '1', configurable: true, enumerable: true, writable: true })`,
    ],
    [`${short}-realm`]: ['of a blank iframe', `hiddenFrame().contentWindow.${area}.setItem(name, 1)`],
  });
};

const OPEN = 'const r = R.open(name); r.onsuccess = () => r.result.close()';
const database = (place: string) => OPEN.replace('R', place);

/** What stores a name in the browser. */
export const storage: Family = {
  name: 'storage',
  title: 'Storage',
  kind: 'store',
  vectors: {
    ...scripts('txt', {
      cookie: ['`document.cookie`', 'document.cookie = `${name}=1; path=/`'],
      'cookie-store': ['`cookieStore.set`', "return cookieStore.set(name, '1')"],
      'cookie-realm': [
        'cookie of a blank iframe',
        'hiddenFrame().contentDocument.cookie = `${name}=1; path=/`',
      ],
    }),
    ...web('localStorage'),
    ...web('sessionStorage'),
    ...scripts('txt', {
      database: ['`indexedDB.open`', database('indexedDB')],
      'database-realm': ['of a blank iframe', database('hiddenFrame().contentWindow.indexedDB')],
      cache: ['`caches.open`', 'return caches.open(name)'],
      'cache-realm': ['of a blank iframe', 'return hiddenFrame().contentWindow.caches.open(name)'],
      file: [
        'private file system',
        'return navigator.storage.getDirectory().then((root) => root.getFileHandle(name, { create: true }))',
      ],
    }),
  },
};
