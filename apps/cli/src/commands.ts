import type { Command } from './command.js';

/** A command by name; its code is loaded only when it is called, so that each starts fast. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command of `risk`; one line to add one. */
export const COMMANDS: readonly CommandEntry[] = [
  entry(
    'assess',
    '评估文本或登记记录，输出分数、等级和理由（不需要数据库）',
    async () => (await import('./commands/assess.js')).assessCommand,
  ),
  entry(
    'scan',
    '只用关键词引擎扫描文本（不需要数据库）',
    async () => (await import('./commands/scan.js')).scanCommand,
  ),
  entry(
    'names',
    '比较两个名称是否同一主体（不需要数据库）',
    async () => (await import('./commands/names.js')).namesCommand,
  ),
  entry(
    'codes',
    '核对统一社会信用代码（不需要数据库）',
    async () => (await import('./commands/codes.js')).codesCommand,
  ),
  entry(
    'route',
    '说明一件预警会送给谁、为什么（不需要数据库）',
    async () => (await import('./commands/route.js')).routeCommand,
  ),
  entry(
    'check',
    '检查配置目录（不需要数据库）',
    async () => (await import('./commands/check.js')).checkCommand,
  ),
  entry(
    'evaluate',
    '用现行版本评测数据集（不需要数据库）',
    async () => (await import('./commands/evaluate.js')).evaluateCommand,
  ),
  entry(
    'train',
    '训练分类模型（不需要数据库）',
    async () => (await import('./commands/train.js')).trainCommand,
  ),
  entry(
    'schemas',
    '生成数据接口的 JSON Schema、AsyncAPI 和 OpenAPI 文档',
    async () => (await import('./commands/schemas.js')).schemasCommand,
  ),
  entry(
    'import',
    '导入 CSV、XLSX 或 JSONL 文件',
    async () => (await import('./commands/import.js')).importCommand,
  ),
  entry(
    'licensed',
    '把监管部门公布的持牌机构名录并入 config/licensed.yaml（不需要数据库）',
    async () => (await import('./commands/licensed.js')).licensedCommand,
  ),
  entry(
    'explain',
    '说明一条记录怎样得出结论',
    async () => (await import('./commands/explain.js')).explainCommand,
  ),
  entry(
    'alert',
    '预警的处置：签收、核查、反馈、改派、排除、办结、合并',
    async () => (await import('./commands/alert.js')).alertCommand,
  ),
  entry(
    'silence',
    '静默：一段时间里不为某些预警打扰单位',
    async () => (await import('./commands/silence.js')).silenceCommand,
  ),
  entry(
    'flood',
    '新规则引发过多而暂停发送的预警：放行或不发',
    async () => (await import('./commands/silence.js')).floodCommand,
  ),
  entry('tier', '人工定级或撤回', async () => (await import('./commands/tier.js')).tierCommand),
  entry(
    'outcome',
    '记录、列出核查结论，统计查准率和提前量',
    async () => (await import('./commands/outcome.js')).outcomeCommand,
  ),
  entry(
    'case',
    '核查任务：提出、记录、结案',
    async () => (await import('./commands/case.js')).caseCommand,
  ),
  entry(
    'attach',
    '预警的附件：添加、列出、取出',
    async () => (await import('./commands/attach.js')).attachCommand,
  ),
  entry(
    'letter',
    '法定文书：起草、签发、列出、取出',
    async () => (await import('./commands/letter.js')).letterCommand,
  ),
  entry(
    'credit',
    '信用记录：把行政处罚报送信用郴州',
    async () => (await import('./commands/credit.js')).creditCommand,
  ),
  entry(
    'handover',
    '移送公安机关和回执',
    async () => (await import('./commands/handover.js')).handoverCommand,
  ),
  entry(
    'bulletin',
    '简报：日报、周报、月报、季报、专报',
    async () => (await import('./commands/bulletin.js')).bulletinCommand,
  ),
  entry(
    'meeting',
    '联席会议：议题、决定、任务',
    async () => (await import('./commands/meeting.js')).meetingCommand,
  ),
  entry(
    'ledger',
    '各单位履职台账',
    async () => (await import('./commands/ledger.js')).ledgerCommand,
  ),
  entry(
    'backtest',
    '用已存的记录比较现行规则和另一套规则',
    async () => (await import('./commands/backtest.js')).backtestCommand,
  ),
  entry(
    'edition',
    '规则版本：起草、回测、影子运行、发布、退回',
    async () => (await import('./commands/edition.js')).editionCommand,
  ),
  entry(
    'rescore',
    '按任一时刻、任一版本重新计算一个主体的指数',
    async () => (await import('./commands/rescore.js')).rescoreCommand,
  ),
  entry(
    'reconcile',
    '核对每日账目：接收＝入库＋重复＋死信',
    async () => (await import('./commands/reconcile.js')).reconcileCommand,
  ),
  entry(
    'dead-letters',
    '列出或重放不能使用的数据',
    async () => (await import('./commands/dead-letters.js')).deadLettersCommand,
  ),
  entry(
    'notices',
    '列出通知，查看实际说了什么，处理不明的通知',
    async () => (await import('./commands/notices.js')).noticesCommand,
  ),
  entry(
    'vault',
    '保险箱：密钥轮换，经第二人批准查看举报人',
    async () => (await import('./commands/vault.js')).vaultCommand,
  ),
  entry(
    'access',
    '账号：没有可用的管理员时，在本机取得一次性验证码',
    async () => (await import('./commands/access.js')).accessCommand,
  ),
  entry(
    'audit',
    '审计账：核验、导出、留检查点',
    async () => (await import('./commands/audit.js')).auditCommand,
  ),
  entry(
    'samples',
    '载入或清除样例数据',
    async () => (await import('./commands/samples.js')).samplesCommand,
  ),
  entry(
    'migrate',
    '建立或升级数据库表',
    async () => (await import('./commands/migrate.js')).migrateCommand,
  ),
  entry(
    'topics',
    '建立 Kafka 主题',
    async () => (await import('./commands/topics.js')).topicsCommand,
  ),
];

function entry(name: string, summary: string, load: CommandEntry['load']): CommandEntry {
  return { name, summary, load };
}
