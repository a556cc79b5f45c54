import { Router, type Addressee, type EntityVerdict } from '@risk/alerting';
import { ELEMENTS, type Tier } from '@risk/domain';
import { findRoute, scheduleSteps, unitOf, type RoutingTree } from '@risk/routing';

/** Lets the routing tree of the city decide who is told of a verdict. */
export class RouteVerdict extends Router {
  constructor(private readonly tree: RoutingTree) {
    super();
  }

  addresseesOf(verdict: EntityVerdict, tier: Tier, at: Date): readonly Addressee[] {
    const { index, name, regionCode, address, businessAddress, feeds } = verdict;
    const route = findRoute(this.tree, {
      scheme: index.scheme,
      tier,
      elements: ELEMENTS.filter((e) => index.elements[e]),
      amount: verdict.complaintAmount,
      people: verdict.complaintPeople,
      feeds,
      name,
      regionCode,
      address,
      businessAddress,
    });
    return scheduleSteps(route, at, this.tree).map((step) => {
      const unit = unitOf(this.tree.units, step.unit);
      const recipient = {
        key: `${step.unit}/liaison`,
        title: '联络员',
        email: unit?.email ?? null,
      };
      return {
        ...step,
        unitName: unit?.name ?? step.unit,
        acknowledgeBy: null,
        contacts: [{ ...recipient, channels: ['email', 'inbox'] }],
      };
    });
  }
}
