import { z } from 'zod';
import { version } from '../../package.json';
import { schema } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a configuration as text, for editors: made of what the build itself checks by.
 * It knows the shape; what depends on several keys only `kelisim check` can tell.
 */
export function jsonSchemaText(): string {
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' });
  const titled = { ...made, title: `consent.config.json of Kelisim ${version}` };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
