import { compileExpression, type Variables } from '../../aggregate/expression';
import { isExpressionName } from '../../aggregate/expression-names';
import { fieldPath } from '../../aggregate/field-path';
import { argumentTruth, isNumber } from '../../bson/read';
import { show } from '../../bson/show';
import { BsonType } from '../../bson/types';
import { type Field, fieldsOf, isObject, type Value } from '../../bson/value';
import { ServerError, unsupported } from '../../errors';
import { elementMatch, sliceNode } from './find-only';
import { addNode, type Below, branchAt, emptyTree, type Node, projectionCollision } from './tree';

export type Form = 'inclusion' | 'exclusion';

export interface ParsedProjection {
  readonly tree: Below;
  readonly form: Form;
  /** The path before `.$`. */
  readonly positional: string | undefined;
}

const isFlag = (value: Value): boolean => value.type === BsonType.boolean || isNumber(value);

/** Reads one projection, field by field; what the fields say together decides on its form. */
class Parser {
  readonly tree = emptyTree();
  private form: Form | undefined;
  private hasSlice = false;
  private hasElementMatch = false;
  private id: boolean | undefined;

  private positional: string | undefined;

  constructor(private readonly scope: ProjectionScope) {}

  parse(projection: Value): ParsedProjection {
    const fields = fieldsOf(projection);
    for (const field of fields) this.field(field, this.tree, true);
    const form = this.form ?? this.defaultForm();
    const mentionsId = fields.some(({ name }) => name === '_id' || name.startsWith('_id.'));
    if (form === 'inclusion' && !mentionsId) this.tree.children.set('_id', { kind: 'keep' });
    return { tree: this.tree, form, positional: this.positional };
  }

  /** Of a projection that says no more than what becomes of `_id`, and `$slice` and `$elemMatch`. */
  private defaultForm(): Form {
    if (this.hasSlice) return this.id === true ? 'inclusion' : 'exclusion';
    return this.hasElementMatch || this.id === true ? 'inclusion' : 'exclusion';
  }

  private field({ name, value }: Field, parent: Below, top: boolean): void {
    if (name.endsWith('.$') || name.includes('.$.')) this.position(name, value, parent, top);
    else if (isObject(value)) this.object(name, value, parent, top);
    else if (isFlag(value)) this.flag(name, argumentTruth(value), parent, top);
    else this.computed(name, value, parent);
  }

  private position(name: string, value: Value, parent: Below, top: boolean): void {
    checkPositional(name, value, this.scope.find);
    if (this.positional !== undefined) {
      throw new ServerError(31276, 'Cannot specify more than one positional projection per query.');
    }
    if (this.hasElementMatch) {
      throw new ServerError(31256, 'Cannot specify positional operator and $elemMatch.');
    }
    const path = name.slice(0, -2);
    if (path === '') throw new ServerError(5392900, `Projection on field ${name} is invalid`);
    if (this.scope.filter === undefined || !top) {
      throw unsupported(`the positional projection ${name}`);
    }
    this.positional = path;
    this.add(path, { kind: 'keep' }, parent);
    this.decide('inclusion', name);
  }

  private add(name: string, node: Node, parent: Below): void {
    addNode(parent, fieldPath(name), node, projectionCollision);
  }

  private flag(name: string, wanted: boolean, parent: Below, top: boolean): void {
    const isId = top && name === '_id';
    if (isId) this.id = wanted;
    this.add(name, { kind: wanted ? 'keep' : 'drop' }, parent);
    if (!isId) this.decide(wanted ? 'inclusion' : 'exclusion', name);
  }

  private decide(form: Form, name: string): void {
    if (this.form !== undefined && this.form !== form) {
      throw form === 'inclusion'
        ? new ServerError(31253, `Cannot do inclusion on field ${name} in exclusion projection`)
        : new ServerError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
    }
    this.form = form;
  }

  private computed(name: string, value: Value, parent: Below): void {
    const expression = compileExpression(value, this.scope.variables);
    this.add(name, { kind: 'set', expression }, parent);
    if (this.form === 'exclusion') {
      throw new ServerError(
        31310,
        `Cannot use an expression ${name}: ${show(value)} in an exclusion projection`,
      );
    }
    this.form = 'inclusion';
  }

  private object(name: string, value: Value, parent: Below, top: boolean): void {
    const fields = fieldsOf(value);
    const [first] = fields;
    if (first === undefined) {
      throw new ServerError(
        51270,
        `An empty sub-projection is not a valid value. Found empty object at path ${name}`,
      );
    }
    if (fields.length === 1 && first.name.startsWith('$')) {
      this.operator(name, first, value, parent, top);
      return;
    }
    const branch = branchAt(parent, fieldPath(name), projectionCollision);
    for (const field of fields) this.field(field, branch, false);
    // What was computed below makes every branch on the way a computed one.
    if (branch.computed) markComputed(parent, fieldPath(name));
  }

  private operator(name: string, field: Field, value: Value, parent: Below, top: boolean): void {
    if (this.scope.find && field.name === '$slice') {
      this.add(name, sliceNode(field.value), parent);
      this.hasSlice = true;
      return;
    }
    if (field.name === '$elemMatch') {
      if (!this.scope.find) throw new ServerError(168, 'Cannot use $elemMatch in this context');
      if (this.positional !== undefined) {
        throw new ServerError(31255, 'Cannot specify positional operator and $elemMatch.');
      }
      this.add(name, elementMatch(name, field.value, value, top, this.scope.variables), parent);
      this.hasElementMatch = true;
      return;
    }
    if (!isExpressionName(field.name)) {
      throw new ServerError(31325, `Unknown expression ${field.name}`);
    }
    if (this.form === 'exclusion') {
      throw new ServerError(
        31252,
        'Cannot use expression other than $meta in exclusion projection',
      );
    }
    this.form = 'inclusion';
    const expression = compileExpression(value, this.scope.variables);
    this.add(name, { kind: 'set', expression }, parent);
  }
}

function markComputed(parent: Below, parts: readonly string[]): void {
  let branch = parent;
  branch.computed = true;
  for (const part of parts) {
    const child = branch.children.get(part);
    if (child?.kind !== 'below') return;
    child.computed = true;
    branch = child;
  }
}

/** @throws ServerError 31271, 31308, 31324, 31394 or 31395 where `.$` may not stand. */
function checkPositional(name: string, value: Value, find: boolean): void {
  if (!find) {
    throw new ServerError(31324, 'Cannot use positional projection in aggregation projection');
  }
  if (name.includes('.$.')) {
    throw new ServerError(
      31394,
      "As of 4.4, it's illegal to specify positional operator in the middle of a path.",
    );
  }
  const cannot = 'positional projection cannot be used with';
  if (isObject(value)) throw new ServerError(31271, `${cannot} an expression or sub object`);
  if (!isFlag(value)) throw new ServerError(31308, `${cannot} a literal`);
  if (!argumentTruth(value)) throw new ServerError(31395, `${cannot} exclusion`);
}

export interface ProjectionScope {
  /** Of a find, which allows `$slice`, `$elemMatch` and `.$`. */
  readonly find: boolean;
  readonly variables: Variables;
  /** What `.$` takes its element by. */
  readonly filter?: Value | undefined;
}

/**
 * A projection as a tree.
 * @throws ServerError 31249, 31250, 31252 to 31256, 31276, 31310, 31325, 51270 as MongoDB does.
 */
export const parseProjection = (projection: Value, scope: ProjectionScope): ParsedProjection =>
  new Parser(scope).parse(projection);
