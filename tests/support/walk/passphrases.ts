import type { PromptAnswer } from './terminal.ts';

/** Somebody at a terminal who has passphrases drawn, writes them down, and types them, and what else is asked for. */
export interface PassphraseHolder {
  /** What they answer while these commands run. */
  answering(code: string): PromptAnswer;
  /** All passphrases that they have written down, by the files that they open. */
  readonly written: ReadonlyMap<string, string>;
}

const nameOf = (way: string): string => way.slice(way.lastIndexOf('/') + 1);

/** A holder who has written down nothing yet, and knows the answers to these questions. */
export function createPassphraseHolder(known: Readonly<Record<string, string>>): PassphraseHolder {
  const written = new Map<string, string>();
  return {
    written,
    answering(code) {
      const opened = [...code.matchAll(/--(?:identity|key) (\S+)/gu)].map(([, way = '']) => nameOf(way));
      const made = [...code.matchAll(/ (?:--for|--name) (\S+)/gu)].map(([, name]) => `${name}.identity.age`);
      let drawn = '';
      return (asked) => {
        drawn = /The passphrase: ([^\r\n]+)\r?\n/u.exec(asked)?.[1] ?? drawn;
        if (/(?:six words drawn|w for Welsh): $/u.test(asked)) return '\r';
        if (asked.endsWith('The same again: ')) {
          written.set(made.shift() ?? '', drawn);
          return `${drawn}\r`;
        }
        if (asked.endsWith('Passphrase of the key: ')) return `${written.get(opened.shift() ?? '') ?? ''}\r`;
        const answer = Object.entries(known).find(([question]) => asked.endsWith(question))?.[1];
        return answer === undefined ? undefined : `${answer}\r`;
      };
    },
  };
}
