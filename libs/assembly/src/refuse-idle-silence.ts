import type { SilenceRequest } from '@risk/alerting';
import { Invalid } from '@risk/kit';
import type { Engines } from './compile-engines.js';

/** Refuses a silence that could never hold anything back: nobody would notice that it does nothing. */
export function refuseIdleSilence(
  { routing, judging }: Pick<Engines, 'routing' | 'judging'>,
  { region, code }: Pick<SilenceRequest, 'region' | 'code'>,
): void {
  const { city, counties, zones } = routing.regions;
  const zone = zones.find((one) => one.code === region);
  if (zone)
    throw new Invalid(
      `region：${zone.name}是园区，预警按注册地的县市区认定，静默请写县市区代码或主体编号`,
    );
  if (region === city.code)
    throw new Invalid(`region：${city.name}是全市，静默请写县市区代码，或者只写类型、代码`);
  if (region !== null && !counties.some((one) => one.code === region))
    throw new Invalid(`region：没有县市区“${region}”，可用：${counties.map(named).join('、')}`);
  if (code !== null && !judging.codes.has(code))
    throw new Invalid(`code：现行规则和词库里没有代码“${code}”`);
}

const named = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  `${code} ${name}`;
