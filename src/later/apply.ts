import type { Later, LaterSite, Session } from '../contract.ts';
import { startGranted } from './gate/gate.ts';
import { startPage, watchPage } from './gate/page.ts';
import { tellGpc } from './gpc.ts';
import { letGo } from './guard/letGo.ts';
import { lock } from './guard/lock.ts';
import { createKeeper } from './host.ts';
import { createLog } from './log/log.ts';
import { shownOnce } from './placeholders/once.ts';
import { createPlaceholders } from './placeholders/placeholders.ts';
import { addReopenButton } from './reopen.ts';
import { createRoom } from './room.ts';
import { watchRoute } from './route.ts';
import { createSignals } from './signals/signals.ts';
import { followOthers } from './tabs.ts';
import { createWithdrawal } from './withdraw/withdraw.ts';

/** Whether the browser makes this page ahead of the visitor, who may never come to it. */
const isAhead = () => (document as { prerendering?: boolean }).prerendering;

/** Where no frame comes, as in a tab that nobody sees, what was granted starts after this long. In ms. */
const WITHOUT_FRAME = 500;

/** Does a thing once the next frame is painted: a task that a frame asks for comes behind it. */
function afterPaint(act: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, WITHOUT_FRAME);
}

/** Whoever has made a decision sends it; another page sends what is left after this long. In ms. */
const THEIR_TURN = 5e3;

/** `apply` of the contract, and what has to be done when the language has changed. */
export function createApply(
  session: Session,
  site: LaterSite,
): { apply: Later['apply']; refreshPlaces(): void } {
  const { guard, isProtected } = session;
  const withdraw = createWithdrawal(session, site);
  const signal = createSignals(session, site);
  const fillPlaces = createPlaceholders(session, site);
  const log = createLog(session, site);
  const keepHost = createKeeper(session);
  const makeRoom = createRoom(session);
  const others = followOthers(session);
  let isFirst = true;

  const start = () => {
    startGranted(site.trackers, session);
    if (guard) letGo(guard);
    fillPlaces();
  };

  const apply = () => {
    if (isAhead()) return [];
    // A press for one embed holds until the next decision.
    shownOnce.clear();
    // Stops come before the signals: one vendor goes on without cookies when another's signal denies it.
    const running = withdraw();
    signal();
    if (others.isTheirs()) setTimeout(log, THEIR_TURN, true);
    else {
      log();
      others.tell();
    }
    if (guard) lock({ ...guard, may: (id) => (session.consents(id) ? id : undefined) });
    // The press is answered before anything starts; at the start of a page nobody has pressed anything.
    if (isFirst) start();
    else afterPaint(start);
    isFirst = false;
    return running;
  };

  addReopenButton(session, site);
  tellGpc(session, site);
  document.addEventListener('prerenderingchange', apply);
  let before = isProtected();
  const move = () => {
    if (before === isProtected()) return;
    before = !before;
    apply();
  };
  watchPage(() => {
    keepHost();
    makeRoom();
    // An app that goes somewhere shows something else then.
    move();
    if (isAhead()) return;
    startPage(session);
    fillPlaces();
  });
  watchRoute(move);
  // Who opens the settings at once brings this file before anybody has asked for `apply`.
  setTimeout(() => isFirst && apply());
  return { apply, refreshPlaces: fillPlaces };
}
