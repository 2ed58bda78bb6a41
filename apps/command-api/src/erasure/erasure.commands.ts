import { requirePermission } from '@jejak/access';
import { erasureStream } from '@jejak/domain';
import { erasure, type ErasureState, isAsked, mayShred } from '@jejak/domain/erasure';

import { commandsOn } from '../edge/command-on';
import { policyOn } from '../edge/policy';
import { DecideErasureBody, RequestErasureBody, ShredSubjectKeyBody } from './erasure.bodies';
import { heldBy } from './held-by';

const onErasure = commandsOn(erasure, erasureStream);

/** Where nobody asked, there is no region, and the command is refused anyway. */
const itsRegion = (_: unknown, state: ErasureState): string | undefined =>
  isAsked(state) ? state.key.region : undefined;

export const requestErasure = onErasure(RequestErasureBody, {
  action: 'erasure.request',
  region: ({ body }) => body.region,
  refer: async (ledger, { key, body }) => ({
    heldBy: await heldBy(ledger, key),
    rules: await policyOn(ledger, 'erasure-rules', body.receivedOn),
  }),
  command: ({ key, body }, references) => ({
    type: 'RequestErasure',
    subject: key,
    region: body.region,
    channel: body.channel,
    receivedOn: body.receivedOn,
    ...references,
  }),
});

export const decideErasure = onErasure(DecideErasureBody, {
  action: 'erasure.decide',
  region: itsRegion,
  refer: (ledger, { body }) => policyOn(ledger, 'erasure-rules', body.decidedOn),
  command: ({ key, body }, rules) => ({
    type: 'DecideErasure',
    subject: key,
    decidedOn: body.decidedOn,
    outcome: body.outcome,
    exemption: body.exemption ?? null,
    law: body.law ?? null,
    rules,
  }),
});

export const shredSubjectKey = onErasure(ShredSubjectKeyBody, {
  action: 'erasure.shred',
  region: itsRegion,
  /**
   * First the key, then the event: what the log says is destroyed is. Where the service ends between
   * the two, the request is still granted and its term runs on, and sending the command again does both
   * once more, which harms nothing. A key that a restored backup brought back after that is destroyed
   * again by the same command, which is then refused for having been carried out before.
   */
  refer: async (ledger, { key, principal }, vault) => {
    const state = await ledger.refer(erasure, erasureStream(key), () => false);
    if (!isAsked(state)) return;
    if (state.status !== 'shredded' && !mayShred(state, principal.id)) return;
    requirePermission(principal, 'erasure.shred', state.key.region);
    await vault.shred(key);
  },
  command: ({ key }) => ({ type: 'ShredSubjectKey', subject: key }),
});
