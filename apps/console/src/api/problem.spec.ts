import { describe, expect, it } from '@jest/globals';
import { Problem, problemIn, problemOf, unreachable } from './problem.js';

const JSON_TYPE = 'application/problem+json; charset=utf-8';

describe('an answer of failure', () => {
  it('is told in the words of the server', () => {
    const body = JSON.stringify({ title: '没有权限', status: 403, detail: '不能停用自己的账号' });
    expect(problemOf(403, JSON_TYPE, body)).toMatchObject({
      ...{ status: 403, title: '没有权限', detail: '不能停用自己的账号' },
    });
  });

  it.each([
    ['of a proxy', 502, 'text/html', '<html>Bad Gateway</html>', '服务器出错'],
    ['cut off', 500, JSON_TYPE, '{"title":"内', '服务器出错'],
    ['without words', 404, JSON_TYPE, '{}', '请求有误'],
    ['with something else for words', 422, JSON_TYPE, '{"title":7,"detail":[]}', '请求有误'],
  ])('%s is told by its status', (_name, status, type, text, title) => {
    const problem = problemOf(status, type, text);
    expect(problem).toMatchObject({ status, title, detail: `服务器没有说明原因（${status}）` });
  });
});

describe('whatever was thrown', () => {
  it('can be shown', () => {
    const known = unreachable();
    expect(problemIn(known)).toBe(known);
    expect(problemIn(new TypeError('x is undefined'))).toBeInstanceOf(Problem);
    expect(problemIn(new TypeError('x is undefined')).detail).toContain('x is undefined');
  });
});
