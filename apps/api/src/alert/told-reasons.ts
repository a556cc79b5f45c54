import { reasonCard, type Judging } from '@risk/assembly';
import { ELEMENTS, type IndexReason, type LegalElement, type RiskIndex } from '@risk/domain';

/** A reason of an index with what it is called and what it rests on. */
export interface ToldReason extends IndexReason {
  readonly title: string;
  readonly engine: string;
  readonly bases: readonly string[];
  readonly elements: readonly LegalElement[];
}

/** One element of the law: whether it is touched, and by which reasons. */
export interface TouchedElement {
  readonly element: LegalElement;
  readonly touched: boolean;
  readonly by: readonly { readonly code: string; readonly title: string }[];
}

/** The reasons, strongest first, each with its card. */
export const toldReasons = (judging: Judging, { reasons }: RiskIndex): ToldReason[] =>
  reasons.map((reason) => ({ ...reason, ...reasonCard(judging, reason.code) }));

/** All four elements, always: what is not touched is said too. */
export const touchedElements = (
  { elements }: RiskIndex,
  reasons: readonly ToldReason[],
): TouchedElement[] =>
  ELEMENTS.map((element) => ({
    element,
    touched: elements[element],
    by: reasons
      .filter((reason) => elements[element] && reason.elements.includes(element))
      .map(({ code, title }) => ({ code, title })),
  }));
