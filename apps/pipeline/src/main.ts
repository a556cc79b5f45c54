import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { HouseModule, serve } from '@risk/assembly';
import { Invalid } from '@risk/kit';
import { PipelineModule } from './pipeline.module.js';

await serve('risk-pipeline', async (house) => {
  if (house.environment.kafkaBrokers === null)
    throw new Invalid('流水线从 Kafka 读取：请设置 KAFKA_BROKERS');
  const app = await NestFactory.createApplicationContext(
    HouseModule.around(house, PipelineModule),
    {
      logger: false,
      abortOnError: false,
    },
  );
  process.stdout.write('ready pipeline\n');
  return { stop: () => app.close() };
});
