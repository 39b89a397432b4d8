import type { LaterSite, Session } from '../contract.ts';
import { startGranted, watchPage } from './gate/gate.ts';
import { cut } from './guard/cut.ts';
import { letGo } from './guard/letGo.ts';
import { lock } from './guard/lock.ts';
import { watchRoute } from './route.ts';
import { createSignals } from './signals/signals.ts';
import { createWithdrawal } from './withdraw/withdraw.ts';

/** The press is answered and painted before anything starts. In ms. */
const AFTER_PAINT = 50;

/** `apply` of the contract. */
export function createApply(session: Session, site: LaterSite): () => string[] {
  const { guard, rules, allows } = session;
  const withdraw = createWithdrawal(session, site);
  const signal = createSignals(session, site);
  let isFirst = true;

  const start = () => {
    startGranted(site.trackers, session);
    if (guard) letGo(guard);
  };

  const apply = () => {
    // Stops come before the signals: one vendor goes on without cookies when another's signal denies it.
    const running = withdraw();
    signal();
    if (guard) {
      cut(guard);
      lock({ ...guard, may: (id) => (session.consents(id) ? id : undefined) });
    }
    // At the start of a page nobody has pressed anything.
    if (isFirst) start();
    else setTimeout(start, AFTER_PAINT);
    isFirst = false;
    return running;
  };

  watchPage(session);
  if (rules.protected) {
    const permitted = () => rules.asked.trackers.filter(allows).join();
    let before = permitted();
    watchRoute(() => {
      if (before === permitted()) return;
      before = permitted();
      apply();
    });
  }
  return apply;
}
