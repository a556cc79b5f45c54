import { Module } from '@nestjs/common';
import { House } from '@risk/assembly';
import { AccountListsController } from './account-lists.controller.js';
import { AccountsController } from './accounts.controller.js';
import { AlertPagesController } from './alert-pages.controller.js';
import { AlertScreenController } from './alert-screen.controller.js';
import { AlertsController } from './alerts.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { AuditController } from './audit.controller.js';
import { BulletinPagesController } from './bulletin-pages.controller.js';
import { BulletinsController } from './bulletins.controller.js';
import { CasesController } from './cases.controller.js';
import { BuiltConsole } from './console/built-console.js';
import { ConsoleController } from './console.controller.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DutiesController } from './duties.controller.js';
import { EditionsController } from './editions.controller.js';
import { EntitiesController } from './entities.controller.js';
import { EntriesController } from './entries.controller.js';
import { FeedsController } from './feeds.controller.js';
import { HealthController } from './health.controller.js';
import { HandOversController } from './handovers.controller.js';
import { HomeController } from './home.controller.js';
import { NoticesController } from './notices.controller.js';
import { InboxController } from './inbox.controller.js';
import { IdentityController } from './identity.controller.js';
import { ImportsController } from './imports.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LiveAlerts } from './live/live-alerts.js';
import { LiveController } from './live/live.controller.js';
import { LettersController } from './letters.controller.js';
import { MeController } from './me.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { PlacesController } from './places.controller.js';
import { QueueController } from './queue/queue.controller.js';
import { ViewsController } from './queue/views.controller.js';
import { QuietController } from './quiet.controller.js';
import { BacktestsController } from './rules/backtests.controller.js';
import { EditionListController } from './rules/edition-list.controller.js';
import { DraftsController } from './rules/drafts.controller.js';
import { LexiconController } from './rules/lexicon.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { StrikesController } from './rules/strikes.controller.js';
import { ReportController } from './public/report.controller.js';
import { ReadingController } from './reading.controller.js';
import { SessionController } from './session.controller.js';
import { SituationController } from './situation.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SourcesController } from './sources.controller.js';
import { TipsController } from './tips.controller.js';
import { UnitPagesController } from './unit-pages.controller.js';
import { VerificationsController } from './verifications.controller.js';
import { VaultController } from './vault.controller.js';

/** Every controller; one line to add one. Each of its doors says who may pass (`access/permit.ts`). */
export const CONTROLLERS = [
  SignInController,
  SessionController,
  IdentityController,
  MeController,
  AccountListsController,
  AccountsController,
  PlacesController,
  ConsoleController,
  AuditController,
  SituationController,
  ReportController,
  TipsController,
  HealthController,
  FeedsController,
  // Before what reads one alert: its words are no ids.
  QueueController,
  LiveController,
  ViewsController,
  ReadingController,
  DeadLettersController,
  EntriesController,
  ImportsController,
  SourcesController,
  AlertsController,
  InboxController,
  DutiesController,
  QuietController,
  AlertScreenController,
  AttachmentsController,
  CasesController,
  EntitiesController,
  NoticesController,
  VerificationsController,
  HandOversController,
  LettersController,
  MeetingsController,
  LedgerController,
  BacktestsController,
  EditionListController,
  EditionsController,
  RulesController,
  LexiconController,
  StrikesController,
  DraftsController,
  VaultController,
  HomeController,
  AlertPagesController,
  UnitPagesController,
  BulletinsController,
  BulletinPagesController,
] as const;

/** The HTTP doors of the house. */
@Module({
  controllers: [...CONTROLLERS],
  providers: [
    { provide: BuiltConsole, useValue: BuiltConsole.besides(import.meta.url) },
    { provide: LiveAlerts, useFactory: (house: House) => new LiveAlerts(house), inject: [House] },
  ],
})
export class ApiModule {}
