import { describe, expect, it } from '@jest/globals';
import { Log, minutes } from '@risk/kit';
import { FakeClock } from '../../kit/src/testing/fake-clock.js';
import { SparingLog } from './sparing-log.js';

class Lines extends Log {
  readonly said: string[] = [];
  private readonly say =
    (level: string) =>
    (sentence: string, facts: object = {}): void => {
      this.said.push(`${level} ${sentence} ${JSON.stringify(facts)}`);
    };
  override error = this.say('error');
  override warn = this.say('warn');
  override info = this.say('info');
}

describe('a sparing log', () => {
  it('says the same sentence once a minute and counts what it held back', () => {
    const [lines, clock] = [new Lines(), new FakeClock()];
    const log = new SparingLog(lines, clock);
    for (let second = 0; second < 120; second += 1) {
      log.warn('连不上 Kafka', { second });
      clock.advance(1_000);
    }
    expect(lines.said).toEqual([
      'warn 连不上 Kafka {"second":0}',
      'warn 连不上 Kafka {"second":60,"heldBack":59}',
    ]);
  });

  it('does not hold back other sentences, nor the same one later', () => {
    const [lines, clock] = [new Lines(), new FakeClock()];
    const log = new SparingLog(lines, clock);
    log.error('甲');
    log.info('乙');
    clock.advance(minutes(2));
    log.error('甲');
    expect(lines.said).toEqual(['error 甲 {}', 'info 乙 {}', 'error 甲 {}']);
  });
});
