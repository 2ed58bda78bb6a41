import { fieldsOf, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { type PipelineContext, type Stage } from './stage';

export interface NamedStage {
  readonly name: string;
  readonly specification: Value;
}

/** Makes one stage of many; given to stages that hold pipelines. */
export type PipelineMaker = (stages: readonly NamedStage[], context: PipelineContext) => Stage;

/** @throws ServerError 40323 for what does not name exactly one stage. */
export function nameStage(stage: Value): NamedStage {
  const [field, ...more] = isObject(stage) ? fieldsOf(stage) : [];
  if (field === undefined || more.length > 0) {
    throw new ServerError(
      40323,
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  return { name: field.name, specification: field.value };
}
