import type {
  EvidenceCounted,
  EvidenceEvent,
  EvidenceReturned,
  EvidenceSubmitted,
  EvidenceVerified,
} from '@jejak/domain/evidence/events';

import { decimalText, instant, sha256 } from './common-shapes';
import { firstVersion, type SchemasOf } from './event-schema';
import { record } from './record';
import { zeroReason } from './scorecard-schemas';
import { integer, nullable, text, truth } from './shape';

const origin = {
  region: text,
  instrument: text,
  year: integer,
  area: text,
  indicator: text,
  subIndicator: text,
};

export const evidenceSchemas: SchemasOf<EvidenceEvent> = {
  EvidenceSubmitted: firstVersion(
    record<EvidenceSubmitted['data']>({
      ...origin,
      document: text,
      receipt: text,
      sha256,
      size: integer,
      title: text,
      handedInAt: nullable(instant),
      late: truth,
      closesAt: nullable(instant),
      replaces: nullable(text),
      submittedBy: text,
    }),
  ),
  EvidenceVerified: firstVersion(
    record<EvidenceVerified['data']>({
      ...origin,
      document: text,
      receipt: text,
      points: decimalText,
      maximumPoints: decimalText,
      note: nullable(text),
      verifiedBy: text,
    }),
  ),
  EvidenceReturned: firstVersion(
    record<EvidenceReturned['data']>({
      ...origin,
      document: text,
      receipt: text,
      reason: text,
      returnedBy: text,
    }),
  ),
  EvidenceCounted: firstVersion(
    record<EvidenceCounted['data']>({
      ...origin,
      points: decimalText,
      maximumPoints: decimalText,
      zeroBecause: nullable(zeroReason),
      countedBy: text,
    }),
  ),
};
