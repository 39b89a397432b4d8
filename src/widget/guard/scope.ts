import type { GuardSetup } from '../../contract.ts';

/*
 * The guard is built by itself and put into `kelisim.js` as one function of these two names, so that its own text
 * can also be run in front of a worker's.
 */
declare const scope: Window & typeof globalThis;
declare const setup: GuardSetup;

/** The window or worker that is guarded. In a worker everything that has to do with elements is missing. */
export const realm = scope;

/** The site's rules, and what the widget does for the guard. */
export const site = setup;
