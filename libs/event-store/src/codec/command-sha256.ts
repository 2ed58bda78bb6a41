import { hash } from 'node:crypto';

import { canonicalText } from './canonical-text';

/**
 * SHA-256 over the canonical JSON of a command, lower-case hex: equal for two commands exactly when
 * they mean the same, whatever the order of their keys. The command is first taken through JSON, so
 * absent and `undefined` members, plain objects and instances count the same.
 *
 * Give it the target stream and the command's name as well as the body. Throws TypeError on a BigInt.
 */
export function commandSha256(command: object): string {
  const plain: unknown = JSON.parse(JSON.stringify(command));
  return hash('sha256', canonicalText(plain), 'hex');
}
