/** The setting that tells suites where the data folder is that `record-facts.ts` made. */
export const factsFolder = 'JEJAK_TEST_FACTS';
