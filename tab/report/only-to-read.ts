import { parseReturnCode } from '../../concerns/terms/return-code.ts';
import { partsOf } from './card-actions.ts';

/**
 * Every place at which something begins that has the form of a return code: the words before it may be as long as its
 * groups. A code begins and ends where a word does. Without that rule, one in 32 of all places in a long word, such as
 * the name of a document in an address, passed for a code by chance, and its topic could not be read.
 */
const likeCode = /(?<![0-9A-Z])(?=((?:[0-9A-Z]{4}[\s-]{0,3}){5}[0-9A-Z]{4})(?![0-9A-Z]))/giu;

/** Words of everyday language, some of more than four letters, such as "somebody told them what they": no code looks so. */
const areWords = (found: string): boolean => /^(?=.*[a-z]{5})(?!\S{24})[a-z]+(?:\s+[a-z]+)*$/u.test(found);

const isCode = (found: string): boolean => !areWords(found) && parseReturnCode(found) !== undefined;

/** A reader sees the words of a link and not its address. */
const withoutAddresses = (text: string): string => text.replace(/(\[[^\]]*\])\(https:\/\/[^)\s]*\)/gu, '$1');

const givesCode = (text: string): boolean =>
  [...withoutAddresses(text).matchAll(likeCode)].some(([, found = '']) => isCode(found));

/**
 * Whether a card asks for nothing and gives no return code, as no card of the guidance does. What is typed into a card
 * that a server made up would be in no report, and whoever knows a code opens what is written to it.
 */
export const isOnlyToRead = (card: object): boolean =>
  partsOf(card).every((part) =>
    Object.entries(part).every(
      ([name, held]: [string, unknown]) =>
        typeof held !== 'string' || name === 'url' || (name === 'type' ? !/^input\b/iu.test(held) : !givesCode(held)),
    ),
  );
