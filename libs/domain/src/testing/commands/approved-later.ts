import type fc from 'fast-check';

import type { Calendars } from '../../calendar';

const source = { id: 'x', citation: 'made for specifications' };

/** Weekends only, of every year that histories lead into. */
const calendars: Calendars = [
  {
    version: 1,
    effectiveFrom: '2020-01-01',
    lastDay: null,
    content: {
      weekend: [6, 7],
      jointLeaveIsWork: false,
      years: Array.from({ length: 10 }, (_, more) => ({ year: 2020 + more, holidays: [], source })),
    },
  },
];

/** The same commands, and no calendar approved in the first half of them. */
export const approvedLater = <Command extends object>(
  commands: fc.Arbitrary<readonly Command[]>,
): fc.Arbitrary<readonly Command[]> =>
  commands.map((many) =>
    many.map((command, place) =>
      'calendars' in command
        ? { ...command, calendars: place < many.length / 2 ? [] : calendars }
        : command,
    ),
  );
