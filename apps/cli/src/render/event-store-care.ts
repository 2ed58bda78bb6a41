import { type Backup, type Verification } from '@jejak/embedded-event-store';

import { bytesText } from './bytes';

const eventsText = (count: number): string => `${count} ${count === 1 ? 'event' : 'events'}`;

/** What a backup holds and how to use it. */
export const backupLines = (destination: string, backup: Backup): string[] => [
  `  ${eventsText(backup.events)} copied to ${destination} (${bytesText(backup.bytes)})`,
  ...(backup.events === 0 ? [] : [`  The last is at position ${backup.position}.`]),
  `  Check it:  npx jejak event-store verify --data ${destination}`,
];

/** What a verification found. */
export const verificationLines = (
  directory: string,
  { events, streams, fault }: Verification,
): string[] => {
  const size = `${eventsText(events)} in ${streams} ${streams === 1 ? 'stream' : 'streams'}`;
  if (fault === null) return [`  Nothing is wrong in ${directory}: ${size}.`];
  return [
    `  FAULT in ${directory}, the first of ${size}:`,
    `  ${fault}`,
    '  Stop the node on it, keep the folder as it is, and go on with a backup that verifies.',
  ];
};
