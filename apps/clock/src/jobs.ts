import { Cron, Interval } from '@nestjs/schedule';
import { repeatedJob, type RepeatedWork } from './repeated-job.js';

const CHINA = { timeZone: 'Asia/Shanghai' };

/** What is done by itself as time goes by; one entry to add one. A tick is only a hint: due work is found in the database. */
const WORK: readonly RepeatedWork[] = [
  // Sends what lies due in the outbox.
  { name: 'deliver', when: Interval(100), run: (house) => house.deliver.start() },
  // Reminds units of what they owe, and calls higher ones when it is overdue.
  { name: 'nudge', when: Interval(10_000), run: (house) => house.alerts.nudge.run() },
  // Keeps since when each code can be raised with.
  {
    name: 'note-debuts',
    when: Interval(5_000),
    run: (house) => house.noteDebuts.run(),
    atStart: true,
  },
  // Tells what was held back as soon as its cause ended.
  { name: 'tell-hushed', when: Interval(5_000), run: (house) => house.alerts.tellHushed.run() },
  // Makes digests of small notices.
  { name: 'gather-digests', when: Interval(15_000), run: (house) => house.notices.gather() },
  // Says which channels are down and how many notices have an unknown fate.
  { name: 'watch-delivery', when: Interval(5_000), run: (house) => house.notices.watch.run() },
  // Reads what changed in front-end tables (库表交换).
  { name: 'poll-tables', when: Interval(5_000), run: (house) => house.pollTables.run() },
  // Makes bulletins that fell due, each once, and tries again those that are not whole.
  {
    name: 'compose-bulletins',
    when: Cron('10 * * * * *', CHINA),
    run: (house) => house.bulletins.composeDue(),
  },
  // Says which feeds fell silent.
  {
    name: 'watch-silence',
    when: Cron('0 */5 * * * *', CHINA),
    run: (house) => house.watchSilence.run(),
  },
  // Lets editions of the rules that run in shadow look at what came in.
  { name: 'shadow', when: Interval(5_000), run: (house) => house.editions.shadows.run() },
  // Computes indices anew once a day and when rules, scoring or the register of licences changed; the run itself knows whether that is due.
  { name: 'refresh', when: Interval(60_000), run: (house) => house.refreshIndices.run() },
  // Sees to it that the tiers keep to what the office can handle; the look itself knows when it is time to count.
  {
    name: 'keep-within-capacity',
    when: Interval(5_000),
    run: (house) => house.keepWithinCapacity.look(),
  },
  // Says which entries of the register end: at the start and every ten minutes, so also just after midnight.
  {
    name: 'watch-licences',
    when: Cron('5 */10 * * * *', CHINA),
    run: (house) => house.watchLicences.run(),
    atStart: true,
  },
  // Goes on with imports that a restart cut off.
  {
    name: 'tend-imports',
    when: Interval(15_000),
    run: (house) => house.intake.imports.tend(),
    atStart: true,
  },
  // Removes files and results of imports that were kept long enough.
  {
    name: 'sweep-imports',
    when: Cron('45 */10 * * * *', CHINA),
    run: (house) => house.intake.imports.sweep(),
    atStart: true,
  },
  // Keeps a checkpoint of the audit trail once a day, beside it and outside the database; the file there knows whether it is due.
  {
    name: 'keep-audit-checkpoint',
    when: Cron('30 */10 * * * *', CHINA),
    run: (house) => house.audit.daily.run(),
    atStart: true,
  },
];

export const JOBS = WORK.map(repeatedJob);
