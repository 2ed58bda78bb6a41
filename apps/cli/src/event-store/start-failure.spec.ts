import { FlagsRefused } from '../store-node/flags-refused';
import { type NodeFlags } from './node-flags';
import { EventStoreNotStarted, startFailureOf } from './start-failure';

const flags: NodeFlags = {
  data: '/data/events',
  host: '0.0.0.0',
  port: 2113,
  allowRemote: false,
  allowRemoteWithoutProtection: false,
};

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each([
  ['directory-locked', '/data/events is in use by process 7 on host', /process 7 .*--data/],
  ['port-unavailable', 'port 2113 on 0.0.0.0 is in use', /^Port 2113 .*--port/],
  ['socket-unavailable', '/run/s is in use', /--unix/],
  ['log-unreadable', 'the event log in /data/events cannot be read', /^The event log.*[^]*verify/],
  ['log-cut-short', 'the log ends at 7. To go on, remove x', /^The log ends at 7.*remove x\.$/],
  ['EACCES', 'permission denied', /\/data\/events .*permission denied[^]*--data/],
])('A start that failed with %s says what goes round it', (code, message, said) => {
  const failure = startFailureOf(coded(code, message), flags);
  expect(failure).toBeInstanceOf(EventStoreNotStarted);
  expect(failure.message).toMatch(said);
});

it('Other machines are refused as wrong usage, with the words that would let them in', () => {
  const refusal = startFailureOf(coded('remote-refused', ''), flags);
  expect(refusal).toBeInstanceOf(FlagsRefused);
  expect(refusal.message).toMatch(/--allow-remote,[^]*--allow-remote-without-protection/);
});

it('What nobody expected stays as it is', () => {
  const error = new Error('x');
  expect(startFailureOf(error, flags)).toBe(error);
});
