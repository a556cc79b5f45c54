/** How a round of sending went. */
export interface DeliveryRound {
  readonly sent: number;
  readonly retried: number;
  readonly refused: number;
  readonly unknown: number;
  /** No longer true when their turn came. */
  readonly moot: number;
  /** Untouched, because their channel is down. */
  readonly held: number;
}

export const NO_ROUND: DeliveryRound = {
  sent: 0,
  retried: 0,
  refused: 0,
  unknown: 0,
  moot: 0,
  held: 0,
};

/** What became of one notice in a round; `lost` is another sender's by now. */
export type Fate = keyof DeliveryRound | 'lost';

/** A round with some more fates. */
export const withFates = (round: DeliveryRound, fates: readonly Fate[]): DeliveryRound =>
  fates.reduce((sum, fate) => (fate === 'lost' ? sum : { ...sum, [fate]: sum[fate] + 1 }), round);

/** Several rounds as one. */
export const sumOfRounds = (rounds: readonly DeliveryRound[]): DeliveryRound =>
  rounds.reduce(
    (sum, round) => ({
      sent: sum.sent + round.sent,
      retried: sum.retried + round.retried,
      refused: sum.refused + round.refused,
      unknown: sum.unknown + round.unknown,
      moot: sum.moot + round.moot,
      held: sum.held + round.held,
    }),
    NO_ROUND,
  );
