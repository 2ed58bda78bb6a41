import { problem } from '@jejak/http';
import { type Vault } from '@jejak/privacy';

const refuse = (): never => {
  throw problem('vault.not-configured');
};

/** Where no vault is configured: commands that need one are refused, and nothing else stops. */
export const noVault: Vault = {
  seal: async () => Promise.resolve().then(refuse),
  open: async () => Promise.resolve().then(refuse),
  shred: async () => Promise.resolve().then(refuse),
  digest: refuse,
};
