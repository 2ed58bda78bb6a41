/** Whether a part of a policy rests on what no source confirms: it or anything it is part of is listed. */
export const isUnconfirmed = (unconfirmed: readonly string[], path: string): boolean =>
  unconfirmed.some((listed) => path === listed || path.startsWith(`${listed}.`));
