import { nginxMaps } from './cspNginx.ts';
import { siteSources, trackerSources } from './cspSources.ts';
import type { Site } from './resolve.ts';

const ABOUT = `
# The Content-Security-Policy of this site, the second line behind the guard.
#
# With it the browser itself refuses what is not named, also what it loads ahead before any script can run, and also
# where kelisim.js does not load. Add what the site itself needs: nonces or hashes of its inline scripts, its styles,
# pictures in data:. A host in "allow" of consent.config.json comes into this file by itself; put there the site's own
# subdomains that its pages load from, too.
#
# default-src stands for connect-, img-, frame-, style-, font- and media-src. Where your policy has one of these, it
# needs the same sources. Vendors that write styles into the page need style-src with 'unsafe-inline'.`;

const LOCKED = `
#
# A page that was loaded under the second policy keeps it: what the visitor accepts there starts with the next page.
# That is the price of the strongest form. Without it, send the first policy always and leave the rest to the guard.`;

const SHARED = '# 2. nginx: every visitor gets this policy';
const CHOSEN =
  '# 3. nginx: each visitor gets the hosts of what was granted, and until then the second policy';

const NGINX = `
#
# This file can be included as it is; build and include it anew together with kelisim.js:
#
#   http {
#     include /path/to/csp.txt;
#     server {
#       add_header Content-Security-Policy $kelisim_csp always;
#       add_header Vary Cookie always;
#
# A location with an add_header of its own needs both lines again. Many hosts make a header of some kB: a proxy in front
# needs room for it (proxy_buffer_size). Where nginx warns of variables_hash because of many trackers, it works all the
# same; "variables_hash_bucket_size 256;" in http ends the warning.`;

const NO_CACHE = `
#
# Pages must not come out of a cache that visitors share: pass them by, or make $kelisim_csp a part of its key.`;

const ANY_CACHE = `
#
# "Vary", and that pages come out of no cache that visitors share, matter only once a tracker has a host.`;

const LOOK_AHEAD = `
# 4. Without a header
#
# <meta http-equiv="Content-Security-Policy" content=""> in <head> forbids nothing, but stops Chromium from loading
# ahead, so that the guard also sees what stands in the page as ordinary markup. The price: Chromium no longer loads
# the page's own scripts and pictures ahead either. Firefox loads ahead all the same.
`;

const lines = (...parts: string[]): string =>
  `${parts.map((part) => part.replace(/^\n|\n$/g, '')).join('\n')}\n`;

/** What must stand in the policy for our own files, in words. */
function ownNotes({ base }: Site, hash: string): string {
  const place = base.startsWith('/') ? "'self'" : 'The address of "base"';
  return `
# ${place} is where kelisim.js loads its other files from. ${hash}
# is needed for snippet.inline.html alone; beside it browsers ignore 'unsafe-inline' for scripts.
# Under require-trusted-types-for 'script' add: trusted-types kelisim`;
}

/** Makes policies of the site's own sources, and of hosts with a space in front of each. */
const policyWith =
  (hash: string) =>
  (own: string, hosts: string): string =>
    [
      `default-src ${own}${hosts}`,
      `script-src ${own} ${hash}${hosts}`,
      // The guard loads its part into workers, which then begin as blobs.
      "worker-src 'self' blob:",
      "base-uri 'self'",
      "object-src 'none'",
    ].join('; ');

/** A policy as lines of a comment: nginx reads no line of it that is longer than 4096 bytes. */
const inLines = (policy: string): string =>
  policy
    .split('; ')
    .flatMap((directive) => `${directive};`.match(/\S.{0,90}\S{0,2000}/g) ?? [])
    .map((line) => `#   ${line.trim()}`)
    .join('\n');

const header = (title: string, policy: string): string => `
#
# ${title}
#
# Content-Security-Policy:
${inLines(policy)}`;

/**
 * The text of `csp.txt`: comments for a developer, and lines that nginx can include.
 * @param hash the inlined script as a source, such as `'sha256-…'`
 */
export function cspText(site: Site, hash: string): string {
  const policy = policyWith(hash);
  const own = siteSources(site).join(' ');
  const hosts = new Set(site.trackers.flatMap((tracker) => trackerSources(tracker, site)));
  const all = [...hosts].map((source) => ` ${source}`).join('');
  const about = [ABOUT, ownNotes(site, hash)];
  const maps = nginxMaps(site, policy);
  if (!hosts.size)
    return [
      lines(...about, header('1. For every visitor: no tracker of this site has a host', policy(own, ''))),
      lines(SHARED, NGINX, ANY_CACHE, ...maps),
    ].join('\n');
  return [
    lines(
      ...about,
      header('1. While every tracker may run', policy(own, all)),
      header('2. Before a decision and after a refusal', policy(own, '')),
      LOCKED,
    ),
    lines(CHOSEN, NGINX, NO_CACHE, ...maps),
    lines(LOOK_AHEAD),
  ].join('\n');
}
