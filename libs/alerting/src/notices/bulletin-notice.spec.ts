import { describe, expect, it } from '@jest/globals';
import { leasedNotice } from '../testing/notices.js';
import { bulletinNotice } from './bulletin-notice.js';

const ENCLOSURE = {
  html: '<html><body><p>正文</p></body></html>',
  files: [{ name: '日报.docx', mediaType: 'a/b', bytes: Buffer.from('x'), cid: null }],
  receipt: 'abc',
};
const notice = leasedNotice({
  id: '9',
  kind: 'bulletin',
  alert: null,
  said: { subject: '【日报】11月27日', body: '正文' },
  enclosure: ENCLOSURE,
});
const at = (address: string | null) =>
  bulletinNotice(notice, {
    receiptLink: (id, receipt) =>
      address === null ? null : `${address}/read/${id}/${receipt}?a&b`,
  });

describe('a notice that carries a bulletin', () => {
  it('is what was printed, with its files, and each reader gets a link of their own', () => {
    const { subject, text, html, attachments } = at('http://risk.example');
    expect(subject).toBe('【日报】11月27日');
    expect(text).toBe('正文\n\n请确认已阅：http://risk.example/read/9/abc?a&b\n');
    expect(html).toContain('<a href="http://risk.example/read/9/abc?a&amp;b"');
    expect(html.indexOf('请确认已阅')).toBeLessThan(html.indexOf('</body>'));
    expect(attachments).toEqual(ENCLOSURE.files);
  });

  it('asks for the inbox while nobody knows where the house is', () => {
    expect(at(null).text).toContain('在平台收件箱中标为已读');
    expect(at(null).html).not.toContain('href');
  });

  it('without its bulletin is no notice', () => {
    const empty = { ...notice, enclosure: null };
    expect(() => bulletinNotice(empty, { receiptLink: () => null })).toThrow('no bulletin');
  });
});
