import { chinaTime } from '../shown/china-time.js';

/** When figures were counted, and of what. */
export function CountedNote({
  counted,
}: {
  readonly counted: { readonly countedAt: string | null; readonly isSample: boolean } | null;
}) {
  if (!counted) return null;
  if (counted.countedAt === null)
    return <p className="soft">触发记录和查准率正在统计，数据多时要几秒钟，请稍后刷新本页。</p>;
  return (
    <p className="soft">
      触发记录为全市近 30 天，查准率按近一年已有结论的预警计算（括号内为 95% 区间，结论少时很宽）；
      {chinaTime(counted.countedAt)} 统计。
      {counted.isSample && '目前只有样例城市的结论，仅作演示。'}
    </p>
  );
}
