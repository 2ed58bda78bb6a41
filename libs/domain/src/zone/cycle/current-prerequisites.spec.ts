import { givenFor } from '../../testing/given';
import { prerequisitesInForce } from '../../testing/zone-sheets';
import { before, check, propose, recordedBy, wholeCycle } from '../../testing/zones';
import { zoneCycle } from '..';

const given = givenFor(zoneCycle);
const checked = before('ProposeUnit');

describe('the prerequisites of a proposal', () => {
  it('are checked by the version that applies on the day of the proposal', () => {
    const version = prerequisitesInForce.version + 1;
    const asked = { ...prerequisitesInForce, version, effectiveFrom: '2024-07-10' };
    given(...checked)
      .when(propose({ asked }))
      .refused('zone.prerequisites-outdated');
    const again = [...wholeCycle.slice(0, 7), check({ prerequisites: asked }), propose({ asked })];
    recordedBy(again);
    given(...checked)
      .when(propose({ asked: null }))
      .refused('zone.policy-missing');
  });
});
