import { z } from 'zod';
import { wanted } from '../fields.ts';
import { ROUTE } from '../routes.ts';

const CURE = 'Write one such as "/kabinet/*".';

/** What is wrong with a pattern of another shape. */
function faultOf(pattern: string): string {
  const bare = pattern.replace(/\?[^#]*/, '');
  return bare !== pattern && ROUTE.test(bare)
    ? `holds a query, which is not looked at. Write "${bare}".`
    : `must begin with "/" or "#", and "*" must be a whole segment or stand at the end. ${CURE}`;
}

/** A pattern of pages where no tracker runs. */
export const route = z
  .string(wanted('must be text', CURE))
  .regex(ROUTE, { error: ({ input }) => faultOf(String(input)) });
