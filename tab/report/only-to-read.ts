import { parseReturnCode } from '../../concerns/terms/return-code.ts';
import { partsOf } from './card-actions.ts';

/** Every place at which something begins that reads as a return code: words before it may be as long as its groups. */
const likeCode = /(?=((?:[0-9A-Z]{4}[\s-]{0,3}){5}[0-9A-Z]{4}))/giu;

const givesCode = (text: string): boolean =>
  [...text.matchAll(likeCode)].some(([, found = '']) => parseReturnCode(found) !== undefined);

/**
 * Whether a card asks for nothing and gives no return code, as no card of the guidance does. What is typed into a card
 * that a server made up would be in no report, and whoever knows a code opens what is written to it.
 */
export const isOnlyToRead = (card: object): boolean =>
  partsOf(card).every((part) =>
    Object.entries(part).every(
      ([name, held]: [string, unknown]) =>
        typeof held !== 'string' || (name === 'type' ? !/^input\b/iu.test(held) : !givesCode(held)),
    ),
  );
