import { describe, expect, it } from '@jest/globals';
import { placesFrom } from '@risk/resolution';
import { chenzhou } from '../../../resolution/src/testing/chenzhou.js';
import { readEntityWords } from './read-entity-words.js';

const places = placesFrom(chenzhou);
const read = (text: string) => readEntityWords(text, { places, prefecture: '4310' });

describe('the words of a search', () => {
  it.each([
    ['星河', ['星河']],
    ['星 河', ['星河']],
    ['郴州市星河投资有限公司', ['郴州市星河投资有限公司', '郴州星河投资']],
    ['星河投资有限', ['星河投资有限', '星河投资']],
    ['星河投資', ['星河投资']],
    ['<script>', ['script']],
  ])('%s can be these parts of names: %j', (text, names) => {
    expect(read(text).names).toEqual(expect.arrayContaining(names));
  });

  it.each([
    ['91431002ma4l0000', '91431002MA4L0000'],
    ['914310021', '914310021'],
    ['91431002', null],
    ['星河914310021', null],
  ])('%s can be the beginning of the code %s', (text, code) => {
    expect(read(text).code).toBe(code);
  });

  it.each([
    ['138 0000 1234', [{ kind: 'phone', value: '13800001234' }]],
    ['https://www.xinghe.com/a', [{ kind: 'website', value: 'xinghe.com' }]],
    ['星河', []],
  ])('%s can be these keys: %j', (text, keys) => {
    expect(read(text).keys).toEqual(keys);
  });

  it.each([
    ['张三', ['张三@4310']],
    ['星河投资有限公司', ['星河投资有限公司']],
    ['1380', []],
  ])('%s can be these owners: %j', (text, owners) => {
    expect(read(text).owners).toEqual(owners);
  });

  it('can be an id, however short', () => {
    expect(read('7')).toMatchObject({ id: '7', names: [], code: null });
  });

  it.each(['星', ' ', '《》'])('of %j are too few', (text) => {
    expect(() => read(text)).toThrow('words：至少写两个字');
  });
});
