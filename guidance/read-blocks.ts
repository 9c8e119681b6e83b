import { Marked, type Token, type Tokens } from 'marked';
import { hasHiddenSigns } from './text-problem.ts';
import { strayBraces } from './placeholders.ts';
import type { NotTaken, TextProblem } from './text-problem.ts';
import { type Block, type Inline, isTopicId, namedBlocks } from './topic.ts';

/** In characters: many times the 200 words of a topic. */
const longestSource = 20_000;
/**
 * The parser's time grows with the square of the number of Markdown signs: 40 KB of `**a ` took five seconds. A topic
 * has fewer than a hundred; a thousand take about a tenth of a second.
 */
const mostSigns = 1_000;
const signs = /[*_~[\]!<`\\|&]/gu;

/** Checked before anything is parsed. */
export function isTooLargeToRead(source: string): boolean {
  if (source.length > longestSource) return true;
  let count = 0;
  for (const _sign of source.matchAll(signs)) if ((count += 1) > mostSigns) return true;
  return false;
}

const longestExcerpt = 60;

/** Its own instance, so that no other code can change its rules. */
const marked = new Marked({ gfm: true });

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly problems: readonly TextProblem[];
}

const excerpt = (raw: string): string => {
  const words = raw.replaceAll(/\s+/gu, ' ').trim();
  return words.length > longestExcerpt ? `${words.slice(0, longestExcerpt)}…` : words;
};

const notTaken = (what: NotTaken, { raw }: { readonly raw: string }): TextProblem => ({
  code: 'notTaken',
  what,
  words: excerpt(raw),
});

const refused: Readonly<Record<string, NotTaken>> = {
  html: 'html',
  image: 'picture',
  code: 'code',
  codespan: 'code',
  blockquote: 'quote',
  table: 'table',
  hr: 'rule',
};

type Problems = (problem: TextProblem) => void;

/** `undefined` if a link may not lead there. */
function linkTarget(href: string): string | undefined {
  if (href.startsWith('topic:')) return isTopicId(href.slice('topic:'.length)) ? href : undefined;
  if (!URL.canParse(href)) return undefined;
  const { protocol, username, password } = new URL(href);
  return protocol === 'https:' && username === '' && password === '' ? new URL(href).href : undefined;
}

const isText = (token: Token): token is Tokens.Text | Tokens.Escape =>
  token.type === 'escape' || (token.type === 'text' && token.tokens === undefined);
const isLink = (token: Token): token is Tokens.Link => token.type === 'link';
const isParagraph = (token: Token): token is Tokens.Paragraph => token.type === 'paragraph';
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
const isList = (token: Token): token is Tokens.List => token.type === 'list';

/** A tag as browsers see it, though Markdown does not. */
const tagBegins = /<[a-z/!?]/iu;

function checkWords(text: string, problem: Problems): void {
  const stray = strayBraces(text);
  if (stray !== undefined) problem({ code: 'placeholder', words: excerpt(stray) });
  if (tagBegins.test(text)) problem(notTaken('html', { raw: text }));
}

function plainWords(tokens: readonly Token[], problem: Problems): string {
  const words = tokens.map((token) => {
    if (isText(token)) return token.text;
    problem(notTaken(refused[token.type] ?? 'marks', token));
    return '';
  });
  const text = words.join('').replaceAll(/\s+/gu, ' ');
  checkWords(text, problem);
  return text;
}

const joined = (words: readonly Inline[]): readonly Inline[] =>
  words.reduce<readonly Inline[]>((before, one) => {
    const last = before.at(-1);
    if (last?.kind !== 'text' || one.kind !== 'text' || last.strong !== one.strong) return [...before, one];
    return [...before.slice(0, -1), { ...last, text: last.text + one.text }];
  }, []);

function inlineOf(token: Token, problem: Problems): readonly Inline[] {
  if (isText(token)) return [{ kind: 'text', text: token.text.replaceAll(/\s+/gu, ' ') }];
  if (token.type === 'br') return [{ kind: 'text', text: ' ' }];
  if (token.type === 'strong' && token.tokens !== undefined)
    return [{ kind: 'text', text: plainWords(token.tokens, problem), strong: true }];
  if (isLink(token)) {
    const to = linkTarget(token.href);
    if (to === undefined || (token.title ?? '') !== '') problem({ code: 'link', words: excerpt(token.raw) });
    return [{ kind: 'link', text: plainWords(token.tokens, problem).trim(), to: to ?? '' }];
  }
  problem(notTaken(refused[token.type] ?? 'marks', token));
  return [];
}

function lineOf(tokens: readonly Token[], problem: Problems): readonly Inline[] {
  const words = joined(tokens.flatMap((token) => inlineOf(token, problem)));
  // Bold and linked words were checked on their own.
  for (const one of words) if (one.kind === 'text' && one.strong !== true) checkWords(one.text, problem);
  return words;
}

const namedLine = /^\{\{\s*([^{}]*?)\s*\}\}$/u;

function paragraphOf(token: Tokens.Paragraph, problem: Problems): readonly Block[] {
  const [, asked] = namedLine.exec(token.text.trim()) ?? [];
  if (asked === undefined) return [{ kind: 'paragraph', words: lineOf(token.tokens, problem) }];
  const name = namedBlocks.find((one) => one === asked);
  if (name !== undefined) return [{ kind: 'named', name }];
  problem({ code: 'named', words: excerpt(asked) });
  return [];
}

function itemOf(item: Tokens.ListItem, problem: Problems): readonly Inline[] {
  if (item.task) problem(notTaken('inner', item));
  return item.tokens.flatMap((token) => {
    const isLine = token.type === 'text' || token.type === 'paragraph';
    if (isLine && item.tokens.length === 1) return lineOf(token.tokens ?? [], problem);
    problem(notTaken(refused[token.type] ?? 'inner', token));
    return [];
  });
}

function blockOf(token: Token, problem: Problems): readonly Block[] {
  if (token.type === 'space') return [];
  if (isParagraph(token)) return paragraphOf(token, problem);
  if (isHeading(token)) {
    // A topic's title is in its head, so headings have depth two.
    if (token.depth !== 2) problem(notTaken('title', token));
    return [{ kind: 'heading', text: plainWords(token.tokens, problem).trim() }];
  }
  if (isList(token)) {
    if (token.ordered) problem(notTaken('numbers', token));
    return [{ kind: 'list', items: token.items.map((item) => itemOf(item, problem)) }];
  }
  problem(notTaken(refused[token.type] ?? 'marks', token));
  return [];
}

/**
 * Reads a text in Markdown: headings, paragraphs, lists, bold words, links, and named blocks. Anything else, raw HTML
 * included, is a problem. Never throws.
 */
export function readBlocks(source: string): ReadBlocks {
  if (isTooLargeToRead(source)) return { blocks: [], problems: [{ code: 'tooLarge' }] };
  const problems: TextProblem[] = [];
  if (hasHiddenSigns(source)) problems.push({ code: 'hidden' });
  try {
    const blocks = marked.lexer(source).flatMap((token) => blockOf(token, (problem) => problems.push(problem)));
    if (blocks.length === 0 && problems.length === 0) problems.push({ code: 'empty' });
    return { blocks, problems };
  } catch {
    // The parser throws on some texts, such as quotes thousands deep.
    return { blocks: [], problems: [...problems, { code: 'notTaken', what: 'inner', words: excerpt(source) }] };
  }
}
