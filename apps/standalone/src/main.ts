import { chinaDay, SystemClock } from '@risk/kit';
process.stdout.write(chinaDay(new SystemClock().now()));
