import { type Settings } from '@jejak/config';
import { createVault, openBuiltInVault, type Vault } from '@jejak/privacy';
import { join } from 'node:path';

/** The configured vault; without one the built-in one for trying it out, and none in production. */
export async function vaultOf({
  vault,
  production,
  dataDirectory,
}: Settings): Promise<Vault | null> {
  if (vault !== null) return createVault(vault.masterKey, vault.directory);
  return production ? null : openBuiltInVault(join(dataDirectory, 'vault'));
}
