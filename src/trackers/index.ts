import { hotjar } from './hotjar.ts';
import type { Preset } from './preset.ts';

/** Every vendor that is known, in the order of their ids. */
export const presets: readonly Preset[] = [hotjar];
