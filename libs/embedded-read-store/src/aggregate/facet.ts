import { show } from '../bson/show';
import { typeNameOf } from '../bson/type-names';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { ServerError } from '../errors';
import { Memory } from '../query/memory';
import { pause, Pacer, type Step } from '../query/pace';
import { fieldPath } from './field-path';
import { type NamedStage, nameStage, type PipelineMaker } from './pipeline-maker';
import { type PipelineContext, type Stage } from './stage';

/** Stages that may not stand in a facet. */
const outside = new Set(
  '$facet $out $merge $geoNear $indexStats $collStats $changeStream $documents'.split(' '),
);

function stagesOf(name: string, pipeline: Value): NamedStage[] {
  if (!isArray(pipeline)) {
    throw new ServerError(
      40170,
      `arguments to $facet must be arrays, ${name} is type ${typeNameOf(pipeline)}`,
    );
  }
  const stages = elementsOf(pipeline).map((stage) => {
    if (isObject(stage)) return nameStage(stage);
    throw new ServerError(
      40171,
      `elements of arrays in $facet spec must be non-empty objects, ${name} argument contained an element of type ${typeNameOf(stage)}: ${show(stage)}`,
    );
  });
  const foreign = stages.find((stage) => outside.has(stage.name));
  if (foreign !== undefined) {
    throw new ServerError(
      40600,
      `${foreign.name} is not allowed to be used within a $facet stage: ${show(pipeline)}`,
    );
  }
  return stages;
}

function* remembered(documents: readonly Value[]): Generator<Step> {
  const pacer = new Pacer();
  for (const document of documents) {
    yield document;
    if (!pacer.isDue()) continue;
    yield pause;
    pacer.restart();
  }
}

/** The documents of a source into `into`, counted; gives its pauses. */
function* gathered(source: Iterable<Step>, into: Value[], memory: Memory): Generator<typeof pause> {
  for (const document of source) {
    if (document === pause) {
      yield pause;
      continue;
    }
    into.push(document);
    memory.take(document.end - document.start);
    memory.demandRoom();
  }
}

/** `$facet`: one document, with the whole result of each pipeline as an array. */
export const facet =
  (compilePipeline: PipelineMaker) =>
  (specification: Value, context: PipelineContext): Stage => {
    const fields = isObject(specification) ? fieldsOf(specification) : [];
    if (fields.length === 0) {
      throw new ServerError(
        40169,
        `the $facet specification must be a non-empty object, but found: ${show(specification)}`,
      );
    }
    const pipelines = fields.map(({ name, value }) => {
      if (name.includes('.')) {
        throw new ServerError(16412, "FieldPath field names may not contain '.'.");
      }
      const [field = name] = fieldPath(name);
      return [field, compilePipeline(stagesOf(name, value), context)] as const;
    });
    return function* (documents) {
      const memory = new Memory('$facet');
      const input: Value[] = [];
      yield* gathered(documents, input, memory);
      const results: (readonly [string, Value])[] = [];
      for (const [name, pipeline] of pipelines) {
        const output: Value[] = [];
        yield* gathered(pipeline(remembered(input)), output, memory);
        results.push([name, arrayOf(output)]);
      }
      yield documentOf(results);
    };
  };
