import type { IncomingHttpHeaders } from 'node:http';
import type { Position } from '@jejak/domain';
import { problem } from './problem';

const POSITION = /^(0|[1-9]\d{0,18})\/(0|[1-9]\d{0,18})$/;

/** The store counts in signed 64-bit numbers. */
const LARGEST = 2n ** 63n - 1n;

/** A position as it stands in headers: `<commit>/<prepare>`, decimal. */
export function positionText({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

/** Reads `<commit>/<prepare>`; null when it is anything else. */
export function positionOfText(text: string): Position | null {
  const [, first = '', second = ''] = POSITION.exec(text) ?? [];
  if (first === '') return null;
  const position = { commit: BigInt(first), prepare: BigInt(second) };
  return position.commit > LARGEST || position.prepare > LARGEST ? null : position;
}

/**
 * The position a view must have reached before it answers (`Jejak-After`), null when the caller
 * does not ask for one. Throws `request.invalid` when it cannot be read.
 */
export function jejakAfterOf(request: { readonly headers: IncomingHttpHeaders }): Position | null {
  const sent = request.headers['jejak-after'];
  if (sent === undefined) return null;
  const position = typeof sent === 'string' ? positionOfText(sent) : null;
  if (position !== null) return position;
  throw problem('request.invalid', {
    field: 'Jejak-After',
    detail: 'The Jejak-After header is not a position.',
    fix: 'Send the Jejak-Position header of an earlier reply, such as 1024/1024.',
  });
}
