/** An `EventStore` of `@jejak/event-store`. */
export const EVENT_STORE = Symbol('event store');

/** The `Db` of the MongoDB driver that holds the views. */
export const READ_DATABASE = Symbol('read database');

/** The `ViewStandings` of `@jejak/projection`, over the same database. */
export const VIEW_STANDINGS = Symbol('view standings');
