import { type StoredEventReply, type StoredPartReply } from '@jejak/client';

/** An event as it is stored, for whoever has to find out what is wrong with it. */
export function storedLines(stored: StoredEventReply): string[] {
  const { type, schemaVersion, contentType, data, metadata, unreadable } = stored;
  return [
    '',
    unreadable === null
      ? '  As it is stored:'
      : `  As it is stored; this release cannot read it: ${unreadable}`,
    `  type       ${type}, version ${schemaVersion ?? 'not said'}, ${contentType}`,
    ...partLines('data', data),
    ...(metadata === null ? ['  metadata   none'] : partLines('metadata', metadata)),
  ];
}

function partLines(name: string, part: StoredPartReply): string[] {
  const { encoding, bytes, cut } = part;
  const size = cut ? `the beginning of ${bytes} bytes` : `${bytes} bytes`;
  const text = contentText(part)
    .split('\n')
    .map((line) => `    ${line}`);
  return [`  ${name.padEnd(9)}  ${encoding}, ${size}`, ...text];
}

function contentText({ encoding, content, cut }: StoredPartReply): string {
  return encoding === 'json' && !cut
    ? JSON.stringify(JSON.parse(content) as unknown, null, 2)
    : content;
}
