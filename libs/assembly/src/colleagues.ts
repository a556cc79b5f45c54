import { permissionsOf, roleTitle, ROLE_CODES, type Role } from '@risk/access';
import type { StepRequest } from '@risk/alerting';
import { chinaDay, Invalid, type Clock } from '@risk/kit';
import type { ColleagueLine, PgColleagues } from '@risk/store';

/** Somebody of a unit who may work on alerts. */
export interface Colleague {
  readonly name: string;
  readonly titles: readonly string[];
}

/** Who of a unit may work on alerts. */
export class Colleagues {
  constructor(
    private readonly accounts: Pick<PgColleagues, 'of' | 'regionOf'>,
    private readonly clock: Clock,
  ) {}

  async of(unit: string): Promise<readonly Colleague[]> {
    const able = await this.able(unit);
    return able.map(({ name, roles }) => ({ name, titles: rolesIn(roles).map(roleTitle) }));
  }

  /** Refuses to entrust an alert to somebody who could not open it or do anything with it. */
  async refuseStranger({ kind, unit, alertId, toPerson }: StepRequest): Promise<void> {
    if (kind !== 'entrusted' || toPerson === null || toPerson === undefined) return;
    const person = (await this.able(unit)).find(({ name }) => name === toPerson);
    if (!person) throw new Invalid(`toPerson：本单位没有可以办理预警的“${toPerson}”`);
    const { regions } = person;
    if (regions === null) return;
    const region = await this.accounts.regionOf(alertId);
    if (region !== null && regions.includes(region)) return;
    throw new Invalid(`toPerson：本件不在“${toPerson}”可以看到的区域内`);
  }

  private async able(unit: string): Promise<readonly ColleagueLine[]> {
    const all = await this.accounts.of(unit, chinaDay(this.clock.now()));
    return all.filter(({ roles }) => permissionsOf(rolesIn(roles)).has('alerts.act'));
  }
}

const rolesIn = (codes: readonly string[]): Role[] =>
  ROLE_CODES.filter((role) => codes.includes(role));
