import { describe, expect, it } from '@jest/globals';
import { tooNew } from '../../tools/too-new.mjs';

const said = (fileName: string, text: string): string => tooNew(fileName, text).join('');

describe('what Chrome 90 does not know', () => {
  it.each([
    ['a.js', 'let t=e.at(-1);', 'at（Chrome 92'],
    ['a.js', 'let t=e?.at(-1);', 'at（Chrome 92'],
    ['a.js', 'Object.hasOwn(e,t)', 'hasOwn（Chrome 93'],
    ['a.js', 'let t=structuredClone(e)', 'structuredClone（Chrome 98'],
    ['a.js', 'window.structuredClone(e)', 'structuredClone（Chrome 98'],
    ['a.js', 'AbortSignal.timeout(5e3)', 'AbortSignal.timeout'],
    ['a.js', 'crypto.randomUUID()', 'randomUUID'],
    ['a.js', 'navigation.navigate(e)', 'navigation（Chrome 102'],
    ['a.js', '{[`&:has(${t}-thumb)`]:{border:0}}', ':has'],
    ['a.css', '.a:has(.b){gap:0}', ':has'],
    ['a.css', '@container (min-width:1px){.a{gap:0}}', '@container'],
    ['a.css', '.a{height:100dvh}', 'dvh'],
    ['a.css', '.a{color:color-mix(in srgb,red,blue)}', 'color-mix'],
    ['a.css', '@media (width<900px){.a{gap:0}}', '@media'],
    ['a.css', '.a{gap:0;&:hover{gap:1px}}', '嵌套'],
    ['a.css', '.a{translate:1px}', 'translate'],
  ])('is found in %s: %s', (fileName, text, words) => {
    expect(said(fileName, text)).toContain(words);
  });

  it('is told with its place', () => {
    expect(said('queue.js', 'const last=rows.at(-1);')).toBe(
      'queue.js 用了 at（Chrome 92 才有）：const last=rows.at(-1);',
    );
  });

  it.each([
    ['a function of the same name of its own', 'a.js', 'function at(e){return e}let t=at(1);'],
    ['what only begins alike', 'a.js', 'e.attach(1);e.within(2);e.atlas'],
    ['a scheduler of a library', 'a.js', 'this.scheduler.restore();var scheduler=e;'],
    ['what antd says of the focus', 'a.js', '[`&:has(${t}-input:focus-visible)`]:s(e)'],
    ['the question whether it is known', 'a.css', '@supports not selector(:has(*)){.a{gap:0}}'],
    ['a name of a property', 'a.js', '{scale:1,rotate:2,translate:3}'],
    ['colours', 'a.css', '.a{color:#1d2v}.b>.c{margin:0}'],
  ])('is not %s', (_what, fileName, text) => {
    expect(tooNew(fileName, text)).toEqual([]);
  });
});
