import { opened2025 } from '../testing/evidence-scorecards';
import { givenFor } from '../testing/given';
import { amend, context, finalise, finalised, opened, points, scored } from '../testing/scorecards';
import { scorecard } from '.';

const given = givenFor(scorecard);
const inside = { jurisdiction: ['36.73', '36.04'] };
const outside = [{ jurisdiction: ['36'] }, { jurisdiction: ['36.73', '*'] }];

describe('a region is not its own judge', () => {
  it('scores no indicator of its own', () => {
    given(opened)
      .when({ ...points(), ...inside })
      .refused('scorecard.judge-inside');
    for (const judge of outside) {
      given(opened)
        .when({ ...points(), ...judge })
        .then(scored());
    }
  });

  it('does not say when its own uploads end', () => {
    const close = {
      type: 'CloseCycle',
      ...context,
      at: '2025-11-01T00:00:00.000Z',
      closesAt: '2025-12-31T16:59:59.999Z',
      decision: null,
    } as const;
    given(opened2025('city'))
      .when({ ...close, ...inside })
      .refused('scorecard.judge-inside');
  });

  it('neither finalises nor amends its own score', () => {
    given(opened)
      .when({ ...finalise, ...inside })
      .refused('scorecard.judge-inside');
    given(opened, finalised)
      .when({ ...amend('finalised', '99'), ...inside })
      .refused('scorecard.judge-inside');
  });

  it('is not told first what else is wrong', () => {
    given(opened)
      .when({ ...amend(7, '199'), ...inside })
      .refused('scorecard.judge-inside');
  });
});
