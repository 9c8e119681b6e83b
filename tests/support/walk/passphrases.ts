import type { PromptAnswer } from './terminal.ts';

/** Somebody at a terminal who has passphrases drawn, writes them down, and types them, and what else is asked for. */
export interface PassphraseHolder {
  /** What they answer while these commands run. */
  answering(code: string): PromptAnswer;
  /** All passphrases that they have written down, by the files that they open. */
  readonly written: ReadonlyMap<string, string>;
  /** What they have answered to other questions, in order; nothing for Enter alone. */
  readonly answered: readonly string[];
}

const nameOf = (way: string): string => way.slice(way.lastIndexOf('/') + 1);

/** The commands of a loop, one after the other, as the shell types them. */
const withoutLoops = (code: string): string =>
  code.replaceAll(
    /^for (\w+) in ([\w ]+); do\n([^]+?)\ndone$/gmu,
    (_loop, name: string, values: string, body: string) =>
      values
        .split(' ')
        .map((value) => body.replaceAll(`$${name}`, () => value))
        .join('\n'),
  );

/** A holder who has written down nothing yet, and knows the answers to these questions. */
export function createPassphraseHolder(known: PromptAnswer): PassphraseHolder {
  const written = new Map<string, string>();
  const answered: string[] = [];
  return {
    written,
    answered,
    answering(code) {
      const typed = withoutLoops(code);
      const opened = [...typed.matchAll(/--(?:identity|key) (\S+)/gu)].map(([, way = '']) => nameOf(way));
      const made = [...typed.matchAll(/ (?:--for|--name) (\S+)/gu)].map(([, name]) => `${name}.identity.age`);
      let drawn = '';
      return (asked) => {
        drawn = /The passphrase: ([^\r\n]+)\r?\n/u.exec(asked)?.[1] ?? drawn;
        if (/(?:six words drawn|w for Welsh): $/u.test(asked)) return '\r';
        if (asked.endsWith('The same again: ')) {
          written.set(made.shift() ?? '', drawn);
          return `${drawn}\r`;
        }
        if (asked.endsWith('Passphrase of the key: ')) return `${written.get(opened.shift() ?? '') ?? ''}\r`;
        const answer = known(asked);
        if (answer !== undefined) answered.push(answer);
        return answer === undefined ? undefined : `${answer}\r`;
      };
    },
  };
}
