import { expect, it } from '@jest/globals';
import { NOTICE_STATES, noticeStateName, STEP_KINDS, stepTitle } from '@risk/alerting';
import { agendaKindName } from '@risk/cases';
import { bulletinStepName } from '@risk/bulletins';
import { BULLETIN_KINDS, BULLETIN_STATES, bulletinName, bulletinStateName } from '@risk/domain';
import type * as bulletins from '../../../console/src/api/bulletins.js';
import type * as vault from '../../../console/src/api/vault.js';
import type * as inbox from '../../../console/src/api/inbox.js';
import type { Listed } from '../../../console/src/api/listed.js';
import type * as meetings from '../../../console/src/api/meetings.js';
import type * as notices from '../../../console/src/api/notices.js';
import {
  bulletinStep,
  KIND_WORDS,
  STATE_WORDS,
} from '../../../console/src/bulletins/bulletin-words.js';
import { stepWord } from '../../../console/src/desk/desk-words.js';
import { agendaKind } from '../../../console/src/meetings/agenda-words.js';
import { causeWord, noticeStateWord } from '../../../console/src/notices/notice-words.js';
import type { AlertsController } from '../alerts.controller.js';
import type { BulletinsController } from '../bulletins.controller.js';
import type { DutiesController } from '../duties.controller.js';
import type { HandOversController } from '../handovers.controller.js';
import type { InboxController } from '../inbox.controller.js';
import type { VaultController } from '../vault.controller.js';
import type { LedgerController } from '../ledger.controller.js';
import type { MeetingsController } from '../meetings.controller.js';
import type { NoticesController } from '../notices.controller.js';
import { causeName } from '../pages/words.js';
import type { QuietController } from '../quiet.controller.js';
import type { ReadingController } from '../reading.controller.js';
import type { VerificationsController } from '../verifications.controller.js';
import type { Agrees, Answer } from './wire.js';

/** Held by the compiler: what a door answers is what the workbench reads there. */
interface Doors {
  readonly units: [Answer<InboxController['units']>, readonly inbox.UnitLine[]];
  readonly inbox: [Answer<InboxController['list']>, Listed<inbox.InboxLine>];
  readonly message: [Answer<InboxController['one']>, inbox.InboxMessage];
  readonly duties: [Answer<DutiesController['list']>, Listed<inbox.NamedDuty>];
  readonly life: [Answer<AlertsController['life']>, inbox.AlertLifeFacts];
  readonly alert: [Answer<ReadingController['alert']>, inbox.AlertHead];
  readonly verifications: [
    Answer<VerificationsController['ofAlert']>,
    readonly inbox.VerificationFacts[],
  ];
  readonly handOvers: [Answer<HandOversController['list']>, Listed<inbox.HandOverLine>];
  readonly handOver: [Answer<HandOversController['one']>, inbox.HandOverFacts];
  readonly meetings: [Answer<MeetingsController['list']>, Listed<meetings.MeetingLine>];
  readonly meeting: [Answer<MeetingsController['one']>, meetings.MeetingFacts];
  readonly prepared: [Answer<MeetingsController['prepare']>, meetings.MeetingFacts];
  readonly agenda: [Answer<MeetingsController['agenda']>, meetings.AgendaPreview];
  readonly ledger: [Answer<LedgerController['ledger']>, meetings.LedgerFacts];
  readonly behind: [Answer<LedgerController['duties']>, Listed<inbox.NamedDuty>];
  readonly findings: [Answer<LedgerController['findings']>, Listed<meetings.FindingLine>];
  readonly notices: [Answer<NoticesController['list']>, Listed<notices.NoticeLine>];
  readonly notice: [Answer<NoticesController['one']>, notices.NoticeFacts];
  readonly silences: [Answer<QuietController['silences']>, Listed<notices.SilenceLine>];
  readonly choices: [Answer<QuietController['choices']>, notices.SilenceChoices];
  readonly floods: [Answer<QuietController['floods']>, Listed<notices.FloodLine>];
  readonly hushed: [Answer<QuietController['hushed']>, Listed<notices.HushedLine>];
  readonly bulletins: [Answer<BulletinsController['list']>, Listed<bulletins.BulletinLine>];
  readonly bulletin: [Answer<BulletinsController['one']>, bulletins.BulletinFacts];
  readonly vaultRequests: [Answer<VaultController['requests']>, Listed<vault.VaultRequestLine>];
  readonly vaultLooks: [Answer<VaultController['looks']>, Listed<vault.VaultLookLine>];
  readonly seen: [Answer<VaultController['look']>, readonly vault.SeenReporter[]];
  readonly upcoming: [Answer<BulletinsController['upcoming']>, readonly bulletins.UpcomingIssue[]];
}
const DOORS: { readonly [Door in keyof Doors]: Agrees<Doors[Door]> } = {
  ...{ units: true, inbox: true, message: true, duties: true, life: true, alert: true },
  ...{ verifications: true, handOvers: true, handOver: true, meetings: true, meeting: true },
  ...{ prepared: true, agenda: true, ledger: true, behind: true, findings: true },
  ...{ notices: true, notice: true, silences: true, choices: true, floods: true, hushed: true },
  ...{ bulletins: true, bulletin: true, upcoming: true },
  ...{ vaultRequests: true, vaultLooks: true, seen: true },
};

it('the desks read what their doors answer', () => {
  expect(Object.values(DOORS).every(Boolean)).toBe(true);
});

const STEPS = [
  ...(['composed', 'recomposed', 'reviewed', 'returned', 'signed', 'issued', 'withdrawn'] as const),
];
const CAUSES = ['silence', 'flood', 'inhibited', 'merged', 'unsaid'];

it.each<[string, readonly string[], (code: never) => string, (code: never) => string]>([
  ['steps', STEP_KINDS, stepTitle, stepWord],
  ['states of notices', NOTICE_STATES, noticeStateName, noticeStateWord],
  ['causes', CAUSES, causeName, causeWord],
  ['agendas', ['red', 'dispute', 'overdue', 'receipt'], agendaKindName, agendaKind],
  ['bulletins', BULLETIN_KINDS, bulletinName, (code) => KIND_WORDS[code]],
  ['states of bulletins', BULLETIN_STATES, bulletinStateName, (code) => STATE_WORDS[code]],
  ['steps of bulletins', STEPS, bulletinStepName, bulletinStep],
])('the desks call %s as the house does', (_what, codes, said, shown) => {
  expect(codes.map((code) => shown(code as never))).toEqual(
    codes.map((code) => said(code as never)),
  );
});
