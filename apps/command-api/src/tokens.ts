/** Injection token of the ledger (`Ledger` of @jejak/event-store) every handler appends through. */
export const LEDGER = Symbol('LEDGER');

/** Injection token of the vault (`Vault` of @jejak/privacy) that personal data is sealed by. */
export const VAULT = Symbol('VAULT');
