import { type Principal } from '@jejak/access';
import { complaintStream, erasureStream } from '@jejak/domain';
import { complaint } from '@jejak/domain/complaint';
import { erasure, type ErasureCommand } from '@jejak/domain/erasure';
import { file, id } from '@jejak/domain/testing/complaints';
import { decideErasure, requestErasure } from '@jejak/domain/testing/erasures';
import { type Ledger } from '@jejak/event-store';
import { ledgerUnderTest } from '@jejak/event-store/testing/ledger-under-test';
import { createVault, newMasterKey, type Vault } from '@jejak/privacy';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Answered } from '../edge/command-on';
import { shredSubjectKey } from './erasure.commands';
import { heldBy } from './held-by';

const place = 'a place';
const custodian = (name: string, regions = ['36.73']): Principal => ({
  ...{ kind: 'person', id: name, roles: ['custodian'], regions },
});
const envelopeOf = (person: string, commandId: string = randomUUID()) => ({
  ...{ commandId, commandSha256: 'ab'.repeat(32), correlationId: 'c' },
  actor: { kind: 'person', id: person } as const,
});

let directory: string;
let vault: Vault;
let ledger: Ledger;
let sealed: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-shredding-'));
  vault = createVault(newMasterKey(), directory);
  ({ ledger } = ledgerUnderTest());
  sealed = await vault.seal(id, place, 'The fee was asked in cash.');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const told = (command: ErasureCommand) =>
  ledger.handle(erasure, erasureStream(id), envelopeOf(command.actor.id), (state) =>
    erasure.decide(state, command),
  );
const isReadable = async () => (await vault.open(id, place, sealed)) !== null;
const shred = (by: Principal, on: Ledger = ledger, commandId?: string): Promise<Answered> => {
  const caller = { principal: by, envelope: envelopeOf(by.id, commandId) };
  const handler = new shredSubjectKey.handler(on, vault);
  return handler.execute(shredSubjectKey.create(id, {}, caller)) as Promise<Answered>;
};
const statusNow = async () => (await ledger.refer(erasure, erasureStream(id), () => false)).status;

describe('shredding the key of a subject', () => {
  it('destroys nothing that was not granted, nor for who granted it, nor outside the region', async () => {
    await expect(shred(custodian('budi'))).resolves.toMatchObject({
      refusal: { code: 'erasure.not-found' },
    });
    await told(requestErasure());
    await expect(shred(custodian('budi'))).resolves.toMatchObject({
      refusal: { code: 'erasure.not-granted' },
    });
    await told(decideErasure());
    await expect(shred(custodian('ani'))).resolves.toMatchObject({
      refusal: { code: 'erasure.shredder-decided' },
    });
    await expect(shred(custodian('budi', ['36.71']))).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    });
    await expect(shred({ ...custodian('budi'), roles: ['verifier'] })).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
    expect([await isReadable(), await statusNow()]).toEqual([true, 'granted']);
  });

  it('records it once the key is gone, and answers a repetition alike', async () => {
    await told(requestErasure());
    await told(decideErasure());
    const commandId = randomUUID();
    const first = await shred(custodian('budi'), ledger, commandId);
    expect([first, await isReadable()]).toMatchObject([
      { kind: 'recorded', repeated: false, recorded: { events: [{ type: 'SubjectKeyShredded' }] } },
      false,
    ]);
    expect(await shred(custodian('budi'), ledger, commandId)).toMatchObject({ repeated: true });
    expect(await shred(custodian('citra'))).toMatchObject({
      refusal: { code: 'erasure.already-shredded' },
    });
  });

  it('says nothing of a key that is gone where the event was not recorded, until it is sent again', async () => {
    await told(requestErasure());
    await told(decideErasure());
    const failing: Ledger = {
      refer: (decider, stream, sufficient) => ledger.refer(decider, stream, sufficient),
      handle: () => Promise.reject(new Error('The store went away.')),
    };
    await expect(shred(custodian('budi'), failing)).rejects.toThrow('went away');
    expect([await isReadable(), await statusNow()]).toEqual([false, 'granted']);
    expect(await shred(custodian('budi'))).toMatchObject({ kind: 'recorded' });
    expect(await statusNow()).toBe('shredded');
  });

  it('destroys a key again that a restored backup brought back, and records it once', async () => {
    const keyFile = join(directory, `${id}.key`);
    const backup = await readFile(keyFile);
    await told(requestErasure());
    await told(decideErasure());
    await shred(custodian('budi'));
    await writeFile(keyFile, backup);
    expect(await isReadable()).toBe(true);
    expect(await shred(custodian('ani'))).toMatchObject({
      refusal: { code: 'erasure.already-shredded' },
    });
    expect(await isReadable()).toBe(false);
  });

  it('records nothing where the key could not be destroyed', async () => {
    await told(requestErasure());
    await told(decideErasure());
    vault = { ...vault, shred: () => Promise.reject(new Error('The disk is gone.')) };
    await expect(shred(custodian('budi'))).rejects.toThrow('disk');
    expect(await statusNow()).toBe('granted');
  });
});

describe('the regions that hold a subject', () => {
  it('are those whose offices sealed something under it', async () => {
    expect(await heldBy(ledger, id)).toEqual([]);
    const filed = file({ sealedText: sealed });
    await ledger.handle(complaint, complaintStream(id), envelopeOf('operator'), (state) =>
      complaint.decide(state, filed),
    );
    expect(await heldBy(ledger, id)).toEqual(['36.73']);
  });
});
