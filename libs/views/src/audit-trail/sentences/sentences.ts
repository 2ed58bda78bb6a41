import type { DomainEvent } from '@jejak/domain';

/** One plain sentence for each kind of event of a context, from the event alone. */
export type SentencesOf<Event extends DomainEvent> = {
  readonly [One in Event as One['type']]: (data: One['data']) => string;
};
