import { Problem } from '@jejak/http';
import { ACTIONS, decideAccess, requirePermission, type ActionName } from './permissions';
import { covers, ROLES, type Principal, type Role } from './principal';

const actions = Object.keys(ACTIONS) as ActionName[];
const verifierActions = new Set<ActionName>([
  'policy.approve',
  'policy.retire',
  'framework.publish',
  'scorecard.finalise',
  'scorecard.amend',
  'scorecard.verify-evidence',
  'scorecard.return-evidence',
  'scorecard.close-cycle',
  'zone.answer-internal',
  'zone.complete-internal-review',
  'zone.check-prerequisites',
  'plan.verify-milestone',
  'plan.return-milestone',
  'declaration.verify-filing',
  'reporter.request-unmasking',
  'reporter.approve-unmasking',
  'reporter.read-identity',
  'plan.verify-progress',
  'pact.conclude-breach',
  'plan.return-progress',
  'plan.close-checkpoint',
  'supervision.verify-follow-up',
  'supervision.return-follow-up',
  'index.correct',
  'gratification.decide',
  'gratification.drop',
  'information.decide-objection',
]);
const evaluatorActions = new Set<ActionName>([
  'zone.record-admin-check',
  'zone.record-desk-evaluation',
  'zone.record-field-evaluation',
  'zone.answer-national',
  'zone.record-survey-result',
  'zone.recommend',
  'zone.decline',
  'predicate.grant',
  'predicate.monitor',
  'predicate.retain',
  'predicate.revoke',
]);
const custodianActions = new Set<ActionName>(['erasure.decide', 'erasure.shred']);
const maintainerActions = new Set<ActionName>([
  'projection.skip-parked-event',
  'projection.operate',
]);

function roleFor(action: ActionName): Role {
  if (maintainerActions.has(action)) return 'maintainer';
  if (custodianActions.has(action)) return 'custodian';
  if (evaluatorActions.has(action)) return 'evaluator';
  return verifierActions.has(action) ? 'verifier' : 'operator';
}

function principal(roles: readonly Role[], regions: readonly string[]): Principal {
  return { kind: 'person', id: 'somebody', roles, regions };
}

describe('who may do what', () => {
  const jurisdictions = [[], ['*'], ['36'], ['36.73'], ['36.71', '32'], ['36.7'], ['3']] as const;
  const regions = [null, '36', '36.73', '36.73.01', '36.71', '32.04', '36.7', '', '*'];
  const reachable = new Map<string, readonly (string | null)[]>([
    ['', []],
    ['*', [null, '36', '36.73', '36.73.01', '36.71', '32.04']],
    ['36', ['36', '36.73', '36.73.01', '36.71']],
    ['36.73', ['36.73', '36.73.01']],
    ['36.71,32', ['36.71', '32.04']],
    ['36.7', []],
    ['3', []],
  ]);

  it('decides every role, action and region as the table says', () => {
    let decided = 0;
    for (const role of ROLES) {
      for (const action of actions) {
        for (const jurisdiction of jurisdictions) {
          for (const region of regions) {
            const decision = decideAccess(principal([role], jurisdiction), action, region);
            const mayAct = role === roleFor(action);
            const reaches = reachable.get(jurisdiction.join(','))?.includes(region) ?? false;
            const expected = !mayAct
              ? 'access.not-permitted'
              : reaches
                ? 'permit'
                : 'access.outside-jurisdiction';
            const outcome = decision.kind === 'permit' ? 'permit' : decision.code;
            expect([role, action, jurisdiction, region, outcome]).toEqual([
              role,
              action,
              jurisdiction,
              region,
              expected,
            ]);
            decided += 1;
          }
        }
      }
    }
    expect(decided).toBe(ROLES.length * actions.length * jurisdictions.length * regions.length);
  });

  it('permits nothing to an auditor or to somebody without a role', () => {
    for (const action of actions) {
      expect(decideAccess(principal(['auditor'], ['*']), action, '36').kind).toBe('denial');
      expect(decideAccess(principal([], ['*']), action, null).kind).toBe('denial');
    }
  });

  it('lets a maintainer change no fact, and nobody else maintain', () => {
    const facts = actions.filter((action) => !action.startsWith('projection.'));
    for (const action of facts) {
      expect(decideAccess(principal(['maintainer'], ['*']), action, '36').kind).toBe('denial');
    }
    const others = principal(['operator', 'verifier', 'auditor'], ['*']);
    for (const action of maintainerActions) {
      expect(decideAccess(others, action, null).kind).toBe('denial');
    }
  });

  it('lets a custodian decide on erasure and destroy keys, and nobody else', () => {
    const custodian = principal(['custodian'], ['*']);
    const others = principal(
      ROLES.filter((role) => role !== 'custodian'),
      ['*'],
    );
    for (const action of actions) {
      const isTheirs = custodianActions.has(action);
      expect([action, decideAccess(custodian, action, '36').kind]).toEqual([
        action,
        isTheirs ? 'permit' : 'denial',
      ]);
      if (isTheirs) expect(decideAccess(others, action, '36').kind).toBe('denial');
    }
  });

  it('says which role is missing, and which region', () => {
    expect(decideAccess(principal(['operator'], ['*']), 'scorecard.finalise', '36')).toMatchObject({
      reason: expect.stringContaining('the role verifier'),
    });
    expect(decideAccess(principal(['operator'], ['32']), 'pact.draft', '36.73')).toMatchObject({
      reason: expect.stringContaining('36.73'),
    });
  });

  it('throws a denial as a 403 problem', () => {
    expect(() => {
      requirePermission(principal(['operator'], ['36']), 'pact.draft', '36.73');
    }).not.toThrow();
    try {
      requirePermission(principal(['operator'], ['36']), 'pact.draft', '32');
      throw new Error('it was permitted');
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({ status: 403, code: 'access.outside-jurisdiction' });
    }
  });

  it('does not take a prefix of digits for a region above', () => {
    expect(covers('36.7', '36.73')).toBe(false);
    expect(covers('36.73', '36.7301')).toBe(false);
    expect(covers('36.73', '36')).toBe(false);
  });

  it('judges by ids: a recoding from 92.71 to 96.71 changes nobody’s rights', () => {
    const decided = (jurisdiction: string, id: string) =>
      decideAccess(principal(['operator'], [jurisdiction]), 'pact.draft', id).kind;
    const [recoded, nowCalled9271] = ['92.71', '92.72'];
    expect(['92.71', '92'].map((one) => decided(one, recoded))).toEqual(['permit', 'permit']);
    expect(['96.71', '96'].map((one) => decided(one, recoded))).toEqual(['denial', 'denial']);
    expect(decided('92.71', nowCalled9271)).toBe('denial');
  });
});
