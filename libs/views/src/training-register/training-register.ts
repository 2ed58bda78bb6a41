import type { CalendarDate } from '@jejak/domain';
import type {
  AssessmentAnnounced,
  ParticipantsCounted,
  TrainingKey,
  TrainingOpened,
  TrainingSessionHeld,
} from '@jejak/domain/training/events';

import { continued } from '../continued';
import { provinceOf } from '../province';
import type { FoldedView } from '../view';

type Without<Data> = Omit<Data, keyof TrainingKey>;
/** How many of a group, or of the persons under pseudonyms (`group` null), were assessed on a day. */
interface Assessed {
  readonly on: CalendarDate;
  readonly group: string | null;
  readonly assessed: number;
}
type Counted = Without<ParticipantsCounted['data']>;

/** One programme: what was held, who was counted, what was announced and what was assessed. */
export interface TrainingDocument {
  readonly training: string;
  readonly region: string;
  readonly province: string;
  readonly title: string;
  readonly period: string | null;
  readonly organiser: string | null;
  readonly source: TrainingOpened['data']['source'];
  readonly sessions: readonly Without<TrainingSessionHeld['data']>[];
  readonly groups: readonly (Counted & { readonly assessed: number })[];
  readonly announcements: readonly Without<AssessmentAnnounced['data']>[];
  /** Persons under pseudonyms are only counted here. */
  readonly persons: { readonly registered: number; readonly assessed: number };
  /** Groups and persons together; null while nobody was counted: unknown is not none. */
  readonly participants: number | null;
  readonly assessed: number;
  /** What `assessed` adds up, day by day. */
  readonly assessments: readonly Assessed[];
  /** Instant at which the last fact was recorded that speaks of no day; of an opening none does. */
  readonly undatedAt: string | null;
  readonly changedAt: string;
}

/** One document per programme. */
export const trainingRegister: FoldedView<TrainingDocument> = {
  name: 'training-register',
  version: 4,
  eventTypes: [
    'TrainingOpened',
    'TrainingSessionHeld',
    'ParticipantsCounted',
    'ParticipantRegistered',
    'AssessmentAnnounced',
    'GroupAssessed',
    'ParticipantAssessed',
  ],
  documentsOf: ({ event }) => ('training' in event.data ? [event.data.training] : []),
  apply(document, { event, metadata: { recordedAt } }, id) {
    if (event.type === 'TrainingOpened') return opened(event.data, recordedAt);
    const before = { ...continued(document, id), changedAt: recordedAt };
    const undated = { ...before, undatedAt: recordedAt };
    if (event.type === 'TrainingSessionHeld') {
      const { session, date, place, speaker, audience, source } = event.data;
      const held = { session, date, place, speaker, audience, source };
      return { ...before, sessions: [...before.sessions, held] };
    }
    if (event.type === 'ParticipantsCounted') {
      const { group, count, source } = event.data;
      const groups = [...before.groups, { group, count, source, assessed: 0 }];
      return { ...undated, groups, participants: (before.participants ?? 0) + count };
    }
    if (event.type === 'AssessmentAnnounced') {
      const { count, source } = event.data;
      return { ...undated, announcements: [...before.announcements, { count, source }] };
    }
    if (event.type === 'GroupAssessed') {
      const { group, assessed, assessedOn: on } = event.data;
      const assessments = withAssessed(before.assessments, { on, group, assessed });
      const groups = before.groups.map((one) =>
        one.group === group ? { ...one, assessed: one.assessed + assessed } : one,
      );
      return { ...before, groups, assessments, assessed: before.assessed + assessed };
    }
    const { registered, assessed } = before.persons;
    if (event.type === 'ParticipantRegistered') {
      const persons = { registered: registered + 1, assessed };
      return { ...undated, persons, participants: (before.participants ?? 0) + 1 };
    }
    if (event.type === 'ParticipantAssessed') {
      const persons = { registered, assessed: assessed + 1 };
      const more = { on: event.data.assessedOn, group: null, assessed: 1 };
      const assessments = withAssessed(before.assessments, more);
      return { ...before, persons, assessments, assessed: before.assessed + 1 };
    }
    return before;
  },
  indexes: [
    { region: 1, _id: 1 },
    { region: 1, changedAt: 1, _id: 1 },
    { province: 1, _id: 1 },
    { province: 1, changedAt: 1, _id: 1 },
    { changedAt: 1, _id: 1 },
  ],
};

const opened = (data: TrainingOpened['data'], recordedAt: string): TrainingDocument => ({
  ...data,
  province: provinceOf(data.region),
  sessions: [],
  groups: [],
  announcements: [],
  persons: { registered: 0, assessed: 0 },
  participants: null,
  assessed: 0,
  assessments: [],
  undatedAt: null,
  changedAt: recordedAt,
});

function withAssessed(before: readonly Assessed[], more: Assessed): readonly Assessed[] {
  const known = before.find(({ on, group }) => on === more.on && group === more.group);
  if (known === undefined) return [...before, more];
  const sum = { ...known, assessed: known.assessed + more.assessed };
  return before.map((one) => (one === known ? sum : one));
}
