import { type EventLog } from '../storage/event-log';
import { type LoggedEvent } from '../storage/page';
import { recordedEventData } from '../wire/recorded-event';
import { encodeReadEvent, encodeUnresolvedLink } from '../wire/read-responses';

const LINK_TYPE = '$>';
/** The data of a link: `revision@stream`. */
const LINK = /^(\d{1,15})@(.+)$/su;

/** One event as a `ReadResp`; a link is followed when the reader asked for it. */
export function encodeForReader(log: EventLog, event: LoggedEvent, resolveLinks: boolean): Buffer {
  if (!resolveLinks || event.type !== LINK_TYPE) {
    return encodeReadEvent(event.recorded, event.position);
  }
  const [, revision, stream] = LINK.exec(recordedEventData(event.recorded).toString('utf8')) ?? [];
  const target = revision && stream ? findEvent(log, stream, Number(revision)) : undefined;
  return target === undefined
    ? encodeUnresolvedLink(event.recorded, event.position)
    : encodeReadEvent(target, event.position, event.recorded);
}

function findEvent(log: EventLog, stream: string, revision: number): Buffer | undefined {
  const state = log.stream(stream);
  if (state === undefined || state.tombstoned) return undefined;
  const [event] = log.streamPage(state, { from: revision, reverse: false, limit: 1 });
  return event?.revision === revision ? event.recorded : undefined;
}
