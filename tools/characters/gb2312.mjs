/** GB 2312-80: the 6,763 characters of everyday simplified writing, of them 3,755 common ones (level one). */
export const standard = new Set();
export const levelOne = new Set();

const decoder = new TextDecoder('gb18030');
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const char = decoder.decode(new Uint8Array([high, low]));
    if (!/^\p{Script=Han}$/u.test(char)) continue;
    standard.add(char);
    if (high <= 0xd7) levelOne.add(char);
  }
