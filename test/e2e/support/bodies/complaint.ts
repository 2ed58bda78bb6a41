const complaint = '/v1/complaints/7d0e7e0e-95b6-4f0c-9c3a-7f5e2a1b4c03';
const id = 'e3f3b6d2-1c2e-4b8a-8f45-6a7b8c9d0e1f';
const reporter = `/v1/reporters/${id}`;

export const complaintBodies: Readonly<Record<string, object>> = {
  [`${reporter}/seal`]: { region: '36.73', name: 'A. Canary', contact: '0812-0000-0000' },
  [`${reporter}/request-unmasking`]: { legalBasis: 'UU 31/2014 art. 10' },
  [`${reporter}/approve-unmasking`]: {},
  [`${complaint}/file`]: {
    region: '36.73',
    channel: 'web',
    class: 'violation',
    reporter: id,
    filedOn: '2026-02-02',
    text: 'The fee was asked in cash.',
  },
  [`${complaint}/acknowledge`]: { acknowledgedOn: '2026-02-03' },
  [`${complaint}/assign`]: {
    office: 'inspektorat',
    assignedOn: '2026-02-04',
    handler: 'operator-1',
  },
  [`${complaint}/read`]: {},
  [`${complaint}/answer`]: { answeredOn: '2026-02-16', text: 'It was paid back.' },
  [`${complaint}/close`]: { closedOn: '2026-03-20', ground: 'no-reply' },
  [`${complaint}/reopen`]: { reopenedOn: '2026-03-25', ground: 'new-facts' },
  [`${complaint}/escalate`]: { to: 'kpk', escalatedOn: '2026-03-26', ground: 'serious' },
};
