import { policyStream } from '@jejak/domain';
import {
  policy,
  type PolicyContents,
  type PolicyKind,
  type PolicyState,
  unconfirmedIn,
} from '@jejak/domain/policy';
import type { EventStore } from '@jejak/event-store';
import { Inject, Injectable } from '@nestjs/common';

import { stateOf } from '../reading/stream-state';
import { EVENT_STORE } from '../tokens';

/**
 * The parts of a version that no source confirms, as the policy says them; where told which parts of
 * its content something rests on, the paths of those among them: see `unconfirmedIn`.
 */
export type Unconfirmed<Kind extends PolicyKind = PolicyKind> = <Asked extends Kind>(
  kind: Asked,
  version: number,
  restsOn?: (content: PolicyContents[Asked]) => readonly string[],
) => readonly string[];

/**
 * Policies from their own streams: whatever version a reply names is there, however far behind the
 * views of policies are.
 */
@Injectable()
export class PolicyVersions {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async of(kind: PolicyKind): Promise<PolicyState> {
    const found = await stateOf(this.store, policyStream(kind));
    return (found?.state ?? policy.initialState()) as PolicyState;
  }

  /** What it gives is asked only for these kinds; it throws for another one. */
  async unconfirmed<Kind extends PolicyKind>(kinds: readonly Kind[]): Promise<Unconfirmed<Kind>> {
    const states = new Map(
      await Promise.all(kinds.map(async (kind) => [kind, await this.of(kind)] as const)),
    );
    return (kind, version, restsOn) => {
      const state = states.get(kind);
      if (state === undefined) throw new Error(`The reply did not say that it rests on ${kind}`);
      const found = state.approved[version - 1];
      if (found === undefined || restsOn === undefined) return found?.unconfirmed ?? [];
      // A stream keeps one kind, which the type of its state cannot say.
      return unconfirmedIn(found, ...restsOn(found.content as PolicyContents[typeof kind]));
    };
  }
}
