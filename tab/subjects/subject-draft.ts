import {
  subjectCardLimits,
  type Subject,
  type SubjectCard,
  subjectCertainties,
  subjectSchema,
} from '../../core/model/subject-card.ts';

export const subjectTextFields = ['numbers', 'surname', 'forenames', 'aliases', 'unit', 'role'] as const;
export type SubjectTextField = (typeof subjectTextFields)[number];

export type SubjectDraft = Readonly<Record<SubjectTextField | 'description' | 'certainty', string>>;

export const emptySubjectDraft: SubjectDraft = {
  numbers: '',
  surname: '',
  forenames: '',
  aliases: '',
  unit: '',
  role: '',
  description: '',
  certainty: 'named',
};

export const toSubjectDraft = (subject: Subject): SubjectDraft => ({
  numbers: subject.numbers.join(', '),
  surname: subject.surname ?? '',
  forenames: subject.forenames ?? '',
  aliases: subject.aliases.join(', '),
  unit: subject.unit ?? '',
  role: subject.role ?? '',
  description: subject.description ?? '',
  certainty: subject.certainty,
});

const parseList = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const hasSubjectText = ({ certainty: _certainty, ...draft }: SubjectDraft): boolean =>
  Object.values(draft).some((text) => text.trim() !== '');

export function findOverlongField(draft: SubjectDraft): SubjectTextField | 'description' | undefined {
  const isTooLong = (field: SubjectTextField): boolean => {
    const parts = field === 'numbers' || field === 'aliases' ? parseList(draft[field]) : [draft[field].trim()];
    return (
      parts.length > subjectCardLimits.numbers ||
      parts.some((part) => part.normalize('NFC').length > subjectCardLimits.textLength)
    );
  };
  const line = subjectTextFields.find(isTooLong);
  if (line !== undefined) return line;
  return draft.description.trim().normalize('NFC').length > subjectCardLimits.description ? 'description' : undefined;
}

export function toSubject(draft: SubjectDraft): Subject | undefined {
  const optionalField = (name: 'surname' | 'forenames' | 'unit' | 'role' | 'description') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name] };
  return subjectSchema.safeParse({
    numbers: parseList(draft.numbers),
    aliases: parseList(draft.aliases),
    certainty: subjectCertainties.find((one) => one === draft.certainty) ?? 'named',
    ...optionalField('surname'),
    ...optionalField('forenames'),
    ...optionalField('unit'),
    ...optionalField('role'),
    ...optionalField('description'),
  }).data;
}

/** Leaves out people without typed words; `undefined` if a field is too long. */
export function toSubjectCard(drafts: readonly SubjectDraft[]): SubjectCard | undefined {
  const subjects = drafts.filter(hasSubjectText).map(toSubject);
  const known = subjects.filter((subject) => subject !== undefined);
  return known.length === subjects.length ? { v: 1, subjects: known } : undefined;
}
