const FLAGS: Readonly<Record<string, (value: unknown) => string>> = {
  exact: () => '须一字不差',
  digits: () => '数字写法不限',
  repeat: () => '叠字也算',
  edges: (value) => (value === false ? '可在英文词中间' : ''),
  policy: (value) =>
    ({ plain: '照写才算', disguised: '谐音等也算', certain: '谐音等确凿才算' })[String(value)] ??
    '',
};

/** What stands beside a word, in Chinese: 须一字不差、叠字也算. */
export const flagWords = (flags: Readonly<Record<string, unknown>>): string =>
  Object.entries(flags)
    .map(([name, value]) => FLAGS[name]?.(value) ?? name)
    .filter((word) => word !== '')
    .join('、');
