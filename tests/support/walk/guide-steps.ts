/** A block of a guide that somebody types, or that stands there to be looked at. */
export interface GuideBlock {
  readonly kind: 'block';
  /** The line of the guide on which its first line stands. */
  readonly line: number;
  readonly language: string;
  /** Who types it; empty where the guide does not say. */
  readonly who: string;
  /** A terminal of its own, which stays open; `undefined` for one that comes to its end. */
  readonly stays: string | undefined;
  readonly code: string;
  /** All that it prints, with `…` for what differs; nothing where it is empty. */
  readonly expected: string;
  /** Why no test types it; `undefined` for those that are. */
  readonly notTried: string | undefined;
}

/** A place of a guide at which a walk does what somebody does elsewhere. */
interface GuideMark {
  readonly kind: 'mark';
  readonly line: number;
  readonly name: string;
}

export type GuideStep = GuideBlock | GuideMark;

const notTriedLine = /^\*Not tried by the test: (.+)\*$/u;
const markLine = /^<!-- walk: ([a-z ]+) -->$/u;
const fence = /^```(.*)$/u;

/**
 * The steps of a guide in order: its blocks, each with the block of `text` that follows it, and its marks. Throws with
 * the line where a fence is left open, where text follows no block, and where a reason follows none that it is of.
 */
export function parseGuideSteps(guide: string): readonly GuideStep[] {
  const steps: GuideStep[] = [];
  let notTried: { readonly line: number; readonly why: string } | undefined;
  const lines = guide.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = markLine.exec(line)?.[1];
    if (mark !== undefined) steps.push({ kind: 'mark', line: at + 1, name: mark });
    const why = notTriedLine.exec(line)?.[1];
    if (why !== undefined) {
      if (notTried !== undefined) throw new Error(`line ${notTried.line}: no block follows the reason`);
      notTried = { line: at + 1, why };
    }
    const info = fence.exec(line)?.[1];
    if (info === undefined) continue;
    const end = lines.findIndex((later, place) => place > at && later === '```');
    if (end === -1) throw new Error(`line ${at + 1}: the block has no end`);
    const code = lines.slice(at + 1, end).join('\n');
    const [language = '', who = '', stays] = info.split(' ');
    if (language === 'text') steps.push(withExpected(steps.pop(), code, at + 1));
    else {
      steps.push({ kind: 'block', line: at + 2, language, who, stays, code, expected: '', notTried: notTried?.why });
      notTried = undefined;
    }
    at = end;
  }
  if (notTried !== undefined) throw new Error(`line ${notTried.line}: no block follows the reason`);
  return steps;
}

function withExpected(step: GuideStep | undefined, expected: string, line: number): GuideBlock {
  if (step?.kind !== 'block' || step.language !== 'sh' || step.expected !== '')
    throw new Error(`line ${line}: the text follows no block that could print it`);
  return { ...step, expected };
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

/** Lines as they are compared: without what a terminal puts at their ends. */
export const shownLines = (text: string): string =>
  text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n+$/u, '');

/** Whether what was printed is what a guide says: `…` stands for anything in a line, and alone on one for any lines. */
export function matchesExpected(printed: string, expected: string): boolean {
  const lines = shownLines(expected).split('\n');
  const pattern = lines
    .map((line, at) => {
      if (line === '…') return '(?:[^\\n]*\\n)*?';
      return line.split('…').map(escaped).join('[^\\n]*') + (at === lines.length - 1 ? '' : '\\n');
    })
    .join('');
  const whole = `${shownLines(printed)}\n`;
  return new RegExp(`^${pattern}\\n*$`, 'u').test(shownLines(printed) === '' ? '' : whole);
}

/** What is to be filled in: the names in angle brackets, in the order in which they first stand there. */
export const listPlaceholders = (code: string): readonly string[] => [
  ...new Set([...code.matchAll(/<([a-z]+ [^<>\n]+)>/gu)].flatMap(([, name]) => name ?? [])),
];

/** How much a guide has somebody type, tried by the test or not. */
export function countTyped(guide: string): { readonly lines: number; readonly blocks: number } {
  const blocks = parseGuideSteps(guide).flatMap((step) =>
    step.kind === 'block' ? [step.code.split('\n').length] : [],
  );
  return { lines: blocks.reduce((sum, one) => sum + one, 0), blocks: blocks.length };
}
