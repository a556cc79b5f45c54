import { loadSamples, samplesLoaded, type House } from '@risk/assembly';
import type { ProgressBar } from './progress-bar.js';

/** Loads the sample feeds on the first start, unless they are switched off or were loaded before. */
export async function playSamples(
  house: House,
  bar: ProgressBar,
  say: (line: string) => void,
): Promise<void> {
  if (!house.environment.samples || (await samplesLoaded(house))) return;
  say('首次启动：正在按日期播放样例数据（单位、人员均为虚构）……');
  const report = await loadSamples(house, (done, of, day) => {
    bar.show(done, of, day);
  });
  bar.end();
  say(
    `样例已载入：收到 ${report.received} 条，入库 ${report.stored} 条，重复 ${report.duplicate} 条，死信 ${report.deadLettered} 条，触发预警 ${report.raised} 件`,
  );
}
