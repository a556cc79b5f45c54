/** The colour of a tier as a surface or a line, which never stands alone: the word is always beside it. */
export const TIER_COLOURS: Readonly<Record<'red' | 'orange' | 'yellow' | 'blue' | 'none', string>> =
  {
    red: '#c62828',
    orange: '#d9730d',
    yellow: '#c9a400',
    blue: '#2f6fb5',
    none: '#8a94a3',
  };
