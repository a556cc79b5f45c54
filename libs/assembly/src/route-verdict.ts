import { Router, type Addressee, type EntityVerdict } from '@risk/alerting';
import { ELEMENTS, type Tier } from '@risk/domain';
import { contactsOf, findRoute, scheduleSteps, type RoutingTree } from '@risk/routing';

/** Lets the routing tree of the city decide who is told of a verdict. */
export class RouteVerdict extends Router {
  constructor(private readonly tree: RoutingTree) {
    super();
  }

  addresseesOf(verdict: EntityVerdict, tier: Tier, at: Date): readonly Addressee[] {
    const { index, name, regionCode, address, businessAddress, feeds, media, heardFrom } = verdict;
    const route = findRoute(this.tree, {
      scheme: index.scheme,
      tier,
      elements: ELEMENTS.filter((e) => index.elements[e]),
      codes: index.reasons.map(({ code }) => code),
      amount: verdict.complaintAmount,
      people: verdict.complaintPeople,
      feeds,
      media,
      heardFrom,
      name,
      regionCode,
      address,
      businessAddress,
    });
    return scheduleSteps(route, at, this.tree).map(
      ({ unit, unitName, role, because, acknowledgeBy, dueAt, waits }) => ({
        unit,
        unitName,
        role,
        because,
        acknowledgeBy,
        dueAt,
        waits,
        contacts: contactsOf(this.tree, unit, 'liaison'),
      }),
    );
  }
}
