import type { z } from 'zod';
import { accountsForm, tokensForm } from '../account-lists.controller.js';
import { evidenceForm } from '../alert-screen.controller.js';
import { auditExportForm, auditForm } from '../audit.controller.js';
import { countForm, yearForm } from '../calendar.controller.js';
import { lettersForm } from '../dead-letters.controller.js';
import { bulletinForm } from '../desk-lists/bulletin-question.js';
import { dutyForm } from '../desk-lists/duty-question.js';
import { handOverForm } from '../desk-lists/hand-over-question.js';
import { inboxForm } from '../desk-lists/inbox-question.js';
import { ledgerDutiesForm, ledgerFindingsForm } from '../desk-lists/ledger-question.js';
import { importsForm } from '../import-list.js';
import { meetingForm } from '../desk-lists/meeting-question.js';
import { vaultLooksForm, vaultRequestsForm } from '../desk-lists/vault-question.js';
import { noticeForm } from '../desk-lists/notice-question.js';
import { floodForm, hushedForm, silenceForm } from '../desk-lists/quiet-question.js';
import { entitiesForm, momentForm, recordsForm, relationsForm } from '../entities.controller.js';
import { uploadForm } from '../imports.controller.js';
import { listingForm, takingForm } from '../licensed.controller.js';
import { newsForm } from '../live/live.controller.js';
import { queueForm } from '../queue/queue-form.js';
import { listOfChanges } from '../rules/backtests.controller.js';
import { editionsForm } from '../rules/edition-list.controller.js';
import { listOfWords } from '../rules/lexicon.controller.js';
import { listOfRules } from '../rules/rules.controller.js';
import { listOfStrikes } from '../rules/strikes.controller.js';
import { spanForm } from '../situation.controller.js';
import { lineForm, sourceForm } from '../sources.controller.js';
import { tipsForm } from '../tips.controller.js';

/** The form by which a door reads its question; a list and its export are asked alike. One line a door. */
const QUESTIONS: Readonly<Record<string, z.ZodObject>> = {
  'get /api/accounts': accountsForm,
  'get /api/alerts': queueForm,
  'get /api/alerts/news': newsForm,
  'get /api/alerts/{id}/evidence': evidenceForm,
  'get /api/audit': auditForm,
  'get /api/audit/export': auditExportForm,
  'get /api/bulletins': bulletinForm,
  'get /api/calendar': yearForm,
  'get /api/calendar/count': countForm,
  'get /api/codes/{code}/strikes': listOfStrikes,
  'get /api/dead-letters': lettersForm,
  'get /api/duties': dutyForm,
  'get /api/editions': editionsForm,
  'get /api/editions/{id}/backtest/changes': listOfChanges,
  'get /api/entities': entitiesForm,
  'get /api/entities/{id}/at': momentForm,
  'get /api/entities/{id}/records': recordsForm,
  'get /api/entities/{id}/relations': relationsForm,
  'get /api/floods': floodForm,
  'get /api/handovers': handOverForm,
  'get /api/hushed-alerts': hushedForm,
  'get /api/imports': importsForm,
  'get /api/ledger/duties': ledgerDutiesForm,
  'get /api/ledger/findings': ledgerFindingsForm,
  'get /api/lexicon': listOfWords,
  'get /api/meetings': meetingForm,
  'get /api/notices': noticeForm,
  'get /api/reconciliation/lines': lineForm,
  'get /api/rules': listOfRules,
  'get /api/silences': silenceForm,
  'get /api/situation': spanForm,
  'get /api/situation/lead-time': spanForm,
  'get /api/sources': sourceForm,
  'get /api/tips': tipsForm,
  'get /api/tokens': tokensForm,
  'get /api/units/{code}/inbox': inboxForm,
  'get /api/vault/looks': vaultLooksForm,
  'get /api/vault/requests': vaultRequestsForm,
  'post /api/imports': uploadForm,
  'post /api/licensed/import': takingForm,
  'post /api/licensed/preview': listingForm,
};

const EXPORT = '/export';

/** What somebody may ask of a door, or nothing when no form reads it; a file has no pages. */
export function questionOf(door: string): z.ZodObject | null {
  const own = QUESTIONS[door];
  if (own || !door.endsWith(EXPORT)) return own ?? null;
  return QUESTIONS[door.slice(0, -EXPORT.length)]?.omit({ limit: true, after: true }) ?? null;
}
