import type { JejakEvent, RecordedEvent } from '@jejak/domain';

/** When the facts of a spec were recorded, unless it says otherwise. */
export const importedAt = '2026-01-05T02:00:00.000Z';

/** A log of facts in the order given: positions 100, 200, ... and revisions counted per stream. */
export function recorded(
  facts: readonly { stream: string; event: JejakEvent; recordedAt?: string }[],
): RecordedEvent<JejakEvent>[] {
  const revisions = new Map<string, bigint>();
  return facts.map(({ stream, event, recordedAt }, index) => {
    const revision = revisions.get(stream) ?? 0n;
    revisions.set(stream, revision + 1n);
    const number = String(index + 1).padStart(12, '0');
    return {
      id: `00000000-0000-5000-8000-${number}`,
      stream,
      revision,
      position: { commit: BigInt(index + 1) * 100n, prepare: BigInt(index + 1) * 100n },
      event,
      metadata: {
        $correlationId: 'import-banten',
        $causationId: `command-${number}`,
        commandId: `command-${number}`,
        commandSha256: '0'.repeat(64),
        actor: { kind: 'person', id: 'operator-1' },
        recordedAt: recordedAt ?? importedAt,
        schemaVersion: 1,
      },
    };
  });
}
