import { IntlMessageFormat } from 'intl-messageformat';
import type { MessagePart, ParsedMessage } from './parsed-message.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
// The parser's numbers for its elements; it exports no names at run time.
const [literal, argument, number] = [0, 1, 2];

function partOf(element: Element): MessagePart {
  if (!('value' in element)) return 0;
  if (Object.is(element.type, literal)) return element.value;
  if (Object.is(element.type, argument)) return [element.value];
  if (Object.is(element.type, number) && 'style' in element && !element.style) return [element.value, 'number'];
  const isCounted = !('pluralType' in element) || (element.offset === 0 && element.pluralType === 'cardinal');
  if (!('options' in element) || !isCounted) throw new Error('a word asks for what the page cannot say');
  const choices = Object.entries(element.options).map(([key, { value }]) => [key, messageIn(value)] as const);
  return [element.value, 'pluralType' in element ? 'plural' : 'select', Object.fromEntries(choices)];
}

function messageIn(elements: readonly Element[]): ParsedMessage {
  const parts = elements.map(partOf);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** Parses a message at the build, so that no page needs a parser. Throws for syntax that no word uses so far. */
export const parseMessage = (text: string): ParsedMessage =>
  messageIn(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
