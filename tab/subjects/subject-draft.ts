import {
  cardLimits,
  type Subject,
  type SubjectCard,
  subjectCertainties,
  subjectSchema,
} from '../../core/model/subject-card.ts';

export const subjectLines = ['numbers', 'surname', 'forenames', 'aliases', 'unit', 'role'] as const;
export type SubjectLine = (typeof subjectLines)[number];

export type SubjectDraft = Readonly<Record<SubjectLine | 'description' | 'certainty', string>>;

export const emptyDraft: SubjectDraft = {
  numbers: '',
  surname: '',
  forenames: '',
  aliases: '',
  unit: '',
  role: '',
  description: '',
  certainty: 'named',
};

export const draftOf = (subject: Subject): SubjectDraft => ({
  numbers: subject.numbers.join(', '),
  surname: subject.surname ?? '',
  forenames: subject.forenames ?? '',
  aliases: subject.aliases.join(', '),
  unit: subject.unit ?? '',
  role: subject.role ?? '',
  description: subject.description ?? '',
  certainty: subject.certainty,
});

const listOf = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const isTyped = ({ certainty: _certainty, ...draft }: SubjectDraft): boolean =>
  Object.values(draft).some((text) => text.trim() !== '');

export function tooLongIn(draft: SubjectDraft): SubjectLine | 'description' | undefined {
  const isOver = (field: SubjectLine): boolean => {
    const parts = field === 'numbers' || field === 'aliases' ? listOf(draft[field]) : [draft[field].trim()];
    return parts.length > cardLimits.numbers || parts.some((part) => part.normalize('NFC').length > cardLimits.line);
  };
  const line = subjectLines.find(isOver);
  if (line !== undefined) return line;
  return draft.description.trim().normalize('NFC').length > cardLimits.description ? 'description' : undefined;
}

export function subjectOf(draft: SubjectDraft): Subject | undefined {
  const line = (name: 'surname' | 'forenames' | 'unit' | 'role' | 'description') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name] };
  return subjectSchema.safeParse({
    numbers: listOf(draft.numbers),
    aliases: listOf(draft.aliases),
    certainty: subjectCertainties.find((one) => one === draft.certainty) ?? 'named',
    ...line('surname'),
    ...line('forenames'),
    ...line('unit'),
    ...line('role'),
    ...line('description'),
  }).data;
}

/** People without typed words are left out; `undefined` if a field is too long. */
export function cardOf(drafts: readonly SubjectDraft[]): SubjectCard | undefined {
  const subjects = drafts.filter(isTyped).map(subjectOf);
  const known = subjects.filter((subject) => subject !== undefined);
  return known.length === subjects.length ? { v: 1, subjects: known } : undefined;
}
