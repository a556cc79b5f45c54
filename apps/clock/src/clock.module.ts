import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DeliverJob } from './deliver.job.js';
import { PublishJob } from './publish.job.js';
import { PollTablesJob } from './poll-tables.job.js';
import { ShadowJob } from './shadow.job.js';
import { WatchSilenceJob } from './watch-silence.job.js';

/** What happens by itself as time goes by. A tick is only a hint: due work is found in the database. */
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [DeliverJob, PublishJob, PollTablesJob, ShadowJob, WatchSilenceJob],
})
export class ClockModule {}
