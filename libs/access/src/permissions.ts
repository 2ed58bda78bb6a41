import { problem } from '@jejak/http';
import { covers, EVERYWHERE, isRegionCode, type Principal, type Role } from './principal';

/**
 * Who may do what: the one place where it is decided. What is not listed is not permitted. That
 * nobody verifies their own work is a rule of the domain, because it needs the history.
 */
export const ACTIONS = {
  'region.register': ['operator'],
  'region.reserve-code': ['operator'],
  'region.recode': ['operator'],
  'unit.register': ['operator'],
  'unit.change': ['operator'],
  'rollout.record': ['operator'],
  'feed.register': ['operator'],
  'feed.define-type': ['operator'],
  'feed.retire': ['operator'],
  'feed.report': ['operator'],
  'feed.replay': ['operator'],
  'policy.draft': ['operator'],
  'policy.approve': ['verifier'],
  'policy.retire': ['verifier'],
  'framework.draft': ['operator'],
  'framework.publish': ['verifier'],
  'scorecard.open': ['operator'],
  'scorecard.assign-indicator': ['operator'],
  'scorecard.submit-evidence': ['operator'],
  'scorecard.verify-evidence': ['verifier'],
  'scorecard.return-evidence': ['verifier'],
  'scorecard.close-cycle': ['verifier'],
  'scorecard.score-indicator': ['operator'],
  'scorecard.record-area-scores': ['operator'],
  'scorecard.record-published-score': ['operator'],
  'scorecard.finalise': ['verifier'],
  'scorecard.amend': ['verifier'],
  'pact-text.publish': ['operator'],
  'pact-text.retire': ['operator'],
  'pact.draft': ['operator'],
  'pact.sign': ['operator'],
  'pact.witness': ['operator'],
  'pact.publish': ['operator'],
  'pact.supersede': ['operator'],
  'pact.supersede-signature': ['operator'],
  'pact.record-coverage': ['operator'],
  'pact.report-breach': ['operator'],
  'pact.conclude-breach': ['verifier'],
  'plan.adopt': ['operator'],
  'plan.report-milestone': ['operator'],
  'plan.revise-item': ['operator'],
  'plan.verify-milestone': ['verifier'],
  'plan.return-milestone': ['verifier'],
  'dispute.record-claim': ['operator'],
  'declaration.register-obligor': ['operator'],
  'declaration.end-obligation': ['operator'],
  'declaration.record-filing': ['operator'],
  'declaration.supplement-filing': ['operator'],
  'declaration.verify-filing': ['verifier'],
  'declaration.record-statistic': ['operator'],
  'plan.reassign-item': ['operator'],
  'plan.set-item-status': ['operator'],
  'plan.form-task-force': ['operator'],
  'plan.report-progress': ['operator'],
  'plan.verify-progress': ['verifier'],
  'plan.return-progress': ['verifier'],
  'plan.close-checkpoint': ['verifier'],
  'training.open': ['operator'],
  'training.hold-session': ['operator'],
  'training.count-participants': ['operator'],
  'training.register-participant': ['operator'],
  'training.announce-assessment': ['operator'],
  'training.assess-group': ['operator'],
  'training.assess-participant': ['operator'],
  'supervision.record-meeting': ['operator'],
  'supervision.claim-detail': ['operator'],
  'supervision.recommend': ['operator'],
  'supervision.report-follow-up': ['operator'],
  'supervision.verify-follow-up': ['verifier'],
  'supervision.return-follow-up': ['verifier'],
  'index.record': ['operator'],
  'index.correct': ['verifier'],
  'complaint.file': ['operator'],
  'complaint.handle': ['operator'],
  'complaint.read': ['operator'],
  'complaint.close': ['operator'],
  'complaint.escalate': ['operator'],
  'reporter.seal': ['operator'],
  'reporter.request-unmasking': ['verifier'],
  'reporter.approve-unmasking': ['verifier'],
  'reporter.read-identity': ['verifier'],
  'erasure.request': ['operator'],
  'erasure.decide': ['custodian'],
  'erasure.shred': ['custodian'],
  'gratification.report': ['operator'],
  'gratification.complete': ['operator'],
  'gratification.forward': ['operator'],
  'gratification.decide': ['verifier'],
  'gratification.drop': ['verifier'],
  'information.request': ['operator'],
  'information.extend': ['operator'],
  'information.answer': ['operator'],
  'information.object': ['operator'],
  'information.decide-objection': ['verifier'],
  'information.note-dispute': ['operator'],
  'zone.declare': ['operator'],
  'zone.record-coverage': ['operator'],
  'zone.record-published': ['operator'],
  'zone.designate': ['operator'],
  'zone.start-building': ['operator'],
  'zone.answer-self': ['operator'],
  'zone.submit-self-assessment': ['operator'],
  'zone.answer-internal': ['verifier'],
  'zone.complete-internal-review': ['verifier'],
  'zone.check-prerequisites': ['verifier'],
  'zone.propose': ['operator'],
  'zone.record-admin-check': ['evaluator'],
  'zone.record-desk-evaluation': ['evaluator'],
  'zone.record-field-evaluation': ['evaluator'],
  'zone.answer-national': ['evaluator'],
  'zone.record-survey-result': ['evaluator'],
  'zone.recommend': ['evaluator'],
  'zone.decline': ['evaluator'],
  'predicate.record-published': ['operator'],
  'predicate.grant': ['evaluator'],
  'predicate.monitor': ['evaluator'],
  'predicate.retain': ['evaluator'],
  'predicate.revoke': ['evaluator'],
  'projection.skip-parked-event': ['maintainer'],
  'projection.operate': ['maintainer'],
} as const satisfies Record<string, readonly Role[]>;

