import fc from 'fast-check';

import type { EvidenceCommand } from '../../evidence';
import { afterClosing, closesAt, count, receipt, sendBack, submit, verify } from '../evidence';
import { sequencesOf } from '../histories';

const document = fc.constantFrom('menus', 'report');
const at = fc.constantFrom('2025-11-29T08:00:00.000Z', closesAt, afterClosing);
const actor = fc.constantFrom('operator', 'bpkp').map((id) => ({ kind: 'person' as const, id }));
const ofReceipt = fc.nat(9).map(receipt);
const command: fc.Arbitrary<EvidenceCommand> = fc.oneof(
  fc.record({ document, at, actor }).map(submit),
  fc
    .record({
      receipt: ofReceipt,
      at,
      actor,
      points: fc.nat(60).map(String),
      note: fc.constant('x'),
    })
    .map(verify),
  fc.record({ receipt: ofReceipt, at, actor }).map(sendBack),
  fc.record({ at }).map(count),
);

export const evidenceCommands = sequencesOf(command, 40);
