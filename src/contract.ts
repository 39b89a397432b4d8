/**
 * What the site build hands to the widget and the widget to the parts that are loaded later. Kept apart from `types.ts`
 * because that file is published and these shapes are not a promise to anyone outside.
 */
export type * from './contract/guard.ts';
export type * from './contract/log.ts';
export type * from './contract/panel.ts';
export type * from './contract/rules.ts';
export type * from './contract/session.ts';
export type * from './contract/steps.ts';
