import type { CycleCommand } from './cycle/commands';
import type { DeclarationCommand } from './declaration/commands';
import type { PredicateCommand } from './predicate/commands';

export type ZoneCommand = DeclarationCommand | CycleCommand | PredicateCommand;

export type * from './cycle/commands';
export type * from './declaration/commands';
export type * from './predicate/commands';
