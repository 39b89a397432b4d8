import { describe, expect, it } from 'vitest';
import { compileRoutes, ROUTE } from './routes.ts';

const caught = (patterns: string[], address: string) =>
  new RegExp(compileRoutes(patterns), 'i').test(address);

const TABLE: [pattern: string, caught: string[], free: string[]][] = [
  [
    '/nesie/*',
    [
      ...['/nesie', '/nesie/', '/nesie/a', '/nesie/a/b.html', '//nesie', '//nesie//a', '/NESIE/a'],
      ...['/nesie#step', '/nesie/#step', '/nesie/a#b/c', '/nesie;jsessionid=1', '/nesie/a?b'],
    ],
    ['/', '/nesieler', '/nesie-2/', '/ru/nesie/', '/a#/nesie/', '/nesi', ''],
  ],
  [
    '/login',
    ['/login', '/login/', '//login', '/Login', '/login#a', '/login/#a', '/login;a=1'],
    ['/login/new', '/logins', '/a/login', '/login.html'],
  ],
  ['/login/', ['/login', '/login/', '/login//'], ['/login/a']],
  ['/', ['/', '//', '/#a'], ['/a', '/a#/']],
  ['/*', ['/', '/a', '/a/b', '/#a'], []],
  ['/nesie*', ['/nesie', '/nesieler/a', '//nesie-2#b'], ['/nesi', '/a/nesie']],
  ['/*/pay', ['/ru/pay', '/kk/pay/', '//kk//pay#x'], ['/pay', '/ru/a/pay', '/ru/pay/a', '/#/pay']],
  ['/ru/*/pay/*', ['/ru/1/pay', '/ru/1/pay/done'], ['/ru/pay/done', '/ru/1/2/pay']],
  [
    '/app#/loan/*',
    ['/app#/loan', '/app/#/loan', '/app#/loan/2', '//app#//loan/2', '/app#/loan?step=2'],
    ['/app', '/app#/', '/app#/loans', '/app/loan', '/b#/loan'],
  ],
  ['#/loan', ['/#/loan', '/any/page#/loan', '/#/loan/', '/#/loan?a=1'], ['/loan', '/#/loan/2', '/#/a/loan']],
  ['#/loan?a=1', ['/#/loan?a=1'], ['/#/loan']],
  ['#!/loan/*', ['/#!/loan', '/a#!/loan/2'], ['/#/loan']],
  ['/несие/*', [encodeURI('/несие'), `${encodeURI('/несие/өтінім')}`], ['/несие', encodeURI('/несиелер')]],
  ['/%D0%B0', ['/%D0%B0', '/%d0%b0'], ['/%25D0']],
  ['/a.b(c)+$', ['/a.b(c)+$'], ['/axb(c)+$', '/a.bc']],
];

describe('a protected route', () => {
  it.each(TABLE)('%s catches and leaves what it says', (pattern, hits, misses) => {
    expect(ROUTE.test(pattern)).toBe(true);
    expect(hits.filter((address) => !caught([pattern], address))).toEqual([]);
    expect(misses.filter((address) => caught([pattern], address))).toEqual([]);
  });

  it('is one of several', () => {
    const patterns = ['/nesie/*', '/kabinet/*', '/ru/nesie/*'];
    expect(['/nesie/1', '/kabinet', '/ru/nesie/'].every((address) => caught(patterns, address))).toBe(true);
    expect(['/', '/ru/', '/ru/kabinet/'].some((address) => caught(patterns, address))).toBe(false);
  });

  it.each([
    '',
    'nesie',
    'https://a.kz/nesie',
    '/a*b',
    '/*b',
    '/a/*b/c',
    '/a b',
    '/**',
    '/a*/b',
    '/a#b#c',
    '/a#b*c',
    '/a?b',
    '/a?b/*',
    '/?b#c',
  ])('is not written as "%s"', (pattern) => {
    expect(ROUTE.test(pattern)).toBe(false);
  });
});
