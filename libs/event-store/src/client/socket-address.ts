/**
 * The absolute path in the address of a Unix socket, `unix:///path` or `unix:/path`; null for every
 * other address. The path is taken as it stands: nothing in it is decoded and no options follow it.
 */
export const socketPathIn = (address: string): string | null =>
  /^unix:(?:\/\/)?(\/[^/].*)$/.exec(address)?.[1] ?? null;
