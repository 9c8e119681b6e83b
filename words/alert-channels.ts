import type { TargetName } from '../core/model/alert-targets.ts';
import type { Word } from './word.ts';

interface AlertChannelWords {
  readonly name: Word;
  readonly typed: Word;
  readonly alsoTyped?: Partial<Word>;
}

/** The name of each channel of alerts, and what is typed in a channel of Teams to make it that one. */
export const alertChannelWords: Readonly<Record<TargetName, AlertChannelWords>> = {
  acu: {
    name: { en: 'Anti-Corruption Unit', cy: 'Uned Wrthlygredd' },
    typed: { en: 'alerts here', cy: 'rhybuddion yma' },
  },
  acuSecond: {
    name: { en: 'Anti-Corruption Unit, second channel', cy: 'Uned Wrthlygredd, ail sianel' },
    typed: { en: 'urgent alerts here', cy: 'rhybuddion brys yma' },
  },
  acuOnCall: {
    name: { en: 'Anti-Corruption Unit, on call', cy: 'Uned Wrthlygredd, ar alwad' },
    typed: { en: 'on call alerts here', cy: 'rhybuddion ar alwad yma' },
    alsoTyped: { en: 'on-call alerts here' },
  },
  reserve: {
    name: { en: 'Reserve', cy: 'Swyddogion wrth gefn' },
    typed: { en: 'reserve alerts here', cy: 'rhybuddion swyddogion wrth gefn yma' },
    alsoTyped: { cy: 'rhybuddion wrth gefn yma' },
  },
  reserveOnCall: {
    name: { en: 'Reserve, on call', cy: 'Swyddogion wrth gefn, ar alwad' },
    typed: { en: 'reserve on call alerts here', cy: 'rhybuddion ar alwad swyddogion wrth gefn yma' },
    alsoTyped: { en: 'reserve on-call alerts here' },
  },
  admins: {
    name: { en: 'Admins', cy: 'Gweinyddwyr' },
    typed: { en: 'admin alerts here', cy: 'rhybuddion gweinyddu yma' },
  },
  summaryAcu: {
    name: { en: 'Weekly summary, Anti-Corruption Unit', cy: 'Crynodeb wythnosol, Uned Wrthlygredd' },
    typed: { en: 'unit summary here', cy: 'crynodeb yr uned yma' },
  },
  summaryReserve: {
    name: { en: 'Weekly summary, reserve', cy: 'Crynodeb wythnosol, swyddogion wrth gefn' },
    typed: { en: 'reserve summary here', cy: 'crynodeb swyddogion wrth gefn yma' },
  },
  summaryWider: {
    name: { en: 'Weekly summary, wider readers', cy: 'Crynodeb wythnosol, darllenwyr ehangach' },
    typed: { en: 'summary here', cy: 'crynodeb yma' },
  },
};
