import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { keptIn, overwriteIn, textOf } from './kept-file';
import { seal, unseal } from './sealed';

/** Personal data on its way into the log and out of it. */
export interface Vault {
  /**
   * Seals a text under the subject's own key, made on first use. `place` says where the sealed text
   * stands; it opens nowhere else. `subject` is a UUID. Throws `SubjectKeyDestroyed`: nobody gets a
   * second key, under which new texts of theirs would gather.
   */
  seal(subject: string, place: string, text: string): Promise<string>;
  /** Null when the subject has no key any more: then nobody can open it. Throws `SealBroken`. */
  open(subject: string, place: string, sealed: string): Promise<string | null>;
  /**
   * Destroys the subject's key for good: when this resolves, nothing that was sealed under it opens
   * here, and nothing is sealed under it again, in any process and after any restart. A text that is
   * being sealed meanwhile is sealed under the key that goes, or not at all. Repeating it does no harm.
   */
  shred(subject: string): Promise<void>;
  /**
   * A digest that only a holder of the master key can compute, 64 lower-case hex digits. A plain one
   * of a name or telephone number would give it away to anybody who tries them all.
   */
  digest(text: string): string;
}

/** The master key is not 32 bytes of base64. */
export class MasterKeyUnusable extends Error {
  override readonly name = 'MasterKeyUnusable';
  constructor() {
    super('The master key of the vault must be 32 random bytes in base64.');
  }
}

/** The subject's key was destroyed: nothing is sealed under it any more. */
export class SubjectKeyDestroyed extends Error {
  override readonly name = 'SubjectKeyDestroyed';
  constructor() {
    super('The key of this subject was destroyed, and there is never another one.');
  }
}

const keyBytes = 32;
/** Stands where a wrapped key stood, before blanks. Wrapped keys begin with their version. */
const tombstone = 'destroyed';
const isTombstone = (text: string): boolean => text.startsWith(tombstone);

/** A new master key as text. */
export const newMasterKey = (): string => randomBytes(keyBytes).toString('base64');

/**
 * Each subject's key is random, wrapped by the master key, and lies in a file of its own beside the
 * log, never in it: what the log holds cannot be taken back, a file can be destroyed, and what was
 * sealed under it is then gone. Back the folder up apart from the log and keep few backups: a key in
 * one of them is destroyed when that backup is. Nothing is cached, so that all processes that share the
 * folder see a destroyed key at once. Throws `MasterKeyUnusable`.
 */
export function createVault(masterKey: string, directory: string): Vault {
  const master = Buffer.from(masterKey, 'base64');
  if (master.length !== keyBytes) throw new MasterKeyUnusable();
  const derived = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, '', `jejak/${use}`, keyBytes));
  const [wrapping, digesting] = [derived('wrap'), derived('digest')];
  const fileOf = (subject: string): string => join(directory, `${subject}.key`);
  const unwrapped = (subject: string, wrapped: string): Buffer =>
    unseal(wrapping, `key/${subject}`, wrapped);
  return {
    async seal(subject, place, text) {
      const make = (): string => seal(wrapping, `key/${subject}`, randomBytes(keyBytes));
      const wrapped = await keptIn(fileOf(subject), make);
      if (isTombstone(wrapped)) throw new SubjectKeyDestroyed();
      return seal(unwrapped(subject, wrapped), place, Buffer.from(text, 'utf8'));
    },
    async open(subject, place, sealed) {
      const wrapped = await textOf(fileOf(subject));
      if (wrapped === null || isTombstone(wrapped)) return null;
      return unseal(unwrapped(subject, wrapped), place, sealed).toString('utf8');
    },
    shred: (subject) => overwriteIn(fileOf(subject), tombstone),
    digest: (text) => createHmac('sha256', digesting).update(text, 'utf8').digest('hex'),
  };
}

/** For trying it out: the master key lies in the folder too (mode 0600), made on first use. */
export async function openBuiltInVault(directory: string): Promise<Vault> {
  const key = await keptIn(join(directory, 'master-key'), newMasterKey);
  return createVault(key, join(directory, 'subjects'));
}
