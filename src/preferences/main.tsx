import { render } from 'preact';
import type { Act, Panel, PanelFiles, PartScript, Session } from '../contract.ts';
import { type Choice, choiceOf, toggle } from './choice.ts';
import { createDialog } from './dialog.ts';
import { Frame } from './Frame.tsx';
import { loadText } from './files.ts';
import css from './preferences.css?inline';
import type { PanelView, Screen } from './view.ts';

/** The site build writes the names of the second layer's files in the place of this name. */
declare const __KELISIM_FILES__: PanelFiles;

const { locales, details, policy } = __KELISIM_FILES__;

function createPanel(session: Session): Panel {
  const dialog = createDialog(session.root);
  /** The view asked for last; the one on the screen may still be another. */
  let wanted: PanelView;
  let shown: Pick<Screen, 'view' | 'details' | 'policy'>;
  let choice: Choice;
  let failed: boolean;
  /** The state that `choice` was started from. */
  let seen: string;

  /** Sets the switches to the record: when the panel opens, and when the record is another one. */
  const follow = () => {
    const now = JSON.stringify(session.state());
    if (!dialog.isOpen() || now !== seen) choice = choiceOf(session.state());
    seen = now;
  };

  const draw = () => {
    dialog.element.lang = shown.details.locale;
    const acts = { toggle: press, decide, go, close: dialog.close };
    render(Frame({ ...shown, ...acts, locales, state: session.state(), choice, failed }), dialog.element);
  };

  /** Loads what the view wanted last needs in the language of now, then draws it. */
  async function show(): Promise<void> {
    const view = wanted;
    const locale = session.locale();
    const load = async (files: PanelFiles['details']) => loadText(session.base, files[locale]!);
    const [json, html] = await Promise.all([load(details), view === 'policy' ? load(policy) : '']);
    if (view !== wanted || locale !== session.locale()) return show();
    follow();
    shown = { view, details: JSON.parse(json), policy: session.trusted.createHTML(html) };
    draw();
  }

  /** The record names the language that was read, so notice and record follow the panel. */
  const keepLanguage = () => {
    const { locale } = shown.details;
    if (session.locale() !== locale) session.setLanguage(locale);
  };

  /** Draws anew in the open panel; when the texts do not load, everything stays as it is and says so. */
  const update = () =>
    show().catch(() => {
      failed = true;
      wanted = shown.view;
      draw();
      keepLanguage();
    });

  async function go(view: PanelView) {
    const before = shown.view;
    wanted = view;
    failed = false;
    await update();
    if (shown.view !== before) dialog.turn(view === 'policy');
  }

  function press(name: string) {
    choice = toggle(choice, name, shown.details.trackers);
    draw();
  }

  function decide(via: Act['via']) {
    keepLanguage();
    const kept = choice;
    // The store keeps of these names what was asked, each in its place.
    const grants = via === 'save' ? { trackers: [...choice] } : {};
    failed = !session.decide({ via, grants: via === 'accept' ? 'all' : grants } as Act);
    if (!failed) return dialog.close();
    // What could not be stored stays set, so that it can be tried again.
    follow();
    choice = kept;
    draw();
  }

  session.addStyle(css);
  return {
    async open(view) {
      if (dialog.isOpen()) return go(view);
      wanted = view;
      failed = false;
      await show();
      dialog.open();
    },
    close: dialog.close,
    refresh() {
      if (!dialog.isOpen()) return;
      if (session.locale() !== shown.details.locale) failed = false;
      update();
    },
  };
}

(document.currentScript as PartScript).kelisim = createPanel;
