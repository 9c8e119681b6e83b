import type { PromptAnswer } from './terminal.ts';

/** Somebody at a terminal who has passphrases drawn, writes them down, and types them, and what else is asked for. */
export interface PassphraseHolder {
  /** What they answer while these commands run. */
  answering(code: string): PromptAnswer;
  /** All passphrases that they have written down, by the files that they open. */
  readonly written: ReadonlyMap<string, string>;
  /** What they have answered to other questions, in order; nothing for Enter alone. */
  readonly answered: readonly string[];
  /** How often they have typed a passphrase. */
  readonly typedPassphrases: () => number;
}

const nameOf = (way: string): string => way.slice(way.lastIndexOf('/') + 1);

/** A holder who has written down nothing yet, and knows the answers to these questions. */
export function createPassphraseHolder(known: PromptAnswer): PassphraseHolder {
  const written = new Map<string, string>();
  const answered: string[] = [];
  let typed = 0;
  return {
    written,
    answered,
    typedPassphrases: () => typed,
    answering(code) {
      const opened = [...code.matchAll(/--(?:identity|key) (\S+)/gu)].map(([, way = '']) => nameOf(way));
      const made = [...code.matchAll(/ (?:--for|--name) (\S+)/gu)]
        .flatMap(([, names = '']) => names.split(','))
        .map((name) => `${name}.identity.age`);
      let drawn = '';
      return (asked) => {
        drawn = /The passphrase: ([^\r\n]+)\r?\n/u.exec(asked)?.[1] ?? drawn;
        if (/(?:six words drawn|w for Welsh|to clear the terminal): $/u.test(asked)) return '\r';
        if (asked.endsWith('Type it again: ')) {
          written.set(made.shift() ?? '', drawn);
          typed += 1;
          return `${drawn}\r`;
        }
        if (asked.endsWith('Passphrase of the key: ')) {
          // The command names each key of a folder before it asks.
          const [, file] = /(?:^|\n)(\w+\.identity\.age):\r?\n[^]*$/u.exec(asked) ?? [];
          typed += 1;
          return `${written.get(file ?? opened.shift() ?? '') ?? ''}\r`;
        }
        const answer = known(asked);
        if (answer !== undefined) answered.push(answer);
        return answer === undefined ? undefined : `${answer}\r`;
      };
    },
  };
}
