import { type ProgramName } from './catalogue';
import { SettingsInvalid, readSettings } from './settings';

const production = {
  NODE_ENV: 'production',
  EVENTSTORE_URL: 'esdb+discover://a:2113,b:2113',
  MONGODB_URL: 'mongodb://a,b/?replicaSet=rs0',
  JEJAK_JWKS_URL: 'https://issuer.example/jwks.json',
  JEJAK_TOKEN_ISSUER: 'https://issuer.example',
  JEJAK_TOKEN_AUDIENCE: 'jejak',
};

const refusalOf = (
  environment: NodeJS.ProcessEnv,
  program: ProgramName = 'standalone',
): SettingsInvalid => {
  try {
    readSettings(environment, program);
  } catch (error) {
    if (error instanceof SettingsInvalid) return error;
    throw error;
  }
  throw new Error('The settings were accepted');
};

describe('readSettings', () => {
  it('falls back to the embedded stores and the built-in issuer for trying it out', () => {
    expect(readSettings({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3636,
      eventStoreUrl: null,
      mongoUrl: null,
      tokens: null,
    });
  });

  it('never falls back in production and lists every missing name at once', () => {
    expect(refusalOf({ NODE_ENV: 'production' }).missing).toEqual([
      'EVENTSTORE_URL',
      'MONGODB_URL',
      'JEJAK_JWKS_URL',
      'JEJAK_TOKEN_ISSUER',
      'JEJAK_TOKEN_AUDIENCE',
    ]);
    expect(readSettings(production)).toMatchObject({ production: true });
  });

  it('treats an empty value as a missing one', () => {
    expect(refusalOf({ ...production, MONGODB_URL: '' }).missing).toEqual(['MONGODB_URL']);
  });

  it('refuses half of the token settings in any mode', () => {
    expect(refusalOf({ JEJAK_JWKS_URL: 'https://issuer.example/jwks.json' }).missing).toEqual([
      'JEJAK_TOKEN_ISSUER',
      'JEJAK_TOKEN_AUDIENCE',
    ]);
  });

  it('names an unusable setting without printing its value', () => {
    const refusal = refusalOf({ JEJAK_PORT: 'secret-value' });
    expect(refusal.invalid).toEqual(['JEJAK_PORT']);
    expect(refusal.message).not.toContain('secret-value');
  });

  it('lets the system choose a port when told 0, and takes no number that is none', () => {
    expect(readSettings({ JEJAK_PORT: '0' }).port).toBe(0);
    for (const port of ['65536', '-1', '1.5', '0x10', ' ']) {
      expect(refusalOf({ JEJAK_PORT: port }).invalid).toEqual(['JEJAK_PORT']);
    }
  });

  it('refuses an address of keys that is none', () => {
    for (const address of ['issuer.example/jwks', 'file:///keys', 'https://']) {
      expect(refusalOf({ ...production, JEJAK_JWKS_URL: address }).invalid).toEqual([
        'JEJAK_JWKS_URL',
      ]);
    }
  });

  describe('for a separate service', () => {
    it('misses the stores that the service opens in any mode, and no other', () => {
      expect(refusalOf({}, 'command-api').missing).toEqual(['EVENTSTORE_URL']);
      expect(refusalOf({}, 'projector').missing).toEqual(['EVENTSTORE_URL', 'MONGODB_URL']);
      expect(refusalOf({}, 'query-api').missing).toEqual(['EVENTSTORE_URL', 'MONGODB_URL']);
    });

    it('misses the issuer in production only where tokens are checked', () => {
      const tokens = ['JEJAK_JWKS_URL', 'JEJAK_TOKEN_ISSUER', 'JEJAK_TOKEN_AUDIENCE'];
      const missingIn = (program: ProgramName) =>
        refusalOf({ NODE_ENV: 'production' }, program).missing;
      expect(missingIn('command-api')).toEqual(['EVENTSTORE_URL', ...tokens]);
      expect(missingIn('projector')).toEqual(['EVENTSTORE_URL', 'MONGODB_URL', ...tokens]);
      expect(missingIn('query-api')).toEqual(['EVENTSTORE_URL', 'MONGODB_URL']);
    });
  });
});
