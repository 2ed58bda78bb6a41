import fc from 'fast-check';

import { policyCommands, policyDays } from '../testing/commands/policy';
import { historiesOf } from '../testing/histories';
import { policy, type PolicyDrafted, policyInForce } from '.';

const histories = historiesOf(policy, policyCommands);

describe('any history of commands on a kind of policy', () => {
  it('puts nothing into force that its approver drafted, or has not read', () => {
    fc.assert(
      fc.property(histories, ({ steps }) => {
        let draft: PolicyDrafted['data'] | null = null;
        for (const { command, decision } of steps) {
          if (decision.kind === 'refused') continue;
          for (const event of decision.events) {
            if (event.type === 'PolicyDrafted') draft = event.data;
            if (event.type !== 'PolicyApproved' || command.type !== 'ApprovePolicy') continue;
            expect(event.data.approvedBy).not.toBe(draft?.draftedBy);
            expect(command.contentSha256).toBe(draft?.contentSha256);
            expect(event.data.version).toBe(draft?.version);
            draft = null;
          }
        }
      }),
    );
  });

  it('numbers versions from one on, and none applies from before the one it follows', () => {
    fc.assert(
      fc.property(histories, ({ state: { approved } }) => {
        expect(approved.map(({ version }) => version)).toEqual(
          approved.map((_, place) => place + 1),
        );
        const days = approved.map(({ effectiveFrom }) => effectiveFrom);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('has on every day the version in force that a plain look over all of them finds', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...policyDays), ({ state }, day) => {
        const begun = state.approved.filter(({ effectiveFrom }) => effectiveFrom <= day);
        const last = begun.at(-1);
        const applies = last !== undefined && (last.lastDay === null || day <= last.lastDay);
        const inForce = policyInForce(state, 'time-zones', day);
        expect(inForce?.version).toBe(applies ? last.version : undefined);
      }),
    );
  });
});
