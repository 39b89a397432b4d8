import { adjust } from './adjust.ts';
import { appsflyer } from './appsflyer.ts';
import { bitrix24 } from './bitrix24.ts';
import { calltouch } from './calltouch.ts';
import { carrotQuest } from './carrot-quest.ts';
import { comagicUis } from './comagic-uis.ts';
import { googleAds } from './google-ads.ts';
import { googleAnalytics } from './google-analytics.ts';
import { googleMaps } from './google-maps.ts';
import { googleTagManager } from './google-tag-manager.ts';
import { hotjar } from './hotjar.ts';
import { jivo } from './jivo.ts';
import { linkedinInsight } from './linkedin-insight.ts';
import { metaPixel } from './meta-pixel.ts';
import { microsoftClarity } from './microsoft-clarity.ts';
import { microsoftUet } from './microsoft-uet.ts';
import type { Preset } from './preset.ts';
import { recaptcha } from './recaptcha.ts';
import { roistat } from './roistat.ts';
import { tiktokPixel } from './tiktok-pixel.ts';
import { twoGis } from './two-gis.ts';
import { vkAds } from './vk-ads.ts';
import { vkRetargeting } from './vk-retargeting.ts';
import { yandexMaps } from './yandex-maps.ts';
import { yandexMetrica } from './yandex-metrica.ts';
import { youtube } from './youtube.ts';
import { zeroKz } from './zero-kz.ts';

/** Every vendor that is known, in the order of their ids. */
export const presets: readonly Preset[] = [
  twoGis,
  adjust,
  appsflyer,
  bitrix24,
  calltouch,
  carrotQuest,
  comagicUis,
  googleAds,
  googleAnalytics,
  googleMaps,
  googleTagManager,
  hotjar,
  jivo,
  linkedinInsight,
  metaPixel,
  microsoftClarity,
  microsoftUet,
  recaptcha,
  roistat,
  tiktokPixel,
  vkAds,
  vkRetargeting,
  yandexMaps,
  yandexMetrica,
  youtube,
  zeroKz,
];
