import { render } from 'preact';
import type { LazyFile, Panel, PanelFiles, PartScript, Session } from '../contract.ts';
import { choiceOf, toggle } from './choice.ts';
import { copyText } from './copy.ts';
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

  const screen: Screen = {
    ...({} as Screen),
    locales,
    languages: [],
    copied: false,
    gpc: session.hasGpc(),
    close: dialog.close,
    async copy(text) {
      screen.copied = await copyText(text);
      draw();
    },
    toggle(name) {
      screen.choice = toggle(screen.choice, name, screen.details.trackers);
      draw();
    },
    decide(via) {
      keepLanguage();
      // A second failure is news too.
      screen.failed = false;
      draw();
      const { choice } = screen;
      // One set of names serves as all three lists: the store leaves out what was not asked of its kind.
      const names = [...choice] as never[];
      const lists = { purposes: names, technologies: names, trackers: names };
      const grants = via === 'accept' ? 'all' : via === 'save' ? lists : {};
      screen.failed = !session.decide({ via, grants });
      if (!screen.failed) return dialog.close();
      follow();
      // What could not be stored stays set, so that it can be tried again.
      screen.choice = choice;
      draw();
    },
    async go(view) {
      const before = screen.view;
      wanted = view;
      screen.failed = false;
      await update();
      if (screen.view !== before) dialog.turn(view === 'policy');
    },
  };

  const draw = () => {
    dialog.element.lang = screen.details.locale;
    render(Frame(screen), dialog.element);
  };

  /** Sets the switches to the record: when the panel opens, and when the record is another one. */
  const follow = () => {
    const state = session.state();
    if (!dialog.isOpen() || JSON.stringify(state) !== JSON.stringify(screen.state))
      screen.choice = choiceOf(state);
    screen.state = state;
  };

  /** Loads what the view wanted last needs in the language of now, then draws it. */
  async function show(): Promise<void> {
    const view = wanted;
    const locale = session.locale();
    const load = (files: PanelFiles['details']) => loadText(session.rules.base, files[locale] as LazyFile);
    // A receipt is in every language, whichever is read.
    const isDecided = session.state().phase === 'decided';
    const [json, html, ...others] = await Promise.all([
      load(details),
      view === 'policy' ? load(policy) : '',
      ...(isDecided ? locales.map((one) => loadText(session.rules.base, details[one] as LazyFile)) : []),
    ]);
    if (view !== wanted || locale !== session.locale()) return show();
    if (!dialog.isOpen()) render(null, dialog.element);
    follow();
    screen.copied = false;
    screen.languages = others.map((other) => JSON.parse(other));
    Object.assign(screen, { view, details: JSON.parse(json), policy: session.trusted.createHTML(html) });
    draw();
  }

  /** The record names the language that was read, so notice and record follow the panel. */
  const keepLanguage = () => {
    const { locale } = screen.details;
    if (session.locale() !== locale) session.setLanguage(locale);
  };

  /** Draws anew in the open panel; when the texts do not load, everything stays as it is and says so. */
  const update = () =>
    show().catch(() => {
      screen.failed = true;
      wanted = screen.view;
      keepLanguage();
      draw();
    });

  session.addStyle(css);
  return {
    async open(view) {
      if (dialog.isOpen()) return screen.go(view);
      wanted = view;
      screen.failed = false;
      await show();
      dialog.open();
    },
    close: dialog.close,
    refresh() {
      if (!dialog.isOpen()) return;
      if (session.locale() !== screen.details.locale) screen.failed = false;
      update();
    },
  };
}

(document.currentScript as PartScript).kelisim = createPanel;
