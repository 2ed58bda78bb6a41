import type { ProjectionRuntime } from '@jejak/projection';

/** What these routes need of a running projection. */
export type OperatedProjection = Pick<ProjectionRuntime, 'status' | 'operations'>;

/** Injection token of the `OperatedProjection`. */
export const OPERATED_PROJECTION = Symbol('OPERATED_PROJECTION');
