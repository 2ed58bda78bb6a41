import { evidenceStream } from '@jejak/domain';
import { evidence } from '@jejak/domain/evidence';

import { commandsOn } from '../edge/command-on';
import { instantFrom } from '../edge/parts';
import { ReturnEvidenceBody, SubmitEvidenceBody, VerifyEvidenceBody } from './evidence.bodies';
import { readForReview, readForUpload, readingOf } from './scorecard-reading';

const onEvidence = commandsOn(evidence, evidenceStream);

export const submitEvidence = onEvidence(SubmitEvidenceBody, {
  action: 'scorecard.submit-evidence',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => readForUpload(ledger, key),
  command: ({ key, body }, read) => ({
    type: 'SubmitEvidence',
    ...key,
    scorecard: readingOf(read, key),
    document: body.document,
    sha256: body.sha256,
    size: body.size,
    title: body.title,
    handedInAt: body.handedInAt ? instantFrom(body.handedInAt) : null,
  }),
});

export const verifyEvidence = onEvidence(VerifyEvidenceBody, {
  action: 'scorecard.verify-evidence',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => readForReview(ledger, key),
  command: ({ key, body, principal }, read) => ({
    type: 'VerifyEvidence',
    ...key,
    scorecard: readingOf(read, key),
    receipt: body.receipt,
    jurisdiction: principal.regions,
    points: body.points,
    note: body.note ?? null,
  }),
});

export const returnEvidence = onEvidence(ReturnEvidenceBody, {
  action: 'scorecard.return-evidence',
  region: ({ key }) => key.region,
  refer: (ledger, { key }) => readForReview(ledger, key),
  command: ({ key, body, principal }, read) => ({
    type: 'ReturnEvidence',
    ...key,
    scorecard: readingOf(read, key),
    receipt: body.receipt,
    jurisdiction: principal.regions,
    reason: body.reason,
  }),
});
