import { type BuildReply } from '@jejak/client';

import { counted } from './counted';
import { durationText } from './duration';
import { type Progress } from './progress';

/** What is known of a build, and since when nothing new is. */
export interface BuildSighting {
  readonly build: BuildReply;
  /** Seconds since the service last answered; null while it answers. */
  readonly silentSeconds: number | null;
}

const words: Readonly<Record<BuildReply['state'], string>> = {
  filling: 'filling',
  indexing: 'making indexes',
  joining: 'closing up with the live view',
  comparing: 'comparing with the live view',
  ready: 'ready',
  failed: 'failed',
};

/** How far a build is; `before` is what was shown last. */
export function buildProgress(
  { build, silentSeconds }: BuildSighting,
  before: BuildSighting | null,
): Progress {
  const { events: done, totalEvents: total, state, eventsPerSecond, secondsLeft } = build;
  const events = total === null ? counted(done, 'event') : `${done}/${total} events`;
  const rate = `${Math.round(eventsPerSecond)}/s`;
  const left = secondsLeft === null ? 'time left unknown' : `${durationText(secondsLeft)} left`;
  const throttled = build.throttle === null ? '' : ` (at most ${build.throttle}/s)`;
  const going = `${events} · ${rate}${throttled} · ${left} · ${words[state]}`;
  const silent = `no answer for ${durationText(silentSeconds ?? 0)}, trying again`;
  const text = silentSeconds === null ? going : `${events} · ${silent}`;
  const due =
    before === null ||
    before.build.state !== state ||
    (before.silentSeconds === null) !== (silentSeconds === null);
  return { done, total, beside: text, line: text, due };
}