export type ActionName = keyof typeof ACTIONS;

export interface Permit {
  readonly kind: 'permit';
}

export interface Denial {
  readonly kind: 'denial';
  readonly code: 'access.not-permitted' | 'access.outside-jurisdiction';
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Decides by role first, then by jurisdiction. `region` is the id of the region the action is about,
 * whatever code it has now (see `covers`); null where it is about no single region, which needs the
 * jurisdiction `*`.
 */
export function decideAccess(
  principal: Principal,
  action: ActionName,
  region: string | null,
): Permit | Denial {
  const roles: readonly Role[] = ACTIONS[action];
  if (!roles.some((role) => principal.roles.includes(role))) return missingRole(action, roles);
  if (!isWithinJurisdiction(principal, region)) return missingRegion(region);
  return { kind: 'permit' };
}

/** Throws the problem of a denial (403); returns when the action is permitted. */
export function requirePermission(
  principal: Principal,
  action: ActionName,
  region: string | null,
): void {
  const decision = decideAccess(principal, action, region);
  if (decision.kind === 'permit') return;
  throw problem(decision.code, { detail: decision.reason, fix: decision.remedy });
}

function isWithinJurisdiction({ regions }: Principal, region: string | null): boolean {
  if (region === null) return regions.includes(EVERYWHERE);
  return regions.some((jurisdiction) => covers(jurisdiction, region));
}

function missingRole(action: ActionName, roles: readonly Role[]): Denial {
  const needed = roles.join(' or ');
  return {
    kind: 'denial',
    code: 'access.not-permitted',
    reason: `${action} needs the role ${needed}, which your token does not carry.`,
    remedy: `Ask your administrator for the role ${needed}, or hand the task to somebody who has it.`,
  };
}

function missingRegion(region: string | null): Denial {
  const denial = { kind: 'denial', code: 'access.outside-jurisdiction' } as const;
  if (region === null) {
    return {
      ...denial,
      reason: 'The action is about no single region, and your token does not cover every region.',
      remedy: 'Hand the task to somebody whose token carries the jurisdiction *.',
    };
  }
  if (!isRegionCode(region)) {
    return {
      ...denial,
      reason: `${JSON.stringify(region.slice(0, 40))} is not a region code.`,
      remedy: 'Send a Kemendagri code such as 36 (a province) or 36.73 (a city in it).',
    };
  }
  return {
    ...denial,
    reason: `Your token does not cover region ${region}.`,
    remedy: `Hand the task to somebody whose token covers ${region} or a region above it; tokens name regions by id, not by the code they have now.`,
  };
}
