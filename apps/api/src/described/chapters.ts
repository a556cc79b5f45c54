/** A chapter of the document: which doors stand in it, by the word after `/api/`. */
export interface Chapter {
  readonly code: string;
  readonly title: string;
  readonly words: readonly string[];
}

/** One line to add a chapter; a new word of addresses goes into one of them. */
export const CHAPTERS: readonly Chapter[] = [
  { code: 'feeds', title: '数据报送', words: ['feeds'] },
  {
    code: 'intake',
    title: '数据接入',
    words: [
      'dead-letters',
      'reconciliation',
      'sources',
      'entries',
      'imports',
      'licensed',
      'records',
      'tips',
    ],
  },
  {
    code: 'alerts',
    title: '预警',
    words: ['alerts', 'alert-views', 'silences', 'floods', 'hushed-alerts'],
  },
  { code: 'entities', title: '主体', words: ['entities', 'outcomes'] },
  {
    code: 'cases',
    title: '核查、移送、会议、文书',
    words: [
      ...['verifications', 'handovers', 'meetings', 'meeting-tasks', 'letters', 'attachments'],
      'vault',
    ],
  },
  { code: 'units', title: '成员单位和通知', words: ['units', 'duties', 'ledger', 'notices'] },
  { code: 'bulletins', title: '简报', words: ['bulletins'] },
  {
    code: 'rules',
    title: '规则和词库',
    words: ['rules', 'lexicon', 'codes', 'editions', 'drafts', 'try'],
  },
  {
    code: 'city',
    title: '态势和运行',
    words: ['situation', 'overview', 'calendar', 'house-state', 'health'],
  },
  {
    code: 'access',
    title: '登录、账号、审计',
    words: ['session', 'roles', 'places', 'accounts', 'sessions', 'tokens', 'audit'],
  },
  { code: 'documents', title: '接口文档', words: ['openapi.json', 'asyncapi.json'] },
];

/** The chapter of an address; a word that stands in none stops whoever describes it. */
export function chapterOf(path: string): Chapter {
  const word = path.split('/')[2] ?? '';
  const chapter = CHAPTERS.find(({ words }) => words.includes(word));
  if (!chapter) throw new Error(`no chapter of the document has ${path}: see chapters.ts`);
  return chapter;
}
