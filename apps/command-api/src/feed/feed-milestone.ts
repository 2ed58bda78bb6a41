import { decideAccess } from '@jejak/access';
import { planStream } from '@jejak/domain';
import { type FeedOutcome, type RegisteredFeed, type Unfit } from '@jejak/domain/feed';
import { plan } from '@jejak/domain/plan';
import { identifierForms } from '@jejak/domain/values/identifier';
import { type Ledger } from '@jejak/event-store';

import {
  type Brought,
  documentOf,
  type Fields,
  isWithin,
  outside,
  refusedReport,
  reportEnvelope,
} from './feed-report';

/** Reports a milestone with the event itself as evidence, named by the digest of its content. */
export async function milestoneReported(
  ledger: Ledger,
  feed: RegisteredFeed,
  brought: Brought,
  fields: Fields,
): Promise<FeedOutcome | Unfit> {
  const of = (name: string): string => fields.get(name) ?? '';
  const [key, item, milestone] = [of('plan'), of('item'), of('milestone')];
  if (!identifierForms.slug.test(key)) {
    return { code: 'mapping', detail: 'plan is no identifier of a plan' };
  }
  const { sha256, title } = documentOf(feed, brought.event);
  const report = reportEnvelope(feed, brought, 'plan.report-milestone', key);
  const outcome = await ledger.handle(plan, planStream(key), report, (state, at) => {
    const region = state.status === 'unadopted' ? feed.source.region : state.region;
    const denial = decideAccess(brought.principal, 'plan.report-milestone', region);
    if (denial.kind === 'denial') return { kind: 'refused', refusal: denial };
    if (!isWithin(region, feed)) {
      return { kind: 'refused', refusal: outside(`the plan is of ${region}`, feed) };
    }
    return plan.decide(state, {
      type: 'ReportMilestone',
      item,
      milestone,
      metOn: of('metOn'),
      evidence: [{ sha256, title }],
      note: fields.get('note') ?? null,
      actor: report.actor,
      at,
    });
  });
  return outcome.kind === 'recorded'
    ? { kind: 'milestone', plan: key, item, milestone }
    : refusedReport(outcome);
}
