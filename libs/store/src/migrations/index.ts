import { FoundTheHouse1795395600000 } from './20261123T0100-found-the-house.js';
import { KeepWhatPeopleDecide1795803300000 } from './20261127T1815-keep-what-people-decide.js';
import { RememberTies1795803600000 } from './20261127T1820-remember-ties.js';
import { KeepExactHistory1795804200000 } from './20261127T1830-keep-exact-history.js';
import { KeepTierCuts1795806000000 } from './20261127T1900-keep-tier-cuts.js';
import { GiveAlertsALife1795814400000 } from './20261127T2120-give-alerts-a-life.js';
import { WatchTheVault1795815000000 } from './20261127T2130-watch-the-vault.js';
import { KeepAttachments1795815300000 } from './20261127T2135-keep-attachments.js';
import { KeepCases1795815600000 } from './20261127T2140-keep-cases.js';
import { SettleNotices1795816200000 } from './20261127T2150-settle-notices.js';
import { KeepLetters1795816800000 } from './20261127T2200-keep-letters.js';
import { AnswerAsOfAMoment1795827600000 } from './20261128T0100-answer-as-of-a-moment.js';
import { KeepBulletins1795831200000 } from './20261128T0200-keep-bulletins.js';
import { GivePeopleAccounts1795863600000 } from './20261128T1100-give-people-accounts.js';
import { KeepAuditTrail1795867200000 } from './20261128T1200-keep-audit-trail.js';
import { ServeDesks1795881600000 } from './20261128T1600-serve-desks.js';
import { LetEditionsHaveWords1795888800000 } from './20261128T1800-let-editions-have-words.js';
import { QueueAlerts1795871400000 } from './20261128T1310-queue-alerts.js';
import { FindEntities1795878000000 } from './20261128T1500-find-entities.js';
import { CountEntities1795878600000 } from './20261128T1510-count-entities.js';
import { FindWhatAnAlertOwes1795874400000 } from './20261128T1400-find-what-an-alert-owes.js';
import { KeepImports1795885800000 } from './20261128T1710-keep-imports.js';
import { KeepTips1795892400000 } from './20261128T1900-keep-tips.js';
import { RescueAdministrators1795893000000 } from './20261128T1910-rescue-administrators.js';
import { FindAlertsByName1795903200000 } from './20261128T2200-find-alerts-by-name.js';
import { ReadALedger1795906800000 } from './20261128T2300-read-a-ledger.js';
import { FindNamesByPairs1795907400000 } from './20261128T2310-find-names-by-pairs.js';
import { LetMergedAlertsOwe1795910000000 } from './20261128T2340-let-merged-alerts-owe.js';
import { OweWhatFollows1795911000000 } from './20261129T0040-owe-what-follows.js';
import { TidyIndexes1795899600000 } from './20261128T2100-tidy-indexes.js';
import { CountWhatWaits1795896000000 } from './20261128T2000-count-what-waits.js';

/** Every migration, oldest first; never edited after it was released. */
export const migrations = [
  FoundTheHouse1795395600000,
  KeepWhatPeopleDecide1795803300000,
  RememberTies1795803600000,
  KeepExactHistory1795804200000,
  KeepTierCuts1795806000000,
  GiveAlertsALife1795814400000,
  WatchTheVault1795815000000,
  KeepAttachments1795815300000,
  KeepCases1795815600000,
  SettleNotices1795816200000,
  KeepLetters1795816800000,
  AnswerAsOfAMoment1795827600000,
  KeepBulletins1795831200000,
  GivePeopleAccounts1795863600000,
  KeepAuditTrail1795867200000,
  ServeDesks1795881600000,
  QueueAlerts1795871400000,
  FindEntities1795878000000,
  CountEntities1795878600000,
  FindWhatAnAlertOwes1795874400000,
  KeepImports1795885800000,
  LetEditionsHaveWords1795888800000,
  KeepTips1795892400000,
  RescueAdministrators1795893000000,
  CountWhatWaits1795896000000,
  TidyIndexes1795899600000,
  FindAlertsByName1795903200000,
  ReadALedger1795906800000,
  FindNamesByPairs1795907400000,
  LetMergedAlertsOwe1795910000000,
  OweWhatFollows1795911000000,
];
