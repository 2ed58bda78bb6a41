import { createHash } from 'node:crypto';

import { canonicalText } from '@jejak/event-store';

import type { ClientCommand, SendAs } from '../client-command';

/**
 * A command whose key is derived from its content: importing the same fact twice repeats the command,
 * importing a corrected fact is a new one.
 */
export function command(
  path: string,
  body: ClientCommand['body'],
  as: SendAs = 'operator',
): ClientCommand {
  const key = `import-${createHash('sha256').update(canonicalText({ path, body })).digest('hex')}`;
  return { path, key, as, body };
}
