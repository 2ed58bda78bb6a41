import type { TrainingEvent } from '@jejak/domain/training/events';

type DataOf = { [Event in TrainingEvent as Event['type']]: Event['data'] };

export const trainingSentences: {
  readonly [Type in TrainingEvent['type']]: (data: DataOf[Type]) => string;
} = {
  TrainingOpened: (data) => `The programme "${data.title}" of ${data.region} was opened`,
  TrainingSessionHeld: (data) =>
    `A session of ${data.training} was held on ${data.date}${data.place === null ? '' : ` at ${data.place}`}`,
  ParticipantsCounted: (data) =>
    `${data.count} participants of ${data.training} were counted as ${data.group}`,
  ParticipantRegistered: (data) => `A participant of ${data.training} was registered`,
  AssessmentAnnounced: (data) =>
    `${data.source.id} announced that ${data.count} would be assessed in ${data.training}`,
  GroupAssessed: (data) =>
    `${data.assessed} participants of ${data.training} (${data.group}) were assessed`,
  ParticipantAssessed: (data) => `A participant of ${data.training} was assessed`,
};
