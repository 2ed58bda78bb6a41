/** Under this token the application that serves the portal provides its `RankingReader`. */
export const RANKING_READER = Symbol('RankingReader');

/** What the browser loads, read once at start. */
export const PUBLIC_FILES = Symbol('PublicFiles');
