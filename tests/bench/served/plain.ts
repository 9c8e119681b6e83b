import { createPlainBot } from '../plain-bot.ts';
import { listen } from './listen.ts';

listen(createPlainBot());
