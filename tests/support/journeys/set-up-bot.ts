import { setUp, setUpShared } from '../set-up.ts';
import { type BotOptions, type RunningBot, startBot } from './running-bot.ts';

type Options = BotOptions | (() => BotOptions);
const start = (options: Options) => (): Promise<RunningBot> =>
  startBot(typeof options === 'function' ? options() : options);
const stop = (bot: RunningBot): Promise<void> => bot.stop();

/** The whole bot, started for each test. A function of options is called for each. */
export const setUpBot = (options: Options): RunningBot => setUp(start(options), stop);

/** The whole bot, one for all tests of a file or a block. */
export const setUpSharedBot = (options: Options): RunningBot => setUpShared(start(options), stop);
