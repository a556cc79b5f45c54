import { stageName, type AlertStage } from '@risk/domain';
import type { AgendaFacts } from '../letters/facts.js';
import { maskedText } from '../letters/masked-text.js';
import { whatIsOwed } from '../meeting/agenda.js';
import { meetingEnds, type KnownOfMeeting } from './known-of-meeting.js';
import type { AgendaSaid } from './said.js';
import { keptUnit } from './unit-words.js';

/** Facts for the agenda: what was open when the meeting was prepared. */
export function agendaFacts(known: KnownOfMeeting, said: AgendaSaid): AgendaFacts {
  const { matters } = known.meeting;
  const { reporters } = known;
  const unitName = (unit: string): string => keptUnit(known.units, unit);
  return {
    ...meetingEnds(known, said),
    reds: matters.reds.map(({ alertId, entityName: name, stage, raisedAt }) => ({
      alert: alertId,
      name,
      region: known.regionOf(alertId),
      raisedAt,
      lead: known.leadOf(alertId),
      status: stageName(stage as AlertStage),
    })),
    overdue: matters.overdue.map(({ unit, alertId, entityName, dueAt, ...owed }) => ({
      unit: unitName(unit),
      alert: alertId ?? '无',
      name: entityName ?? '无',
      what: whatIsOwed(owed),
      dueAt,
    })),
    disputes: matters.disputes.map(({ entityName: name, unit, because }) => ({
      name,
      units: [unitName(unit)],
      about: maskedText(because, reporters),
    })),
    receipts: matters.receipts.map(({ alertId, entityName: name, unit, handedOverAt, dueAt }) => ({
      alert: alertId,
      name,
      unit: unitName(unit),
      handedOverAt,
      dueAt,
    })),
    others: said.others,
  };
}
