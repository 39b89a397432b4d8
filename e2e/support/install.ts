import { installBrowsers } from './browser.ts';

installBrowsers();
