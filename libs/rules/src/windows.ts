import type { EntityFacts, WindowCount } from '@risk/domain';

/** Days of a window and the name of its figure. */
export const WINDOW_DAYS = { 7: 'd7', 30: 'd30', 90: 'd90' } as const satisfies Record<
  number,
  keyof WindowCount
>;
export type Days = keyof typeof WINDOW_DAYS;

/** A window of EntityFacts: what it counts or adds up, and in what unit. */
interface WindowSpec {
  readonly label: string;
  readonly unit: string;
}

const counted = (label: string, unit: string): WindowSpec => ({ label, unit });
type Named = Readonly<Partial<Record<keyof EntityFacts, WindowSpec>>>;

/** Windows that count something; one line to add one. */
export const COUNTS = {
  complaints: counted('投诉举报件数', '件'),
  complainants: counted('投诉举报人数', '人'),
  recentRegions: counted('投诉来源县市区数', '个'),
  advertisements: counted('广告条数', '条'),
  changes: counted('登记变更次数', '次'),
  newAffiliates: counted('新设关联主体数', '个'),
  newBranches: counted('新设分支机构数', '个'),
  newAtPhone: counted('同电话新设主体数', '个'),
  newAtAddress: counted('同地址新设主体数', '个'),
  relatedComplainants: counted('关联主体投诉举报人数', '人'),
  complainantsAtPhone: counted('同电话主体投诉举报人数', '人'),
  complainantsAtAddress: counted('同地址主体投诉举报人数', '人'),
  relatedAdvertisements: counted('关联主体广告条数', '条'),
} as const satisfies Named;

/** Windows that add up yuan. */
export const SUMS = {
  complaintSums: { label: '投诉涉及金额', unit: '元' },
} as const satisfies Named;

export type CountName = keyof typeof COUNTS;
export type SumName = keyof typeof SUMS;
export type WindowName = CountName | SumName;

const WINDOWS: Readonly<Record<WindowName, WindowSpec>> = { ...COUNTS, ...SUMS };

/** `近30天投诉举报件数`. */
export const windowLabel = (name: WindowName, days: number): string =>
  `近${days}天${WINDOWS[name].label}`;
export const windowUnit = (name: WindowName): string => WINDOWS[name].unit;

/** Every window of every length: `['newAffiliates.d90', …]`, as fields for sentences and numbers. */
export const windowFigures = (): { name: string; label: string; unit: string }[] =>
  (Object.keys(WINDOWS) as WindowName[]).flatMap((name) =>
    Object.entries(WINDOW_DAYS).map(([days, key]) => ({
      name: `${name}.${key}`,
      label: windowLabel(name, Number(days)),
      unit: windowUnit(name),
    })),
  );
