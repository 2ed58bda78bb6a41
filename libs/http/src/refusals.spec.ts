import { StoreUnavailable, TooManyConflicts, UnknownOutcome } from '@jejak/event-store';
import { UnreadableEventError } from '@jejak/event-store';
import { problemBody } from './problem';
import { edgeProblem, PROBLEMS } from './problem-catalogue';
import { asSentence, problemOf, problemOfStoreError, refusalStatus } from './refusals';

describe('the status of a refusal', () => {
  it.each([
    ['pact.witness-is-signer', 409],
    ['pact.already-signed', 409],
    ['pact.not-found', 404],
    ['scorecard.indicator-unknown', 404],
    ['plan.item-not-found', 404],
    ['region.unknown', 404],
    ['region.unknown-parent', 409],
    ['plan.invalid-date', 400],
    ['pact.blank-text', 400],
  ])('of %s is %i', (code, status) => {
    expect(refusalStatus(code)).toBe(status);
  });
});

it.each([
  ['the unit lost WBK', 'The unit lost WBK.'],
  ['10 questions have no answer', '10 questions have no answer.'],
  ['proposedOn 2024-07-17 lies before 2024-07-18', 'proposedOn 2024-07-17 lies before 2024-07-18.'],
  ['periodic-2024 was recorded', 'periodic-2024 was recorded.'],
])('a reason is told as a sentence, in which names stay as they are: %s', (reason, sentence) => {
  expect(asSentence(reason)).toBe(sentence);
});

describe('problems', () => {
  it('carry what the domain said, unchanged', () => {
    const refusal = {
      code: 'pact.not-found',
      reason: 'No such pact.',
      remedy: 'Draft it.',
    } as const;
    const request = { correlationId: 'audit-0001', path: '/pacts/7' };
    expect(problemBody(problemOf(refusal), request)).toEqual({
      type: '/problems/pact.not-found',
      title: 'Pact: not found',
      status: 404,
      detail: 'No such pact.',
      code: 'pact.not-found',
      fix: 'Draft it.',
      correlationId: 'audit-0001',
      instance: '/pacts/7',
    });
  });

  it.each([
    [new StoreUnavailable('x'), 'store.unavailable', 503],
    [new UnknownOutcome('s', 'x'), 'store.unknown-outcome', 503],
    [new TooManyConflicts('s'), 'store.conflict', 503],
    [new UnreadableEventError('s', 0n, 'x'), 'store.unreadable-event', 500],
  ])('say what became of a store error', (error, code, status) => {
    const found = problemOfStoreError(error);
    expect(found).toMatchObject({ code, status, cause: error });
    expect('Retry-After' in (found?.headers ?? {})).toBe(status === 503);
  });

  it('name the event that nobody can read, and why, but nothing else of it', () => {
    const reason = `data.${'x'.repeat(1_000)} is not a known key`;
    const found = problemOfStoreError(new UnreadableEventError('pact-x', 3n, reason));
    const cut = reason.slice(0, 200);
    expect(found).toMatchObject({
      detail: `Event 3 of pact-x cannot be read: ${cut}.`,
      event: { stream: 'pact-x', revision: '3', reason: cut },
    });
    if (found === null) throw new Error('There is no problem');
    expect(problemBody(found, { correlationId: 'c', path: '/' })).toMatchObject({
      event: { revision: '3' },
    });
  });

  it('are not made of errors of anybody else', () => {
    for (const error of [new Error('x'), null, undefined, 'x']) {
      expect(problemOfStoreError(error)).toBeNull();
    }
  });

  it('have codes of one form, a client or server status and a way out', () => {
    for (const [code, { status, title, fix }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
    expect(edgeProblem('toString')).toBeUndefined();
  });
});
