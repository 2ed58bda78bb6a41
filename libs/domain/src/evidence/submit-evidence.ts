import type { Decision, Refusal } from '../decider';
import { mustBeInstant } from '../rules/instants';
import { mustBeCount } from '../rules/numbers';
import { recordUnless, refusal } from '../rules/refusal';
import { mustNotBeBlank } from '../rules/text';
import { evidenceStream } from '../streams';
import { isSha256 } from '../values/identifier';
import type { SubmitEvidence } from './commands';
import type { EvidenceSubmitted } from './events';
import { atKnownPlace, type KnownPlace, originOf, pointsOfDocument } from './place-rules';
import { type EvidenceState, standingUpload } from './state';

const documentMustBeAsked = (
  { place }: KnownPlace,
  { document, subIndicator }: SubmitEvidence,
): Refusal | null =>
  pointsOfDocument(place, document) !== null
    ? null
    : refusal(
        'evidence.document-unknown',
        `sub-indicator ${subIndicator} asks for no document ${document}`,
        `Use one of ${place.subIndicator.documents.map(({ id }) => id).join(', ')}.`,
        'document',
      );

const hashMustBeOne = ({ sha256 }: SubmitEvidence): Refusal | null =>
  isSha256(sha256)
    ? null
    : refusal(
        'evidence.invalid-hash',
        `"${sha256}" is not a SHA-256 digest`,
        'Give the SHA-256 of the file as 64 lower-case hex digits.',
        'sha256',
      );

/** Otherwise anybody could make their own upload be in time by saying so. */
function mustBeAttested({ handedInAt, actor, at }: SubmitEvidence): Refusal | null {
  if (handedInAt === null) return null;
  if (actor.kind !== 'system') {
    return refusal(
      'evidence.handed-in-by-say-so',
      `${actor.id} says that it was handed in at ${handedInAt}, and nobody else does`,
      'Leave handedInAt out: an upload counts from when it is recorded. Only a registered system that took it in may say when.',
      'handedInAt',
    );
  }
  return handedInAt <= at
    ? null
    : refusal(
        'evidence.future-instant',
        `${handedInAt} has not come yet`,
        'Correct the instant, or leave it out for now.',
        'handedInAt',
      );
}

/** `evidence-36.73-mcp-2025-pbj.1` at revision 3 makes `36.73-mcp-2025-pbj.1-3`. */
const receiptOf = (command: SubmitEvidence, { revision }: EvidenceState): string =>
  `${evidenceStream(command).slice('evidence-'.length)}-${revision}`;

/**
 * Records an upload with a receipt. After the end of the uploads it is recorded as late and not
 * scored: Pandeglang's 98 % of certified assets were shown as 27 % because the uploads came after
 * the closing and nothing showed that they had come (tuntasmedia.com, 2019-12). Once counted, every
 * upload is late, whatever its instant says: the counting cannot have known of it.
 */
export const submitEvidence = (
  state: EvidenceState,
  command: SubmitEvidence,
): Decision<EvidenceSubmitted> =>
  atKnownPlace(command, (known) =>
    recordUnless(
      documentMustBeAsked(known, command) ??
        hashMustBeOne(command) ??
        mustBeCount('evidence', 'size', command.size, 1) ??
        mustNotBeBlank('evidence', 'title', command.title) ??
        mustBeInstant('evidence', 'handedInAt', command.handedInAt) ??
        mustBeAttested(command),
      () => {
        const { document, sha256, size, title, handedInAt, at, actor } = command;
        const { place, closesAt } = known;
        const isAfterClosing = closesAt !== null && (handedInAt ?? at) > closesAt;
        const late = isAfterClosing || state.counted !== null;
        return {
          type: 'EvidenceSubmitted',
          data: {
            ...originOf(command, place),
            document,
            receipt: receiptOf(command, state),
            sha256,
            size,
            title,
            handedInAt,
            late,
            closesAt,
            replaces: late ? null : (standingUpload(state, document)?.receipt ?? null),
            submittedBy: actor.id,
          },
        };
      },
    ),
  );
