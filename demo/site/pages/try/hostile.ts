import { html } from '../../html.ts';

/** Off until the page's switch sets `media`. The switch itself and the stand stay readable. */
export const HOSTILE = html`<style data-hostile media="not all">
.site,
.site :not([data-keep]) {
  all: unset !important;
  font: 4px serif !important;
  color: #c2571a !important;
  letter-spacing: 0.5em !important;
  text-transform: uppercase !important;
}
kelisim-consent {
  all: unset !important;
  display: none !important;
  visibility: hidden !important;
  opacity: 0 !important;
  pointer-events: none !important;
  transform: scale(0) !important;
}
html {
  font-size: 5px;
  text-align: right;
  word-spacing: 2em;
  line-height: 3;
}
.stand {
  text-align: left;
  word-spacing: normal;
}
[data-keep] {
  position: fixed;
  top: 64px;
  left: 24px;
  font: 650 17px/1.4 system-ui, sans-serif;
  letter-spacing: normal;
  word-spacing: normal;
  text-transform: none;
}
</style>`;
