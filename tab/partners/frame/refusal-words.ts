import type { PartnerRefusal } from '../../../contract/partners.ts';
import type { WordKey } from '../../../words/partners/say.ts';

export const refusalWord = ({ code }: PartnerRefusal): WordKey =>
  code === 'tooOften'
    ? 'enter.tooOften'
    : code === 'unavailable' || code === 'newer' || code === 'unconfirmed'
      ? 'enter.unavailable'
      : 'enter.failed';
