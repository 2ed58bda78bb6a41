import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type User } from '../options';
import { accessDenied, type CallFailure, UNAUTHENTICATED } from './status';

/** What a call with this `authorization` header is refused with; undefined when it may go on. */
export type AccessCheck = (authorization: string | undefined) => CallFailure | undefined;

/**
 * Lets the one user in. As the real server does, a call without credentials is denied access and
 * one with wrong ones is not authenticated; the client makes its `AccessDeniedError` of both.
 */
export function accessCheck({ name, password }: User): AccessCheck {
  // Digests under a key nobody knows are equally long, and comparing them tells nothing of a text.
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const expected = digest(`${name}:${password}`);
  return (authorization) => {
    if (authorization === undefined) return accessDenied('this node asks for a user');
    const [scheme = '', encoded = ''] = authorization.split(' ', 2);
    const given = digest(Buffer.from(encoded, 'base64').toString('utf8'));
    const isRight = timingSafeEqual(given, expected);
    return isRight && scheme.toLowerCase() === 'basic' ? undefined : UNAUTHENTICATED;
  };
}
