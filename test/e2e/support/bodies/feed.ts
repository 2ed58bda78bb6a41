export const feedBodies: Readonly<Record<string, object>> = {
  '/v1/feeds/licensing-2/register': {
    title: 'Online licensing',
    subject: 'simponie',
    eventSource: '/36.74/simponie',
    region: '36.74',
  },
  '/v1/feeds/licensing-2/define-type': {
    type: 'id.go.licence.issued',
    schema: {},
    mapping: {
      target: 'fact',
      fields: [{ name: 'days', from: '/data/days', value: 'x', as: 'integer', optional: true }],
    },
    reason: 'Dates were misread',
  },
  '/v1/feeds/licensing-2/retire': { reason: 'Replaced' },
};
