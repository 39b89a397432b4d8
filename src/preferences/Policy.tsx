import type { Screen } from './view.ts';

/** The privacy policy as the site build wrote it. */
export const Policy = ({ view, policy }: Screen) => (
  <div class="body" hidden={view !== 'policy'} dangerouslySetInnerHTML={{ __html: policy }} />
);
