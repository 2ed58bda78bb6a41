import { status } from '@grpc/grpc-js';
import { accessCheck } from './access';

const check = accessCheck({ name: 'jejak', password: 'pa:ss wörd' });
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the one user', () => {
  it('may call with the right name and password, whatever characters the password has', () => {
    expect(check(basic('jejak:pa:ss wörd'))).toBeUndefined();
    expect(check(basic('jejak:pa:ss wörd').replace('Basic', 'basic'))).toBeUndefined();
  });

  it.each([
    basic('jejak:pa:ss word'),
    basic('jejak:'),
    basic('jejak'),
    basic('Jejak:pa:ss wörd'),
    basic('jejak:pa:ss wörd ').replace('Basic', 'Bearer'),
    basic('jejak:pa:ss wörd').replace('Basic', 'Bearer'),
    'Basic',
    '',
  ])('is not authenticated by %s', (authorization) => {
    expect(check(authorization)).toMatchObject({ code: status.UNAUTHENTICATED });
  });

  it('is denied access without credentials', () => {
    const refusal = check(undefined);
    expect(refusal).toMatchObject({ code: status.PERMISSION_DENIED });
    expect(refusal?.metadata?.get('exception')).toEqual(['access-denied']);
  });
});
