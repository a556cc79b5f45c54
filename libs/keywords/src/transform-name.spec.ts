import { describe, expect, it } from '@jest/globals';
import { compileLexicon } from './keyword-engine.js';
import { lexiconFileSchema } from './lexicon.js';
import { parseLexicon } from './parse-lexicon.js';
import { namedCue, transformName } from './transform-name.js';

const data = lexiconFileSchema.parse({
  entries: [
    {
      ...{ code: 'guarantee', title: '保本', dimension: 'inducement', weight: 30 },
      ...{ source: '本地默认', policy: 'disguised', terms: ['保本保息'] },
    },
  ],
  cues: [{ kind: 'negation', source: '本地默认', terms: ['不承诺'] }],
  yields: {
    returns: [{ above: 4, weight: 1, says: '高', source: '本地默认' }],
    loans: [{ above: 24, weight: 1, says: '高', source: '本地默认' }],
  },
});
const engine = compileLexicon(parseLexicon([{ name: 'a.yaml', data }]));
const hitsIn = (text: string) => engine.scan(text);

describe('what was undone, in words', () => {
  it.each([
    ['保-本-保-息', ['夹杂符号']],
    ['葆本葆息', ['谐音']],
    ['保本保息', []],
  ])('in %s', (text, names) => {
    expect(hitsIn(text)[0]?.transforms.map(transformName)).toEqual(names);
  });
});

describe('the cue that a hit names', () => {
  it('is read back with its place', () => {
    const [hit] = hitsIn('我司不承诺保本保息');
    const cue = namedCue(hit?.suppressed ?? '');
    expect(cue).toEqual({ context: '否定', quote: '不承诺', start: 2, end: 5 });
  });

  it('is none in other words', () => {
    expect(namedCue('放行短语')).toBeNull();
  });
});
