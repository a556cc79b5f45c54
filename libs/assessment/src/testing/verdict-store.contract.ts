import { expect, it } from '@jest/globals';
import { NOW, daysAgo, feedRecord, signal, sumIndex } from './judged.js';
import { Story, type KnowledgeBed } from './knowledge-bed.js';

/** What every verdict store promises; the fake and the real one both pass it. */
export function promisesOfVerdictStore(open: () => Promise<KnowledgeBed>): void {
  const begin = async (): Promise<Story> => new Story(await open());

  it('counts what speaks against a party, weighed by how sure it is the one', async () => {
    const story = await begin();
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    const signals = [
      signal('full', { weight: 40 }),
      signal('none', { weight: 0 }),
      signal('quoted', { suppressed: '警示用语' }),
    ];
    await story.tell(feedRecord('complaint', 'c1'), { about: [a], signals });
    await story.tell(feedRecord('complaint', 'c2'), { about: [b], signals, confidence: 0.65 });
    expect(await story.counting(a)).toEqual({ full: 40 });
    expect(await story.counting(b)).toEqual({ full: 26 });
  });

  it('does not hold against a publisher what it carries', async () => {
    const story = await begin();
    const id = await story.found('name:报社');
    await story.tell(feedRecord('advertisement', 'ad'), { about: [id], role: 'publisher' });
    expect(await story.counting(id)).toEqual({});
  });

  it('joins equal signals: the strongest words stand, the newest moment, all are counted', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    const said = (n: string, days: number, weight: number, quote: string) =>
      story.complaint(
        id,
        n,
        { occurredAt: daysAgo(days), reporterKey: `p-${n}` },
        {
          signals: [
            signal('yield', {
              weight,
              because: quote,
              evidence: { field: 'text', start: 0, end: 1, quote },
            }),
          ],
        },
      );
    await said('1', 9, 30, '月息三分');
    await said('2', 5, 50, '月息五分');
    await said('3', 1, 20, '月息二分');
    const { signals, quotes } = await story.state(id);
    expect(signals).toEqual([
      {
        code: 'yield',
        dimension: 'inducement',
        weight: 50,
        because: '月息五分',
        elements: ['inducement'],
        scheme: 'illegal-fundraising',
        halfLifeDays: 90,
        occurredAt: daysAgo(1),
        times: 3,
        persons: 3,
      },
    ]);
    expect(quotes.get('yield')).toBe('月息五分');
  });

  it('keeps signals whole: without evidence, scheme, elements or half-life too', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    const bare = signal('bare', { evidence: null, scheme: null, elements: [], halfLifeDays: null });
    await story.complaint(
      id,
      'c',
      {},
      { signals: [bare, signal('other', { dimension: 'spread' })] },
    );
    const { signals, quotes } = await story.state(id);
    expect(signals).toMatchObject([
      { code: 'bare', scheme: null, elements: [], halfLifeDays: null },
      { code: 'other', dimension: 'spread' },
    ]);
    expect([...quotes]).toEqual([['other', 'other']]);
  });

  it('lets a newer version take the place of an older one, and names whom the older one told of', async () => {
    const story = await begin();
    const [a, b] = [await story.found('name:a'), await story.found('name:b')];
    const version = (days: number, about: string[], code: string) =>
      story.tell(
        feedRecord('complaint', 'c', { occurredAt: daysAgo(days), payload: { text: code } }),
        {
          about,
          signals: [signal(code)],
        },
      );
    expect(await version(5, [a], 'first')).toEqual([]);
    expect(await version(3, [b], 'second')).toEqual([a]);
    expect(await story.counting(a)).toEqual({});
    expect(await story.counting(b)).toEqual({ second: 40 });
    expect(await version(4, [a], 'late')).toEqual([]);
    expect(await story.counting(a)).toEqual({});
    expect((await story.state(a)).facts.complaints.d7).toBe(0);
  });

  it('takes back everything of a withdrawn record', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    await story.complaint(id, 'c');
    const withdrawn = await story.complaint(id, 'c', {
      operation: 'withdraw',
      occurredAt: daysAgo(0),
    });
    expect(withdrawn).toEqual([id]);
    expect(await story.counting(id)).toEqual({});
    expect((await story.state(id)).facts.complaints.d90).toBe(0);
  });

  it('forgets nothing when nothing was replaced', async () => {
    const { bed } = await begin();
    expect(await bed.work.run((tx) => bed.verdicts.forget(tx, []))).toEqual([]);
    expect(await bed.work.run((tx) => bed.verdicts.forget(tx, ['999999']))).toEqual([]);
  });

  it('names an entity once that two roles or signals tie to a forgotten record', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    await story.complaint(id, 'c', {}, { signals: [signal('x'), signal('y')] });
    const again = await story.complaint(id, 'c', {
      occurredAt: daysAgo(0),
      payload: { text: '新' },
    });
    expect(again).toEqual([id]);
  });

  it('remembers the index as the former one of the next time', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    await story.complaint(id, 'c');
    const index = sumIndex(await story.state(id));
    await story.bed.work.run((tx) =>
      story.bed.verdicts.saveIndices(tx, [{ entityId: id, index, causeId: null }], NOW),
    );
    expect(await story.state(id)).toMatchObject({ formerScore: 40, formerTier: 'yellow' });
    await story.bed.work.run((tx) => story.bed.verdicts.saveIndices(tx, [], NOW));
  });

  it('keeps verdicts of any shape of text', async () => {
    const story = await begin();
    const id = await story.found('name:a');
    const odd = 'a\tb\\n\n"引号"{}\\N\r𠮷';
    const evidence = { field: 'text', start: 0, end: odd.length, quote: odd };
    await story.complaint(id, 'c', {}, { signals: [signal('odd', { because: odd, evidence })] });
    const { signals, quotes } = await story.state(id);
    expect(signals[0]?.because).toBe(odd);
    expect(quotes.get('odd')).toBe(odd);
  });
}
