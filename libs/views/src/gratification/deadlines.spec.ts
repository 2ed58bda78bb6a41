import { gratificationStream } from '@jejak/domain';
import type { GratificationEvent } from '@jejak/domain/gratification/events';

import { deadlines } from '../deadlines/deadlines';
import { fold, twice } from '../testing/fold';
import { reportedGift } from '../testing/gratification';
import { recorded } from '../testing/recorded';

const { key, reported } = reportedGift;
const stream = gratificationStream(key);

const after = (...events: readonly GratificationEvent[]) => {
  const log = recorded([reported, ...events].map((event) => ({ stream, event })));
  const found = [...fold(deadlines, twice(log)).values()];
  return (name: string) => found.find(({ deadline }) => deadline === `gratification.${name}`);
};
const forwarded = (decideBy: string | null): GratificationEvent => ({
  type: 'GratificationForwarded',
  data: { ...key, forwardedOn: '2026-02-20', late: false, decideBy, counted: [] },
});
const decided: GratificationEvent = {
  type: 'GratificationDecided',
  data: {
    ...{ ...key, decidedOn: '2026-03-20', owner: 'state', decision: 'SK-12/2026' },
    ...{ decidedBy: 'verifier-1', late: false },
  },
};

describe('the deadlines of a reported gift', () => {
  it('are to forward it and to complete it, by the version of the rules it was judged by', () => {
    const of = after();
    const policy = { kind: 'gratification-rules', version: 2 };
    expect(of('forward')).toMatchObject({ dueOn: '2026-02-26', state: 'open', policy });
    expect(of('complete')).toMatchObject({ dueOn: '2026-03-10', state: 'open', policy });
    expect(of('decision')).toBeUndefined();
  });

  it('are the decision once it was forwarded, which rests on no version of those rules', () => {
    const of = after(forwarded('2026-04-08'));
    expect(of('forward')).toMatchObject({ state: 'met', metOn: '2026-02-20' });
    expect(of('decision')).toMatchObject({ dueOn: '2026-04-08', state: 'open', policy: null });
    const direct: GratificationEvent = {
      ...reported,
      data: { ...reported.data, report: '2026-02', to: 'kpk', decideBy: '2026-03-26' },
    };
    const told = fold(deadlines, twice(recorded([{ stream, event: direct }])));
    expect([...told.values()]).toContainEqual(
      expect.objectContaining({ deadline: 'gratification.decision', policy: null }),
    );
  });

  it('are met by the decision, and dropped with the report', () => {
    const met = after(forwarded('2026-04-08'), decided);
    expect(met('decision')).toMatchObject({ state: 'met', metOn: '2026-03-20' });
    const dropped = after(forwarded('2026-04-08'), {
      type: 'GratificationDropped',
      data: { ...key, droppedOn: '2026-03-01' },
    });
    expect(dropped('decision')).toMatchObject({ state: 'dropped' });
  });
});
