const index = '/v1/indices/SPI/36.04/2025';

export const indexBodies: Readonly<Record<string, object>> = {
  [`${index}/record`]: {
    value: '72.32',
    claimedBand: 'yellow',
    claimedAs: 'zona kuning, kategori rentan',
    respondents: 100,
    publishedOn: '2026-01-05',
    source: { id: 'I8', citation: 'mediabanten.com' },
  },
  [`${index}/correct`]: { publication: 1, to: '72.33', reason: 'Typing error' },
};
