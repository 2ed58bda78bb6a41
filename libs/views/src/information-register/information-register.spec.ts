import type { InformationEvent } from '@jejak/domain/information/events';

import { deadlines } from '../deadlines/deadlines';
import { fold, twice } from '../testing/fold';
import { informationEvents as events } from '../testing/information';
import { recorded } from '../testing/recorded';
import { informationRegister } from './information-register';
import { serviceBoard } from './service-board';

const { requested, extended, answered, objected, decided, disputed } = events;
const request = requested.data.request;

const logOf = (...given: InformationEvent[]) =>
  recorded(given.map((event) => ({ stream: `information-${request}`, event })));
const after = (...given: InformationEvent[]) => {
  const document = fold(informationRegister, logOf(...given)).get(request);
  if (!document) throw new Error('no request');
  return document;
};

describe('the register of information requests', () => {
  it('follows a request from receipt to the commission, with the day that is to be kept next', () => {
    const steps = [requested, extended, answered, objected, decided, disputed] as const;
    const seen = steps.map((_, index) => after(...steps.slice(0, index + 1)));
    expect(seen.map(({ status, openUntil }) => [status, openUntil])).toEqual([
      ['open', '2025-02-17'],
      ['open', '2025-02-26'],
      ['answered', null],
      ['objected', '2025-04-23'],
      ['decided', null],
      ['disputed', null],
    ]);
  });

  it('keeps the last day that an extension replaced', () => {
    expect(after(requested, extended)).toMatchObject({
      dueOn: '2025-02-26',
      extension: { from: '2025-02-17', reason: extended.data.reason },
    });
  });

  it('stays objected when an answer comes after the objection to the silence', () => {
    expect(after(requested, objected, answered)).toMatchObject({
      status: 'objected',
      openUntil: '2025-04-23',
    });
  });

  it('is unchanged by events it has seen', () => {
    const log = logOf(requested, extended, answered, objected, decided, disputed);
    expect(fold(informationRegister, twice(log))).toEqual(fold(informationRegister, log));
  });

  it('never says who asked, not even by pseudonym', () => {
    const shown = JSON.stringify(after(requested, extended, answered, objected, decided, disputed));
    expect(shown).not.toContain(requested.data.requester);
  });

  it('does not begin without a request', () => {
    expect(() => after(answered)).toThrow('Nothing was recorded');
  });
});

describe('its deadlines', () => {
  const stateOf = (term: string, ...given: InformationEvent[]) => {
    const found = fold(deadlines, logOf(...given)).get(`information.${term}:${request}`);
    return found && [found.state, found.dueOn];
  };

  it('are the answer, moved once by an extension, and the decision on an objection', () => {
    expect(stateOf('answer', requested)).toEqual(['open', '2025-02-17']);
    expect(stateOf('answer', requested, extended)).toEqual(['open', '2025-02-26']);
    expect(stateOf('answer', requested, extended, answered)?.[0]).toBe('met');
    expect(stateOf('decision', requested, answered)).toBeUndefined();
    expect(stateOf('decision', requested, answered, objected)).toEqual(['open', '2025-04-23']);
    expect(stateOf('decision', requested, answered, objected, decided)?.[0]).toBe('met');
  });

  it('end for the answer with the decision on an objection to the silence', () => {
    expect(stateOf('answer', requested, objected, decided)?.[0]).toBe('dropped');
  });
});

describe('the board of terms kept', () => {
  const board = (on: string, ...given: InformationEvent[]) => serviceBoard([after(...given)], on);

  it('judges what waits on the day it is asked for', () => {
    expect(board('2025-02-17', requested)).toMatchObject({ requests: 1, open: 1, overdue: 0 });
    expect(board('2025-02-18', requested)).toMatchObject({ open: 0, overdue: 1 });
    expect(board('2025-02-18', requested, extended)).toMatchObject({ open: 1, extended: 1 });
  });

  it('counts what was kept and what was late', () => {
    expect(board('2025-12-31', requested, answered)).toMatchObject({
      answeredInTime: 0,
      answeredLate: 1,
      overdue: 0,
    });
    const objection = [requested, answered, objected] as const;
    expect(board('2025-04-24', ...objection)).toMatchObject({ undecided: 1, decisionOverdue: 1 });
    expect(board('2025-12-31', ...objection, decided, disputed)).toMatchObject({
      objections: 1,
      undecided: 0,
      decidedInTime: 1,
      disputes: 1,
    });
  });
});
