import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { House } from '@risk/assembly';
import { seesUnit, seesWholeCity } from '@risk/domain';
import { assertNever, Forbidden, NotFound, Unauthenticated } from '@risk/kit';
import { noteAtDoor, outcomeOf, subjectOf, toldOf } from './audit-door.js';
import { nameCaller, type Caller } from './caller.js';
import { must, refuseUnseen } from './must.js';
import { refuseUnsent } from './refuse-unsent.js';
import { CallerLimits } from '../limits/caller-limits.js';
import { DOOR_RULE, type DoorRule, type Reach } from './permit.js';
import { refuseForeignPages } from './refuse-foreign.js';
import { WhoCalls } from './who-calls.js';

/** The only place where it is decided who may pass which door, and to what. */
export class AccessGuard implements CanActivate {
  private readonly who: WhoCalls;
  private readonly limits: CallerLimits;

  constructor(
    private readonly house: House,
    private readonly reflector: Reflector,
  ) {
    this.who = new WhoCalls(house);
    this.limits = new CallerLimits(house.clock, house.engines.access.limits);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const rule = this.reflector.get<DoorRule | undefined>(DOOR_RULE, context.getHandler());
    // A door that says nothing is shut; the start refuses it already (doors-with-rules.ts).
    if (!rule) throw new NotFound('没有这个地址');
    refuseForeignPages(request);
    if ('open' in rule) return true;
    const caller = await this.who.run(request);
    if (!caller || (caller.session && caller.session.stage !== 'in'))
      throw new Unauthenticated('请先登录', { stage: caller?.session?.stage ?? null });
    this.limits.take(caller);
    nameCaller(request, caller);
    if ('everybody' in rule) return isPerson(caller);
    try {
      must(caller.person, rule.permission);
      await this.refuseUnseen(caller, rule.reach, request);
      return true;
    } catch (error) {
      const told = { ...toldOf(rule.permission, request), subject: subjectOf(rule.reach, request) };
      const { person } = caller;
      await noteAtDoor(this.house, request, { person, ...told, ...outcomeOf(error) });
      throw error;
    }
  }

  /** What is out of sight answers as if it did not exist. */
  private async refuseUnseen({ person }: Caller, reach: Reach, request: Request): Promise<void> {
    const { sight } = person;
    const asked = (param: string): string => String(request.params[param]);
    switch (reach.kind) {
      case 'among':
        await refuseUnseen(this.house, reach.what, asked(reach.param), person);
        return;
      case 'unit':
        if (seesUnit(sight, asked(reach.param))) return;
        throw new NotFound('没有找到');
      case 'message':
        await refuseUnsent(this.house, person, { unit: asked(reach.unit), id: asked(reach.param) });
        return;
      case 'city':
        if (seesWholeCity(sight)) return;
        throw new Forbidden('这一项涉及全市，只对可以看到全市的账号开放');
      case 'own':
      case 'nothing':
        return;
      default:
        assertNever(reach);
    }
  }
}

function isPerson({ session }: Caller): true {
  if (session) return true;
  throw new Forbidden('服务令牌只能报送数据');
}
