import { Module } from '@nestjs/common';
import { CasesController } from './cases.controller.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { EditionsController } from './editions.controller.js';
import { FeedsController } from './feeds.controller.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { ReadingController } from './reading.controller.js';
import { VaultController } from './vault.controller.js';

/** The HTTP doors of the house. */
@Module({
  controllers: [
    HealthController,
    FeedsController,
    ReadingController,
    DeadLettersController,
    CasesController,
    EditionsController,
    VaultController,
    HomeController,
  ],
})
export class ApiModule {}
