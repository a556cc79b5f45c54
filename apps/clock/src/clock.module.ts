import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { JOBS } from './jobs.js';
import { PublishJob } from './publish.job.js';

/** What happens by itself as time goes by. */
@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [...JOBS, PublishJob],
})
export class ClockModule {}
