import type { Later, LaterSite, PartScript, Session } from '../contract.ts';
import { createApply } from './apply.ts';
import { createPanelLoader } from './panel.ts';

/** The site build writes what starts each tracker, what it stores and how it stops in the place of this name. */
declare const __KELISIM_LATER__: LaterSite;

const site = __KELISIM_LATER__;

(document.currentScript as PartScript).kelisim = (session: Session): Later => {
  const panel = createPanelLoader(session, site.preferences);
  const { apply, refreshPlaces } = createApply(session, site);
  return {
    ...panel,
    apply,
    refresh() {
      panel.refresh();
      refreshPlaces();
    },
  };
};
