import { describe, expect, it } from '@jest/globals';
import { addressIn, changed, choiceIn, hrefOf, idIn, matched } from './address.js';

describe('an address of the browser', () => {
  it.each([
    ['/workbench', ''],
    ['/workbench/', ''],
    ['/workbench/accounts', 'accounts'],
    ['/workbench/accounts/', 'accounts'],
    ['/workbench/alerts/12', 'alerts/12'],
  ])('%s is the path “%s”', (pathname, path) => {
    expect(addressIn(pathname, '').path).toBe(path);
  });

  it('keeps the state of the screen, and is written as it was read', () => {
    const { path, query } = addressIn('/workbench/accounts', '?q=%E5%BC%A0&view=waiting');
    expect([query.get('q'), query.get('view')]).toEqual(['张', 'waiting']);
    expect(hrefOf(`${path}?${query.toString()}`)).toBe(
      '/workbench/accounts?q=%E5%BC%A0&view=waiting',
    );
    expect(hrefOf('')).toBe('/workbench');
  });
});

describe('a pattern of a path', () => {
  it.each([
    ['accounts', 'accounts', {}],
    ['accounts', 'roles', null],
    ['accounts', 'accounts/7', null],
    ['alerts/:id', 'alerts/7', { id: '7' }],
    ['alerts/:id', 'alerts', null],
    ['alerts/:id', 'alerts/', null],
    ['alerts/:id/log', 'alerts/7/log', { id: '7' }],
    ['units/:code', 'units/%E5%85%AC%E5%AE%89', { code: '公安' }],
    ['units/:code', 'units/%E5', { code: '%E5' }],
  ])('%s meets %s', (pattern, path, places) => {
    expect(matched(pattern, path)).toEqual(places);
  });
});

describe('the state of a screen', () => {
  const query = new URLSearchParams('q=张&view=waiting&after=100');

  it('changes in part, and what is empty leaves the address', () => {
    expect(changed(query, { view: null, after: '' }).toString()).toBe('q=%E5%BC%A0');
    expect(changed(query, { account: '7' }).get('account')).toBe('7');
    expect(query.toString()).toContain('after=100');
  });

  it('is one of the choices, whatever somebody typed', () => {
    const views = ['all', 'waiting'] as const;
    expect(choiceIn(query, 'view', views, 'all')).toBe('waiting');
    expect(choiceIn(new URLSearchParams('view=x'), 'view', views, 'all')).toBe('all');
    expect(choiceIn(new URLSearchParams(), 'view', views, 'all')).toBe('all');
  });

  it.each([
    ['7', '7'],
    ['7x', null],
    ['../../roles', null],
    ['-1', null],
    ['1234567890123456789', null],
    ['', null],
  ])('holds the id %j as %j', (given, id) => {
    expect(idIn(new URLSearchParams({ account: given }), 'account')).toBe(id);
  });
});
