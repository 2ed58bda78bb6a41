export * from './command-context';
export * from './calendar';
export * from './commands';
export * from './corrupt-stream';
export * from './deadline';
export * from './decider';
export * from './complaint';
export * from './declaration';
export * from './gratification';
export * from './deciders';
export * from './dispute';
export * from './erasure';
export * from './events';
export * from './evidence';
export * from './feed';
export * from './framework';
export * from './indices';
export * from './information';
export * from './pact';
export * from './plan';
export * from './policy';
export * from './projection';
export * from './recorded-event';
export * from './refusal-codes';
export * from './region';
export * from './rollout';
export * from './scorecard';
export * from './streams';
export * from './supervision';
export * from './training';
export * from './unit';
export * from './values';
export { compareDates, isCalendarDate, latestIndonesianDay } from './values/calendar-date';
export {
  canonicalDecimal,
  compareDecimals,
  differenceOf,
  isDecimalText,
  isWithin,
} from './values/decimal';
export { isInstant } from './values/instant';
export { isSha256, isSlug, isUuid, isViewName } from './values/identifier';
export { earliestDayOf, isPartialDate, latestDayOf, type PartialDate } from './values/partial-date';
export { normalisedName, sameName } from './values/name';
