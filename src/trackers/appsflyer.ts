import type { Preset } from './preset.ts';

/** Hosts: open databases and snippets of public sites, names: cookie jars of public sites. */
export const appsflyer: Preset = {
  id: 'appsflyer',
  name: 'AppsFlyer',
  hosts: ['appsflyer.com', 'appsflyersdk.com'],
  stores: [
    { kind: 'cookie', name: 'afUserId' },
    { kind: 'localStorage', name: 'AF_SESSION' },
  ],
};
