import {
  type BuildStatus,
  type ProjectionOperations,
  type ProjectionRuntime,
  type ViewStatus,
} from '@jejak/projection';

/** What is asked of a projection about the generations it fills; all of it from memory. */
export interface BuildingProjection extends Pick<ProjectionRuntime, 'status'> {
  readonly operations: Pick<ProjectionOperations, 'build'>;
}

/**
 * What this process builds. Of a view that another process writes it knows that something is built,
 * not how far it is: that process tells.
 */
export const buildsOf = (projection: BuildingProjection): readonly BuildStatus[] =>
  projection
    .status()
    .filter(({ state }) => state !== 'standing-by')
    .flatMap(({ name }) => projection.operations.build(name) ?? []);

/** The build of a view, when this is what its status speaks of: then nobody can read it yet. */
export const isBuilt = ({ version, build }: ViewStatus, next: BuildStatus | undefined): boolean =>
  next?.version === version && next.build === build;
