import { namesReporter, type KnownReporters } from '@risk/cases';
import type { Signature } from '@risk/domain';
import { Invalid } from '@risk/kit';
import type { AlertSubject } from '@risk/store';
import type { AlertDesk } from './alert-desk.js';

/** Who reported, and whom alerts are about. */
interface Knowledge {
  readonly reporters: KnownReporters;
  readonly subjects: { of(alertIds: readonly string[]): Promise<readonly AlertSubject[]> };
}

/**
 * The desk of alerts that takes no words in which somebody who reported can be recognised: every unit that was told of an
 * alert reads its log. What the public register tells anyway may be said; the refusal never repeats what it found.
 */
export function guardReporters(desk: AlertDesk, { reporters, subjects }: Knowledge): AlertDesk {
  const refuse = async (alertIds: readonly string[], { because }: Signature): Promise<void> => {
    const about = await subjects.of(alertIds);
    const known = await reporters.of(about.map(({ entityId }) => entityId));
    const registered = about.flatMap((one) => one.registered);
    if (namesReporter(because, known, registered))
      throw new Invalid(
        'because：含有举报人的姓名、电话或证件号。办理记录各有关单位都能看到，请改写（可写“举报人”）',
      );
  };
  return {
    ...desk,
    step: async (tx, request) => {
      await refuse([request.alertId], request);
      return desk.step(tx, request);
    },
    take: async (request) => {
      await refuse([request.alertId], request);
      return desk.take(request);
    },
    merge: async (request) => {
      await refuse([request.alertId, request.intoId], request);
      return desk.merge(request);
    },
    unmerge: async (request) => {
      await refuse([request.alertId], request);
      return desk.unmerge(request);
    },
  };
}
