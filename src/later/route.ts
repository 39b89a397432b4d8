/**
 * Tells of each change of the page's address without a new page; the address is the new one by then. Where a browser has no
 * `navigation` (Chrome before 102, Safari before 26.2, Firefox before 147), one by a native that the page took for itself
 * earlier is not seen here.
 */
export function watchRoute(moved: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const)
    History.prototype[name] = new Proxy(History.prototype[name], {
      apply(native, self, args) {
        const result = Reflect.apply(native, self, args);
        moved();
        return result;
      },
    });
  // The page may have something of its own by this name.
  (window as { navigation?: Partial<EventTarget> }).navigation?.addEventListener?.(
    'currententrychange',
    moved,
  );
  for (const event of ['popstate', 'hashchange', 'pageshow']) addEventListener(event, moved);
}
