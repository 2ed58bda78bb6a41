import { RequestRefused, ServiceUnreachable } from '@jejak/client';

/** Nobody answers, or somebody who cannot do it now; the same may well be done a little later. */
export const isAway = (error: unknown): boolean =>
  error instanceof ServiceUnreachable ||
  (error instanceof RequestRefused && error.problem.status === 503);
