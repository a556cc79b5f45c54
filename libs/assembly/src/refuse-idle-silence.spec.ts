import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@risk/settings';
import { compileEngines, type Engines } from './compile-engines.js';
import { refuseIdleSilence } from './refuse-idle-silence.js';

let engines: Engines;
beforeAll(async () => {
  engines = compileEngines(await loadConfig('config'));
});

describe('a silence', () => {
  it.each([
    ['of a county that is none', { region: '999999', code: null }, 'region：没有县市区“999999”'],
    ['of a zone', { region: 'Z-czgxq', code: null }, '是园区'],
    ['of the whole city', { region: '431000', code: null }, '是全市'],
    ['of a code that nothing bears', { region: null, code: 'NO-SUCH' }, '没有代码“NO-SUCH”'],
  ])('%s is refused', (_name, request, refusal) => {
    expect(() => refuseIdleSilence(engines, request)).toThrow(refusal);
  });

  it('of a county and a code that there are is not', () => {
    const [code = null] = engines.judging.codes;
    expect(() => refuseIdleSilence(engines, { region: '431002', code })).not.toThrow();
  });
});
