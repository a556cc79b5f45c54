import { describe, expect, it } from '@jest/globals';
import { zipOf } from '../testing/zip-of.js';
import { wordsOfFile } from './words-of-file.js';

const gb = Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]);
const NAME = '张三';
const xml = (inside: string): string => `<?xml version="1.0"?><w:document>${inside}</w:document>`;
const docx = zipOf([
  { name: 'word/document.xml', content: xml('<w:p><w:t>张</w:t></w:r><w:r><w:t>三</w:t></w:p>') },
]);
const xlsx = zipOf([
  { name: 'xl/workbook.xml', content: '<workbook/>' },
  { name: 'xl/sharedStrings.xml', content: '<sst><si><t>&#24352;三</t></si></sst>' },
]);
const bytes = (text: string): Buffer => Buffer.from(text);

describe('what can be read of a file', () => {
  it.each<[string, string, Buffer]>([
    ['a text', 'a.txt', bytes(`举报人${NAME}`)],
    ['a text in GB18030', 'a.txt', gb],
    ['a text in UTF-16', 'a.txt', Buffer.from(`\ufeff${NAME}`, 'utf16le')],
    ['a table', 'a.csv', bytes(`姓名\n${NAME}`)],
    ['a page, across its tags', 'a.html', bytes('<b>张</b>三')],
    ['a page, within its tags', 'a.html', bytes(`<img alt="${NAME}">`)],
    ['JSON with escapes', 'a.json', bytes('{"name":"\\u5f20\\u4e09"}')],
    ['a paper, across its runs', 'a.docx', docx],
    ['a workbook', 'a.xlsx', xlsx],
    ['a name in an archive', 'a.zip', zipOf([{ name: `${NAME}的材料.jpg`, content: 'x\0' }])],
    ['a paper in an archive', 'a.zip', zipOf([{ name: '内/说明.docx', content: docx }])],
    [
      'an archive in an archive',
      'a.zip',
      zipOf([{ name: 'b.zip', content: zipOf([{ name: '1', content: NAME }]) }]),
    ],
  ])('is %s', async (_, name, content) => {
    const { texts } = await wordsOfFile(name, content);
    expect(texts.some((text) => text.includes(NAME))).toBe(true);
  });

  it('does not run from one cell into the next', async () => {
    const rows = '<row><c><v>138</v></c><c><v>00138000</v></c></row>';
    const { texts } = await wordsOfFile('a.xlsx', zipOf([{ name: 'xl/s.xml', content: rows }]));
    expect(texts.join('\n')).toContain('138|00138000');
  });
});

describe('what cannot be read', () => {
  it.each<[boolean, string, Buffer]>([
    [false, 'a.txt', bytes('甲')],
    [false, 'a.docx', docx],
    [false, 'a.zip', zipOf([{ name: '内/', content: '' }])],
    [true, 'a.pdf', bytes('%PDF-1.4')],
    [true, 'a.png', bytes('\x89PNG\0')],
    [true, 'a.zip', zipOf([{ name: '内/a.png', content: '\x89PNG\0' }])],
    [true, 'a.zip', Buffer.concat([bytes('PK\x03\x04'), bytes('no archive')])],
    [true, 'a.zip', zipOf([{ name: 'a.txt', content: '甲', claims: 99 }])],
  ])('is said: %s of %s', async (unread, name, content) => {
    expect((await wordsOfFile(name, content)).unread).toBe(unread);
  });

  it('is an archive that swells', async () => {
    const swollen = zipOf([{ name: 'a.txt', content: Buffer.alloc(65 * 1024 * 1024, 'a') }]);
    expect(await wordsOfFile('a.zip', swollen)).toEqual({ texts: ['', 'a.txt', ''], unread: true });
  });
});
