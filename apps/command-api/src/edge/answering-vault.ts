import { problem } from '@jejak/http';
import { SubjectKeyDestroyed, type Vault } from '@jejak/privacy';

/** The vault for commands: that a subject was erased is an answer to who seals, and no failure. */
export const answering = (vault: Vault): Vault => ({
  ...vault,
  async seal(subject, place, text) {
    try {
      return await vault.seal(subject, place, text);
    } catch (error) {
      if (!(error instanceof SubjectKeyDestroyed)) throw error;
      throw problem('vault.key-destroyed', {
        detail: 'Nothing is sealed under this UUID any more, and nothing was recorded.',
      });
    }
  },
});
