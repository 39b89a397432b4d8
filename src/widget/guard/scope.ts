import type { GuardSetup } from '../../contract.ts';

/*
 * The guard is built by itself and put into `kelisim.js` as one function of these two names, so that its own text
 * can also be run in front of a worker's.
 */
declare const scope: Window & typeof globalThis;
declare const setup: GuardSetup;

/** Built once for each mode, so that a page does not carry what it has no use for. */
declare const __STRICT__: boolean;

/** Whether everybody is held who is not allowed. */
export const STRICT: boolean = __STRICT__;

/** The window or worker that is guarded. In a worker everything that has to do with elements is missing. */
export const realm = scope;

/** The site's rules, and what the widget does for the guard. */
export const site = setup;
