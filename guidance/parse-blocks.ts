import { Marked, type Token, type Tokens } from 'marked';
import { hasHiddenCharacters } from './guidance-problems.ts';
import { findStrayBraces } from './placeholders.ts';
import type { UnsupportedMarkup, TextProblem } from './guidance-problems.ts';
import { type Block, type Inline, isTopicId, namedBlocks } from './topic.ts';

/** In characters: many times a topic's 200 words. */
const maxSourceLength = 20_000;
/**
 * The parser's time grows with the square of the Markdown signs: 40 KB of `**a ` took five seconds. A topic has fewer
 * than a hundred; a thousand take a tenth of a second.
 */
const maxMarkdownCharacters = 1_000;
const markdownCharacters = /[*_~[\]!<`\\|&]/gu;

/** Checked before parsing. */
export function isSourceTooLarge(source: string): boolean {
  if (source.length > maxSourceLength) return true;
  let count = 0;
  for (const _sign of source.matchAll(markdownCharacters)) if ((count += 1) > maxMarkdownCharacters) return true;
  return false;
}

const maxExcerptLength = 60;

/** Its own instance, so that no other code can change its rules. */
const marked = new Marked({ gfm: true });

export interface ParsedBlocks {
  readonly blocks: readonly Block[];
  readonly problems: readonly TextProblem[];
}

const excerpt = (raw: string): string => {
  const words = raw.replaceAll(/\s+/gu, ' ').trim();
  return words.length > maxExcerptLength ? `${words.slice(0, maxExcerptLength)}…` : words;
};

const unsupportedMarkup = (what: UnsupportedMarkup, { raw }: { readonly raw: string }): TextProblem => ({
  code: 'notTaken',
  what,
  words: excerpt(raw),
});

const unsupportedTokens: Readonly<Record<string, UnsupportedMarkup>> = {
  html: 'html',
  image: 'picture',
  code: 'code',
  codespan: 'code',
  blockquote: 'quote',
  table: 'table',
  hr: 'rule',
};

type OnTextProblem = (problem: TextProblem) => void;

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
const htmlTagPattern = /<[a-z/!?]/iu;

function checkText(text: string, problem: OnTextProblem): void {
  const stray = findStrayBraces(text);
  if (stray !== undefined) problem({ code: 'placeholder', words: excerpt(stray) });
  if (htmlTagPattern.test(text)) problem(unsupportedMarkup('html', { raw: text }));
}

function parsePlainText(tokens: readonly Token[], problem: OnTextProblem): string {
  const words = tokens.map((token) => {
    if (isText(token)) return token.text;
    problem(unsupportedMarkup(unsupportedTokens[token.type] ?? 'marks', token));
    return '';
  });
  const text = words.join('').replaceAll(/\s+/gu, ' ');
  checkText(text, problem);
  return text;
}

const mergeAdjacentText = (words: readonly Inline[]): readonly Inline[] =>
  words.reduce<readonly Inline[]>((before, one) => {
    const last = before.at(-1);
    if (last?.kind !== 'text' || one.kind !== 'text' || last.strong !== one.strong) return [...before, one];
    return [...before.slice(0, -1), { ...last, text: last.text + one.text }];
  }, []);

function parseInline(token: Token, problem: OnTextProblem): readonly Inline[] {
  if (isText(token)) return [{ kind: 'text', text: token.text.replaceAll(/\s+/gu, ' ') }];
  if (token.type === 'br') return [{ kind: 'text', text: ' ' }];
  if (token.type === 'strong' && token.tokens !== undefined)
    return [{ kind: 'text', text: parsePlainText(token.tokens, problem), strong: true }];
  if (isLink(token)) {
    const to = linkTarget(token.href);
    if (to === undefined || (token.title ?? '') !== '') problem({ code: 'link', words: excerpt(token.raw) });
    return [{ kind: 'link', text: parsePlainText(token.tokens, problem).trim(), to: to ?? '' }];
  }
  problem(unsupportedMarkup(unsupportedTokens[token.type] ?? 'marks', token));
  return [];
}

function parseLine(tokens: readonly Token[], problem: OnTextProblem): readonly Inline[] {
  const words = mergeAdjacentText(tokens.flatMap((token) => parseInline(token, problem)));
  // Bold and linked words were checked on their own.
  for (const one of words) if (one.kind === 'text' && one.strong !== true) checkText(one.text, problem);
  return words;
}

const namedBlockPattern = /^\{\{\s*([^{}]*?)\s*\}\}$/u;

function parseParagraph(token: Tokens.Paragraph, problem: OnTextProblem): readonly Block[] {
  const [, asked] = namedBlockPattern.exec(token.text.trim()) ?? [];
  if (asked === undefined) return [{ kind: 'paragraph', words: parseLine(token.tokens, problem) }];
  const name = namedBlocks.find((one) => one === asked);
  if (name !== undefined) return [{ kind: 'named', name }];
  problem({ code: 'named', words: excerpt(asked) });
  return [];
}

function parseListItem(item: Tokens.ListItem, problem: OnTextProblem): readonly Inline[] {
  if (item.task) problem(unsupportedMarkup('inner', item));
  return item.tokens.flatMap((token) => {
    const isLine = token.type === 'text' || token.type === 'paragraph';
    if (isLine && item.tokens.length === 1) return parseLine(token.tokens ?? [], problem);
    problem(unsupportedMarkup(unsupportedTokens[token.type] ?? 'inner', token));
    return [];
  });
}

function parseBlock(token: Token, problem: OnTextProblem): readonly Block[] {
  if (token.type === 'space') return [];
  if (isParagraph(token)) return parseParagraph(token, problem);
  if (isHeading(token)) {
    // A topic's title is in its head, so headings have depth two.
    if (token.depth !== 2) problem(unsupportedMarkup('title', token));
    return [{ kind: 'heading', text: parsePlainText(token.tokens, problem).trim() }];
  }
  if (isList(token)) {
    if (token.ordered) problem(unsupportedMarkup('numbers', token));
    return [{ kind: 'list', items: token.items.map((item) => parseListItem(item, problem)) }];
  }
  problem(unsupportedMarkup(unsupportedTokens[token.type] ?? 'marks', token));
  return [];
}

/**
 * Reads headings, paragraphs, lists, bold words, links, and named blocks. Anything else, raw HTML included, is a
 * problem. Never throws.
 */
export function parseBlocks(source: string): ParsedBlocks {
  if (isSourceTooLarge(source)) return { blocks: [], problems: [{ code: 'tooLarge' }] };
  const problems: TextProblem[] = [];
  if (hasHiddenCharacters(source)) problems.push({ code: 'hidden' });
  try {
    const blocks = marked.lexer(source).flatMap((token) => parseBlock(token, (problem) => problems.push(problem)));
    if (blocks.length === 0 && problems.length === 0) problems.push({ code: 'empty' });
    return { blocks, problems };
  } catch {
    // The parser throws on some texts, such as quotes thousands deep.
    return { blocks: [], problems: [...problems, { code: 'notTaken', what: 'inner', words: excerpt(source) }] };
  }
}
