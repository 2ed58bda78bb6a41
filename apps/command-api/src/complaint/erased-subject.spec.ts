import { complaintStream, reporterStream } from '@jejak/domain';
import type { ComplaintEvent, ReporterEvent } from '@jejak/domain/complaint';
import { file, id, key, somebody } from '@jejak/domain/testing/complaints';
import { complaint } from '@jejak/domain/complaint';
import { type Ledger } from '@jejak/event-store';
import { createVault, newMasterKey, type Vault } from '@jejak/privacy';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answering } from '../edge/answering-vault';
import { noVault } from '../edge/no-vault';
import { answerPlace, textPlace } from './complaint.commands';
import { ComplaintReading } from './complaint-reading';
import { IdentityReading } from './identity-reading';
import { identityPlace } from './reporter.commands';

const ani = { kind: 'person', id: 'ani', roles: ['verifier'], regions: ['36.73'] } as const;
const identity = { name: 'A. Canary', contact: '0812-0000-0000' };

let directory: string;
let vault: Vault;
let ledger: Ledger;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jejak-erased-'));
  vault = answering(createVault(newMasterKey(), directory));
  const reporter = { reporter: somebody, region: key.region };
  const unmasked = { ...reporter, legalBasis: 'UU 31/2014', requestedBy: 'ani' };
  const streams: Readonly<Record<string, readonly (ComplaintEvent | ReporterEvent)[]>> = {
    [complaintStream(id)]: await complaintEvents(),
    [reporterStream(somebody)]: [
      {
        type: 'ReporterSealed',
        data: {
          ...reporter,
          sealedIdentity: await vault.seal(
            somebody,
            identityPlace(somebody),
            JSON.stringify(identity),
          ),
        },
      },
      { type: 'UnmaskingRequested', data: unmasked },
      { type: 'ReporterUnmasked', data: { ...unmasked, approvedBy: 'budi' } },
    ],
  };
  ledger = {
    handle: () => Promise.reject(new Error('Nothing is recorded here.')),
    refer: (decider, stream) =>
      Promise.resolve(
        (streams[stream] ?? []).reduce(
          (state, event) => decider.evolve(state, event as never),
          decider.initialState(),
        ),
      ),
  };
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function complaintEvents(): Promise<readonly ComplaintEvent[]> {
  const sealedText = await vault.seal(id, textPlace(id), 'The fee was asked in cash.');
  const decision = complaint.decide(complaint.initialState(), file({ sealedText }));
  if (decision.kind === 'refused') throw new Error(decision.refusal.reason);
  const answered: ComplaintEvent = {
    type: 'ComplaintAnswered',
    data: {
      ...{ ...key, answeredOn: '2026-02-16', late: false, replyBy: null, counted: [] },
      sealedAnswer: await vault.seal(id, answerPlace(id), 'It was paid back.'),
    },
  };
  return [...decision.events, answered];
}

describe('what was sealed, after its subject was erased', () => {
  it('is read as nothing, and the case with its days is there', async () => {
    const reading = new ComplaintReading(ledger, vault);
    const answeredOn = '2026-02-16';
    expect(await reading.textsOf(id)).toEqual({
      text: 'The fee was asked in cash.',
      answers: [{ answeredOn, text: 'It was paid back.' }],
    });
    await vault.shred(id);
    expect(await reading.textsOf(id)).toEqual({
      text: null,
      answers: [{ answeredOn, text: null }],
    });
  });

  it('says of an identity that it was erased, to who might have read it', async () => {
    const reading = new IdentityReading(ledger, vault);
    expect(await reading.identityOf(somebody, ani)).toEqual(identity);
    await vault.shred(somebody);
    await expect(reading.identityOf(somebody, ani)).rejects.toMatchObject({
      ...{ code: 'vault.key-destroyed', status: 410 },
      detail: expect.stringContaining('erased'),
    });
    const other = { ...ani, id: 'citra' };
    await expect(reading.identityOf(somebody, other)).rejects.toMatchObject({
      code: 'access.not-permitted',
    });
  });

  it('is not added to: nothing is sealed under the UUID again', async () => {
    await vault.shred(id);
    await expect(vault.seal(id, answerPlace(id), 'More')).rejects.toMatchObject({
      ...{ code: 'vault.key-destroyed', status: 410 },
    });
  });

  it('cannot be destroyed where there is no vault', async () => {
    await expect(noVault.shred(id)).rejects.toMatchObject({ code: 'vault.not-configured' });
  });
});
