import { erasureStream } from '@jejak/domain';
import type { ErasureEvent } from '@jejak/domain/erasure/events';

import { deadlines } from '../deadlines/deadlines';
import { erasureEvents } from '../testing/erasure';
import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { erasureId, erasureRegister } from './erasure-register';

const { requested, granted, refused, shredded } = erasureEvents;
const id = erasureId(requested.data);

/** Recorded on the morning of the last day in Jakarta, unless told otherwise. */
const logOf = (events: readonly ErasureEvent[], recordedAt = '2026-01-05T02:00:00.000Z') =>
  recorded(
    events.map((event) => ({ stream: erasureStream(event.data.subject), event, recordedAt })),
  );
const after = (...events: ErasureEvent[]) => fold(erasureRegister, logOf(events)).get(id);

describe('the register of requests for erasure', () => {
  it('follows a request to the destroyed key', () => {
    expect(after(requested)).toMatchObject({ status: 'requested', executeBy: '2026-01-05' });
    expect(after(requested, granted)).toMatchObject({ status: 'granted', late: null });
    expect(after(requested, granted, shredded)).toMatchObject({
      ...{ status: 'shredded', decidedOn: '2026-01-03', shreddedOn: '2026-01-05', late: false },
    });
  });

  it('says in the words of the law why one was refused, and whether late', () => {
    expect(after(requested, refused)).toMatchObject({
      ...{ status: 'refused', decidedOn: '2026-01-06', late: true, shreddedOn: null },
      ground: { ...refused.data.ground, law: 'UU 31/1999 art. 21' },
    });
  });

  it('calls a key late that was destroyed after the last day, by the clock of Jakarta', () => {
    const shreddedAt = (at: string) =>
      fold(erasureRegister, logOf([requested, granted, shredded], at)).get(id);
    expect(shreddedAt('2026-01-05T16:59:59.000Z')).toMatchObject({ late: false });
    expect(shreddedAt('2026-01-05T17:00:00.000Z')).toMatchObject({
      ...{ shreddedOn: '2026-01-06', late: true },
    });
  });

  it('keeps a second request of a subject apart from the first', () => {
    const again = { ...requested, data: { ...requested.data, request: 2 } };
    const folded = fold(erasureRegister, logOf([requested, refused, again]));
    expect([...folded.keys()]).toEqual([id, erasureId(again.data)]);
    expect(folded.get(id)?.status).toBe('refused');
  });

  it('is unchanged by events it has seen, and does not begin without a request', () => {
    for (const view of [erasureRegister, deadlines]) {
      const log = logOf([requested, granted, shredded]);
      expect(fold<object>(view, twice(log))).toEqual(fold<object>(view, log));
    }
    expect(() => after(granted)).toThrow('Nothing was recorded');
  });

  it('names no person who recorded, decided or destroyed', () => {
    const shown = JSON.stringify(after(requested, granted, shredded));
    for (const person of ['desk', 'ani', 'budi']) expect(shown).not.toContain(`"${person}"`);
  });
});

describe('the term of a request for erasure', () => {
  const stateOf = (...events: ErasureEvent[]) => {
    const [deadline] = fold(deadlines, logOf(events)).values();
    return deadline && [deadline.state, deadline.dueOn, deadline.metOn];
  };

  it('is kept by a refusal on a ground or by the destroyed key, and not by a grant', () => {
    expect(stateOf(requested)).toEqual(['open', '2026-01-05', null]);
    expect(stateOf(requested, granted)).toEqual(['open', '2026-01-05', null]);
    expect(stateOf(requested, granted, shredded)).toEqual(['met', '2026-01-05', '2026-01-05']);
    expect(stateOf(requested, refused)).toEqual(['met', '2026-01-05', '2026-01-06']);
  });
});
