import type { Language } from '../concerns/terms/language.ts';
import { filledIn } from '../guidance/placeholders.ts';
import type { Block, Inline, Topics } from '../guidance/topic.ts';
import type { Contacts } from '../words/contacts.ts';
import { type Action, link } from './action.ts';
import { topicButtons } from './guidance-buttons.ts';
import { namedSections, signLines } from './named-sections.ts';
import type { Run, Section } from './page.ts';

interface DrawnWith {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

/** Characters that a client would take for Markdown or for a date to replace. */
const drawnByClients = /[*_[\]`\\]|\{\{|^\s*(?:[-+#>]|\d+[.)])/u;

interface Line {
  readonly text: readonly string[];
  readonly set: readonly (readonly Run[])[];
  readonly links: readonly Action[];
}

const runsOf = (words: readonly Inline[], { language, contacts }: DrawnWith): readonly Run[] =>
  words.map((one) => ({
    text: filledIn(one.text, language, contacts),
    ...(one.kind === 'text' && one.strong && { strong: true }),
  }));

const linksOf = (words: readonly Inline[], { language, contacts, topics }: DrawnWith): readonly Action[] =>
  words.flatMap((one) => {
    if (one.kind !== 'link') return [];
    if (!one.to.startsWith('topic:')) return [link(filledIn(one.text, language, contacts), one.to)];
    const topic = topics.get(one.to.slice('topic:'.length));
    return topic === undefined ? [] : topicButtons(language, [topic]);
  });

function lineOf(words: readonly Inline[], drawn: DrawnWith, mark = ''): Line {
  const runs = runsOf(words, drawn);
  const said = runs.map(({ text }) => text).join('');
  const isPlain = !runs.some(({ strong }) => strong) && !drawnByClients.test(said);
  const marked = mark === '' ? runs : [{ text: mark }, ...runs];
  return {
    text: isPlain ? [mark + said] : [],
    set: isPlain ? [] : [marked],
    links: linksOf(words, drawn),
  };
}

const linesOf = (block: Block, drawn: DrawnWith): readonly Line[] => {
  if (block.kind === 'paragraph') return [lineOf(block.words, drawn)];
  if (block.kind === 'list') return block.items.map((item) => lineOf(item, drawn, '• '));
  return [];
};

function withLine(sections: readonly Section[], line: Line): readonly Section[] {
  const last = sections.at(-1);
  const isBelow = last !== undefined && !last.links?.length && (!last.set?.length || line.text.length === 0);
  const before: Section = isBelow ? last : { text: [] };
  const set = [...(before.set ?? []), ...line.set];
  const section: Section = {
    ...before,
    text: [...before.text, ...line.text],
    ...(set.length > 0 && { set }),
    ...(line.links.length > 0 && { links: line.links }),
  };
  return [...(isBelow ? sections.slice(0, -1) : sections), section];
}

const asLine = (text: string): Line => ({ text: [text], set: [], links: [] });

export function blockSections(blocks: readonly Block[], drawn: DrawnWith): readonly Section[] {
  let done: readonly Section[] = [];
  let open: readonly Section[] = [];
  const close = (...sections: readonly Section[]) => {
    done = [...done, ...open, ...sections];
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close();
      open = [{ heading: filledIn(block.text, drawn.language, drawn.contacts), text: [] }];
    } else if (block.kind === 'named' && block.name === 'signs') {
      open = signLines(drawn.language).map(asLine).reduce(withLine, open);
    } else if (block.kind === 'named') {
      close(...namedSections(block.name, drawn.language, drawn.contacts));
    } else {
      open = linesOf(block, drawn).reduce(withLine, open);
    }
  }
  close();
  return done;
}
