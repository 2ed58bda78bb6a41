/** Parts that bodies of several contexts hold. */
export const source = { id: 'B5', citation: 'kabartangerang.com, 2019-08-21' };
export const evidence = [{ sha256: 'a'.repeat(64), title: 'Signed regulation' }];
