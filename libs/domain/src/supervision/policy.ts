/** How long a recommendation may wait. */
export interface SupervisionTerms {
  /** Calendar days after the day it was made, the last included. */
  readonly followUpDays: number;
}
