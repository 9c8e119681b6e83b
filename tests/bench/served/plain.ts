import { createPlainBot } from '../plain-bot.ts';
import { listen } from './listen.ts';

listen(createPlainBot(process.env['BENCH_STOCK'] === undefined ? 'chat' : 'dialog'));
