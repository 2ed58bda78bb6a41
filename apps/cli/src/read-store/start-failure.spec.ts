import { FlagsRefused } from '../store-node/flags-refused';
import { type ListeningFlags } from '../store-node/listening';
import { readStoreOptionsOf } from './flags';
import { ReadStoreNotStarted, readStoreStartFailureOf } from './start-failure';

const flags: ListeningFlags = {
  data: '/data/views',
  host: '0.0.0.0',
  allowRemoteWithoutProtection: false,
};

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each([
  ['directory-locked', '/data/views is in use by process 7 on host', /process 7 .*--data/],
  ['port-unavailable', 'port 27017 on 127.0.0.1 is in use', /^Port 27017 .*--port/],
  ['socket-unavailable', '/run/s is in use', /--unix/],
  ['EACCES', 'permission denied', /\/data\/views .*permission denied[^]*--data/],
])('A start that failed with %s names the flag that goes round it', (code, message, said) => {
  const failure = readStoreStartFailureOf(coded(code, message), flags);
  expect(failure).toBeInstanceOf(ReadStoreNotStarted);
  expect(failure.message).toMatch(said);
});

it('Other machines are refused as wrong usage, with the words that would let them in', () => {
  const refusal = readStoreStartFailureOf(coded('remote-refused', ''), flags);
  expect(refusal).toBeInstanceOf(FlagsRefused);
  expect(refusal.message).toMatch(/--allow-remote-without-protection/);
});

it('The port is 27017 unless told otherwise, and there is none with a socket only', () => {
  expect(readStoreOptionsOf(flags)).toMatchObject({ port: 27017, remote: 'refused' });
  expect(readStoreOptionsOf({ ...flags, unix: '/s' })).toMatchObject({
    port: null,
    unixSocket: '/s',
  });
  expect(readStoreOptionsOf({ ...flags, unix: '/s', port: 0 })).toMatchObject({ port: 0 });
  expect(readStoreOptionsOf({ ...flags, allowRemoteWithoutProtection: true })).toMatchObject({
    remote: 'unprotected',
  });
});
