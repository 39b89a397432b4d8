/** Tells of each change of the page's address without a new page; the address is the new one by then. */
export function watchRoute(moved: () => void): void {
  for (const name of ['pushState', 'replaceState'] as const)
    History.prototype[name] = new Proxy(History.prototype[name], {
      apply(native, self, args) {
        const result = Reflect.apply(native, self, args);
        moved();
        return result;
      },
    });
  for (const event of ['popstate', 'hashchange', 'pageshow']) addEventListener(event, moved);
}
