import { type BuildReply, type OperationsClient, RequestRefused } from '@jejak/client';

import { type Clock } from '../operations/clock';
import { view } from './samples';

/** What each look at the build finds, in this order and then for ever the last; errors are thrown. */
export type Sights = readonly (BuildReply | null | Error)[];

export interface FakeOperations {
  readonly client: OperationsClient;
  /** What was asked of it that changes something. */
  readonly asked: readonly unknown[];
  /** Of the live generation; a switch raises it. */
  live: number;
  /** What the next tries to give a build up meet, one each; then it is given up. */
  troubles: Error[];
}

export const refusal = (status: number, code: string, retryAfterSeconds?: number): RequestRefused =>
  new RequestRefused({
    status,
    code,
    title: code,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });

const notAsked = (): never => {
  throw new Error('This was not to be asked');
};

/** A service with one view; the first look is the one before anything is started. */
export function fakeOperations(sights: Sights, started?: BuildReply): FakeOperations {
  const asked: unknown[] = [];
  let looks = 0;
  const troubles: Error[] = [];
  const state = { live: view.build, troubles };
  const client: OperationsClient = {
    views: () => Promise.resolve([{ ...view, build: state.live }]),
    build: () => {
      const seen = sights[Math.min(looks, sights.length - 1)] ?? null;
      looks += 1;
      return seen instanceof Error ? Promise.reject(seen) : Promise.resolve(seen);
    },
    startBuild: (name, request) => {
      asked.push(['start', name, request]);
      return started === undefined
        ? Promise.reject(refusal(409, 'projection.build-under-way'))
        : Promise.resolve(started);
    },
    switchOver: (name) => {
      asked.push(['switch', name]);
      return Promise.resolve({ view: name, version: 3, build: 2 });
    },
    cancel: (name) => {
      asked.push(['cancel', name]);
      const trouble = state.troubles.shift();
      return trouble === undefined ? Promise.resolve() : Promise.reject(trouble);
    },
    parked: notAsked,
    parkedEntry: notAsked,
    storedEvent: notAsked,
    retry: notAsked,
    skip: notAsked,
  };
  return Object.assign(state, { asked, client });
}

/** Time that passes by sleeping only; `onSleep` is told the milliseconds since the beginning. */
export function fakeClock(onSleep: (now: number) => void = () => undefined): Clock {
  let now = 0;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      onSleep(now);
      return Promise.resolve();
    },
  };
}
