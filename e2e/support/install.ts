import { installChromium } from './browser.ts';

installChromium();
