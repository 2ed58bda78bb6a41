/**
 * For how long after its claim a signature may be decided, in milliseconds. It reaches the store
 * soon after: a command gives up long before `claimHeldFor` is over.
 */
export const claimUsedFor = 60_000;

/**
 * How long a claim without its signature keeps other pacts out, in milliseconds: what was begun and
 * not ended, for instance by a crash, does not block for ever. The difference to `claimUsedFor` is
 * left to commands on their way and to clocks that disagree. Jejak's own figure.
 */
export const claimHeldFor = 600_000;
