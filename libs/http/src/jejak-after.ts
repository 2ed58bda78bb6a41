import type { IncomingHttpHeaders } from 'node:http';
import type { Position } from '@jejak/domain';
import { parsePosition } from '@jejak/event-store';
import { problem } from './problem';

/**
 * The position a view must have reached before it answers (`Jejak-After`), null when the caller
 * does not ask for one. Throws `request.invalid` when it cannot be read.
 */
export function jejakAfterOf(request: { readonly headers: IncomingHttpHeaders }): Position | null {
  const sent = request.headers['jejak-after'];
  if (sent === undefined) return null;
  const position = typeof sent === 'string' ? parsePosition(sent) : null;
  if (position !== null) return position;
  throw problem('request.invalid', {
    field: 'Jejak-After',
    detail: 'The Jejak-After header is not a position.',
    fix: 'Send the Jejak-Position header of an earlier reply, such as 1024/1024.',
  });
}
