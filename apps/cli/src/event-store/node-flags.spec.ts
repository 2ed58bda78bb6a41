import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FlagsRefused } from '../store-node/flags-refused';
import { accessInWords } from './access-in-words';
import { FileUnreadable, type NodeFlags, nodeOptionsOf } from './node-flags';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'node-flags-'));
});
afterEach(() => rm(folder, { recursive: true }));

const flags: NodeFlags = {
  data: 'data/events',
  host: '127.0.0.1',
  allowRemote: false,
  allowRemoteWithoutProtection: false,
};

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function withTls(): Promise<NodeFlags> {
  return { ...flags, tlsCert: await file('crt', 'C'), tlsKey: await file('key', 'K') };
}

describe('where the node listens', () => {
  it('is port 2113 unless told otherwise, and no port when there is a socket only', async () => {
    expect(await nodeOptionsOf(flags, {})).toMatchObject({ port: 2113, remote: 'refused' });
    expect(await nodeOptionsOf({ ...flags, unix: '/s' }, {})).toMatchObject({
      port: null,
      unixSocket: '/s',
    });
    expect(await nodeOptionsOf({ ...flags, unix: '/s', port: 0 }, {})).toMatchObject({ port: 0 });
  });

  it('is open to other machines in the words that were said, and in no others', async () => {
    const remote = async (said: Partial<NodeFlags>) =>
      (await nodeOptionsOf({ ...flags, ...said }, {})).remote;
    expect(await remote({ allowRemote: true })).toBe('protected');
    expect(await remote({ allowRemoteWithoutProtection: true })).toBe('unprotected');
  });
});

describe('the password', () => {
  it('is the line in a file, or a variable where there is no file', async () => {
    const user = { ...(await withTls()), user: 'jejak' };
    const variable = { JEJAK_EVENT_STORE_PASSWORD: 'from the variable' };
    expect((await nodeOptionsOf(user, variable)).user).toEqual({
      name: 'jejak',
      password: 'from the variable',
    });
    const passwordFile = await file('password', ' from the file \n');
    expect((await nodeOptionsOf({ ...user, passwordFile }, variable)).user?.password).toBe(
      ' from the file ',
    );
  });

  it('must be there for a user, and a user for it', async () => {
    const tls = await withTls();
    const passwordFile = await file('password', '\n');
    for (const said of [{ user: 'jejak' }, { user: 'jejak', passwordFile }, { passwordFile }]) {
      await expect(nodeOptionsOf({ ...tls, ...said }, {})).rejects.toThrow(FlagsRefused);
    }
  });

  it('is not taken without TLS', async () => {
    await expect(
      nodeOptionsOf({ ...flags, user: 'jejak' }, { JEJAK_EVENT_STORE_PASSWORD: 'x' }),
    ).rejects.toThrow(/--tls-cert/);
  });
});

it('A certificate needs its key, and both must be readable', async () => {
  const { tlsCert = '' } = await withTls();
  await expect(nodeOptionsOf({ ...flags, tlsCert }, {})).rejects.toThrow(FlagsRefused);
  const tlsKey = join(folder, 'nothing');
  await expect(nodeOptionsOf({ ...flags, tlsCert, tlsKey }, {})).rejects.toThrow(FileUnreadable);
});

it('Who may call is said in words', async () => {
  const words = async (said: Partial<NodeFlags>) =>
    accessInWords(await nodeOptionsOf({ ...(await withTls()), ...said }, { ...password }));
  const password = { JEJAK_EVENT_STORE_PASSWORD: 'x' };
  expect(await words({ user: 'jejak' })).toBe('this machine as jejak over TLS');
  expect(await words({ allowRemoteWithoutProtection: true })).toBe(
    'every machine that reaches the port over TLS WITHOUT PROTECTION',
  );
  expect(accessInWords(await nodeOptionsOf({ ...flags, unix: '/s' }, {}))).toBe(
    'your own user at the socket',
  );
});
