import type { LazyFile, Panel, Session } from '../contract.ts';

/** The panel, loaded at its first opening; what failed is tried again at the next. */
export function createPanelLoader(session: Session, file: LazyFile): Panel {
  let panel: Panel | undefined;
  let loading: Promise<Panel> | undefined;
  /** How often it was closed: what is closed while it loads does not come up later. */
  let closings = 0;
  const load = async () => {
    const script = await session.loadScript(file);
    if (!script.kelisim) throw new Error(`${script.src} did not load: upload all built files`);
    return script.kelisim(session) as Panel;
  };
  return {
    async open(view) {
      const before = closings;
      loading ??= load();
      try {
        panel = await loading;
      } catch (cause) {
        loading = undefined;
        throw cause;
      }
      await panel.open(view);
      if (closings > before) panel.close();
    },
    close() {
      closings += 1;
      panel?.close();
    },
    refresh: () => panel?.refresh(),
  };
}
