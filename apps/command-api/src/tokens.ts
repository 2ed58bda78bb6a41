/** Injection token of the ledger (`Ledger` of @jejak/event-store) every handler appends through. */
export const LEDGER = Symbol('LEDGER');
