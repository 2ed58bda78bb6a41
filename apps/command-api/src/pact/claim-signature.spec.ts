import { randomUUID } from 'node:crypto';

import { pactStream } from '@jejak/domain';
import {
  claimHeldFor,
  pact,
  type PactCommand,
  type PactSignatory,
  type SignerClaim,
} from '@jejak/domain/pact';
import { bupati, draft, sign } from '@jejak/domain/testing/pacts';
import { type CommandEnvelope, createLedger, type Ledger, type Outcome } from '@jejak/event-store';
import {
  createInMemoryEventStore,
  type InMemoryEventStore,
} from '@jejak/event-store/testing/in-memory-event-store';

import { claimedSignature } from './claim-signature';

const actor = { kind: 'person', id: 'operator' } as const;
const [first, second] = ['serang-2022', 'serang-2024'] as const;

let store: InMemoryEventStore;
let ledger: Ledger;
let time: number;
beforeEach(async () => {
  time = Date.parse('2024-06-24T02:00:00.000Z');
  store = createInMemoryEventStore();
  ledger = createLedger({ store, clock: () => new Date(time) });
  for (const name of [first, second]) await record(name, draft({ pact: name }));
});

const envelope = (commandId: string = randomUUID()): CommandEnvelope => ({
  ...{ commandId, commandSha256: 'ab'.repeat(32), correlationId: 'c', actor },
});
const record = (name: string, command: PactCommand, as = envelope()): Promise<Outcome> =>
  ledger.handle(pact, pactStream(name), as, (state, at) => pact.decide(state, { ...command, at }));

const claim = async (name: string, signatory: PactSignatory = bupati, as = envelope()) =>
  claimedSignature(ledger, {
    pactState: await ledger.refer(pact, pactStream(name), () => false),
    signature: sign(signatory),
    envelope: as,
    now: () => new Date(time),
  });
const signWith = (name: string, held: SignerClaim | null, signatory: PactSignatory = bupati) =>
  record(name, { ...sign(signatory), claim: held });
const signIn = async (name: string, signatory: PactSignatory = bupati) =>
  signWith(name, await claim(name, signatory), signatory);

const elsewhere = { code: 'pact.signed-in-another-pact' };

it('a named person signs one text in one position in one pact, however they are spelt', async () => {
  expect(await signIn(first)).toMatchObject({ kind: 'recorded' });
  await expect(claim(second)).rejects.toMatchObject(elsewhere);
  const shouted = { ...bupati, name: ' RATU TATU  CHASANAH', position: 'BUPATI SERANG' };
  await expect(claim(second, shouted)).rejects.toMatchObject(elsewhere);
  const other = { ...bupati, position: 'Ketua Forum' };
  expect(await signIn(second, other)).toMatchObject({ kind: 'recorded' });
});

it('signs again elsewhere once the signature was superseded', async () => {
  await signIn(first);
  await record(first, {
    ...{ type: 'SupersedeSignature', actor, at: '', signatory: bupati, successor: second },
    ...{ ground: 'position-changed', reason: 'left and came back', on: '2024-01-01' },
  });
  expect(await signIn(second)).toMatchObject({ kind: 'recorded' });
});

it('a claim that was left without its signature keeps others out for a while only', async () => {
  const left = await claim(first);
  await expect(claim(second)).rejects.toMatchObject({ code: 'pact.signing-in-another-pact' });
  time += claimHeldFor;
  expect(await signIn(second)).toMatchObject({ kind: 'recorded' });
  expect(await signWith(first, left)).toMatchObject({ refusal: { code: 'pact.claim-outdated' } });
  await expect(claim(first)).rejects.toMatchObject(elsewhere);
});

it('of two processes that sign at once, one does', async () => {
  const other = createLedger({ store, clock: () => new Date(time) });
  const attempts = await Promise.allSettled([
    signIn(first),
    claimedSignature(other, {
      pactState: await other.refer(pact, pactStream(second), () => false),
      signature: sign(bupati),
      envelope: envelope(),
      now: () => new Date(time),
    }),
  ]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('claims nothing for nobody, for what is refused anyway, and anew when it is repeated', async () => {
  expect(await claim(first, { ...bupati, name: null })).toBeNull();
  expect(await claim(first, { ...bupati, position: ' ' })).toBeNull();
  const commandId = randomUUID();
  const before = await claim(first, bupati, envelope(commandId));
  time += 1_000;
  const after = await claim(first, bupati, envelope(commandId));
  expect([before?.pact, after?.pact]).toEqual([first, first]);
  expect(after?.claimedAt).not.toBe(before?.claimedAt);
  await signWith(first, after);
  expect(await claim(first, bupati, envelope(commandId))).toBeNull();
});
