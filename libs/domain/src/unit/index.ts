export type * from './commands';
export type * from './events';
export { existsOn, spellOn } from './history';
export type { Spell, Unit, UnitsState } from './state';
export { units } from './units';
