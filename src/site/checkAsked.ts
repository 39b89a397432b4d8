import { isHidden } from './ownTexts.ts';
import type { Problem } from './problems.ts';
import type { SiteConfig } from './schema.ts';

/** Warns of a site that asks its visitors for nothing: it has no trackers, or has hidden the purposes of them all. */
export function checkAsked(config: SiteConfig): Problem[] {
  const { trackers } = config;
  if (trackers.some(({ purpose }) => !isHidden(config, purpose))) return [];
  const [where, what, cure] = trackers.length
    ? ['purposes', 'hides the purpose of every tracker', 'Show one']
    : ['trackers', 'is empty', 'Declare one'];
  const message = `${what}, so visitors are asked for nothing, and the notice would say that privacy settings are not set up yet. ${cure}, or leave the tag out of the pages: a site that asks for nothing needs no banner.`;
  return [{ where, message }];
}
