import { givenFor } from '../testing/given';
import { informationContext as context } from '../testing/information';
import {
  key,
  requested,
  answered,
  objecting,
  objected,
  deciding,
  decided,
  dispute,
} from '../testing/information-history';
import { information } from '.';

const given = givenFor(information);

describe('an objection', () => {
  it('is to be decided in thirty working days', () => {
    given(requested, answered).when(objecting).then(objected);
  });

  it('to an answer is made in thirty working days', () => {
    given(requested, answered)
      .when({ ...objecting, objectedOn: '2025-04-02' })
      .refused('information.objection-too-late');
  });

  it('to silence is made from the day after the last day on, in thirty working days', () => {
    given(requested)
      .when({ ...objecting, objectedOn: '2025-02-18', ground: 'not-answered' })
      .refused('information.objection-too-early');
    given(requested)
      .when({ ...objecting, objectedOn: '2025-02-19', ground: 'not-answered' })
      .then({
        ...objected,
        data: {
          ...objected.data,
          objectedOn: '2025-02-19',
          ground: 'not-answered',
          decideBy: '2025-04-02',
          counted: [
            {
              ...objected.data.counted[0]!,
              ...{ from: '2025-02-19', countedOn: '2025-02-19', dueOn: '2025-04-02' },
            },
          ],
        },
      });
    given(requested)
      .when({ ...objecting, objectedOn: '2025-04-02' })
      .refused('information.objection-too-late');
  });

  it('is made once', () => {
    given(requested, answered, objected).when(objecting).refused('information.already-objected');
  });
});

describe('a decision on an objection', () => {
  const open = [requested, answered, objected] as const;

  it('is in time on the last day and late on the next', () => {
    given(...open)
      .when(deciding)
      .then(decided);
    given(...open)
      .when({ ...deciding, decidedOn: '2025-05-14' })
      .then({ ...decided, data: { ...decided.data, decidedOn: '2025-05-14', late: true } });
  });

  it('is never made by who answered', () => {
    given(...open)
      .when({ ...deciding, actor: context.actor })
      .refused('information.decider-answered');
  });

  it('is made once, and follows an objection', () => {
    given(requested, answered).when(deciding).refused('information.nothing-to-decide');
    given(...open, decided)
      .when(deciding)
      .refused('information.already-decided');
  });
});

describe('a dispute before the commission', () => {
  const open = [requested, answered, objected] as const;
  const noted = (filedOn: string, inTime: boolean | null) =>
    ({
      type: 'InformationDisputeNoted',
      data: { ...key, filedOn, reference: dispute.reference, inTime, notedBy: 'ppid-1' },
    }) as const;

  it('is noted with whether it came in time, which is for the commission to judge', () => {
    given(...open, decided)
      .when(dispute)
      .then(noted('2025-06-02', true));
    given(...open, decided)
      .when({ ...dispute, filedOn: '2025-06-03' })
      .then(noted('2025-06-03', false));
    given(...open, decided)
      .when({ ...dispute, calendars: [] })
      .then(noted('2025-06-02', null));
  });

  it('follows the decision or the last day for it', () => {
    given(requested, answered).when(dispute).refused('information.dispute-too-early');
    given(...open)
      .when({ ...dispute, filedOn: '2025-05-13' })
      .refused('information.dispute-too-early');
    given(...open)
      .when({ ...dispute, filedOn: '2025-05-14' })
      .then(noted('2025-05-14', true));
    given(...open, decided, noted('2025-06-02', true))
      .when(dispute)
      .refused('information.already-disputed');
  });
});
